import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { firstBrokenLink } from '../../functions/store/audit/events.ts';
import { receipt, type Receipt } from '../../functions/store/idempotency.ts';
import { approveClaims } from '../../infra/cli/demo/approve.ts';
import type { Crew } from '../../infra/cli/demo/crew.ts';
import { addUp, type Figures } from '../../infra/cli/demo/figures.ts';
import { fileClaims, type Filed } from '../../infra/cli/demo/file-claims.ts';
import { readFilings, type Filing } from '../../infra/cli/demo/filings.ts';
import { claimNamed, correctAccount, correctReturned, waitOf } from '../../infra/cli/demo/mend.ts';
import { objectTo, reexamine } from '../../infra/cli/demo/object.ts';
import { payClaims } from '../../infra/cli/demo/pay.ts';
import { noneIn, settle } from '../../infra/cli/demo/settle.ts';
import { verifyClaims } from '../../infra/cli/demo/verify.ts';
import { createProgress } from '../../infra/cli/progress.ts';
import { readBooks, type Books } from '../support/desk-books.ts';
import { startDeskProcess } from '../support/desk-process.ts';
import { createDistantCrew } from '../support/distant-crew.ts';
import { createKiller, noKiller, type Killer } from '../support/killer.ts';
import { createStubbornClient, type Acknowledged } from '../support/stubborn-client.ts';

/** Of the sample: clear ones, refused ones, doubtful ones, duplicates, and the three with a story. */
const chosen = new Set([
  ...[1, 2, 7, 32, 60, 82, 84, 88, 91, 94, 97, 99, 101, 104, 106].map(
    (n) => `T-${String(n).padStart(3, '0')}`,
  ),
  ...[1, 2, 31, 61, 76, 90, 96, 99, 102, 104, 109, 112, 128, 129, 130].map(
    (n) => `R-${String(n).padStart(3, '0')}`,
  ),
  'A-1',
  'A-2',
  'B-1',
  'B-2',
]);
const workersOf = ({ head, lines }: Filing) =>
  lines.map(({ worker }) => `${head.instrument} ${worker?.citizenId ?? ''}`);

/** The chosen claims with everybody else's for the same worker, so that a duplicate meets its first. */
const filings = (): Filing[] => {
  const all = readFilings();
  const workers = new Set(all.filter(({ name }) => chosen.has(name)).flatMap(workersOf));
  return all.filter((filing) => workersOf(filing).some((worker) => workers.has(worker)));
};

/** What came of the claims; how long they lay in queues is another story. */
type Outcomes = Omit<Figures, 'queues'>;

type Journey = {
  readonly figures: Outcomes;
  readonly books: Books;
  readonly acknowledged: readonly Acknowledged[];
  readonly kills: number;
  readonly unanswered: number;
  readonly exitCode: number | null;
  readonly leftBehind: readonly string[];
};

const day = 24;
const progress = createProgress(true);
const unheard = () => undefined;

const until = async (crew: Crew, claim: Filed, wait: string): Promise<void> => {
  while ((await waitOf(crew, claim)) !== wait) await pause(20);
};

/** The demo's story on fewer claims, with its dangers named where they are. */
const play = async (crew: Crew, folder: string, { enter, during }: Killer): Promise<Outcomes> => {
  enter({ kills: 4, among: 90 });
  const filed = await fileClaims(crew, filings(), progress);
  enter({ kills: 2, among: 20 });
  await verifyClaims(crew, filed, progress, 1, unheard);
  await correctReturned(crew, filed, progress);
  await objectTo(crew, claimNamed(filed, '提出异议'), progress);
  await reexamine(crew, progress, unheard);
  // Three weeks hold five working days whatever holidays there are, and stay below every time-out.
  await during(400, () => pause(400));
  await during(150, () => crew.wait(21 * day));
  await settle(crew, noneIn('ON_NOTICE'));
  enter({ kills: 3, among: 45 });
  await approveClaims(crew, progress, unheard);
  const bouncing = claimNamed(filed, '银行将退回付款');
  enter({ kills: 2, among: 24 });
  await payClaims(crew, folder, progress, bouncing);
  await until(crew, bouncing, 'CORRECT_PAYEE');
  await correctAccount(crew, bouncing);
  await until(crew, bouncing, 'PAY');
  await payClaims(crew, folder, progress);
  await settle(crew, noneIn('PAYING'));
  const { claims, byOutcome, refusals, money, funds } = await addUp(crew, [...filed.values()], []);
  return { claims, byOutcome, refusals, money, funds };
};

const travel = async (seed?: number): Promise<Journey> => {
  const desk = await startDeskProcess();
  try {
    const killer = seed === undefined ? noKiller : createKiller(desk, seed);
    const client = createStubbornClient(desk, killer.around);
    const folder = join(desk.file('.'), 'exports');
    await mkdir(folder, { recursive: true });
    const figures = await play(createDistantCrew(desk, client), folder, killer);
    const books = await readBooks(desk);
    const exitCode = await desk.stop();
    return {
      figures,
      books,
      acknowledged: client.acknowledged,
      kills: desk.kills(),
      unanswered: client.unanswered(),
      exitCode,
      leftBehind: desk.leftBehind(),
    };
  } finally {
    await desk.stop().catch(() => undefined);
    await desk.remove();
  }
};

let journeys: Record<'undisturbed' | 'killed', Journey>;
beforeAll(async () => {
  journeys = { undisturbed: await travel(), killed: await travel(20_200_316) };
}, 600_000);

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
const isReceipt = (answer: unknown): answer is Receipt => receipt.safeParse(answer).success;

test('the host was killed in every part of the journey, and requests went unanswered', () => {
  expect(journeys.killed.kills).toBe(13);
  expect(journeys.killed.unanswered).toBeGreaterThan(0);
  expect([journeys.undisturbed.kills, journeys.undisturbed.unanswered]).toEqual([0, 0]);
});

test('every claim ends as it does on a day without a kill', () => {
  expect(journeys.killed.figures).toEqual(journeys.undisturbed.figures);
  const rows = journeys.killed.figures.byOutcome
    .filter(({ claims }) => claims > 0)
    .map(({ instrument, outcome, claims }) => `${instrument} ${outcome} ${claims}`);
  expect(rows).toEqual([
    'TRANSPORT_SUBSIDY PAID 7',
    'TRANSPORT_SUBSIDY REFUSED_BY_RULE 7',
    'TRANSPORT_SUBSIDY REFUSED_BY_OFFICER 2',
    'PLACEMENT_SUBSIDY PAID 57',
    'PLACEMENT_SUBSIDY REFUSED_BY_RULE 11',
    'PLACEMENT_SUBSIDY REFUSED_BY_OFFICER 3',
    'RETENTION_ALLOWANCE PAID 11',
    'RETENTION_ALLOWANCE REFUSED_BY_RULE 4',
    'RETENTION_ALLOWANCE REFUSED_BY_OFFICER 1',
  ]);
});

describe.each(['undisturbed', 'killed'] as const)('the books of the %s desk', (name) => {
  const books = (): Books => journeys[name].books;
  const closed = () => books().heads.filter(({ state }) => state === 'CLOSED');
  const bookings = () =>
    [...books().events.values()].flat().filter(({ item }) => item.type === 'PAYOUT_BOOKED');

  test('hold each acknowledged change exactly once, and no change of a person that was not acknowledged', () => {
    const acknowledged = journeys[name].acknowledged
      .map(({ answer }) => answer)
      .filter(isReceipt)
      .map(({ applicationId, version }) => `${applicationId} ${version}`);
    const written = [...books().events.values()]
      .flat()
      .filter(({ item: { by } }) => by.role !== 'SYSTEM' && by.role !== 'PUBLIC')
      .map(({ id, item: { seq, hash } }) => `${id} ${seq}-${hash.slice(0, 32)}`);
    expect(acknowledged.length).toBeGreaterThan(150);
    expect(written.sort()).toEqual(acknowledged.sort());
  });

  test('hold what was objected, under the number the objector was given', () => {
    const given = journeys[name].acknowledged
      .filter(({ operationId }) => operationId === 'raiseObjection')
      .map(({ answer }) => `OBJECTION#${(answer as { receiptNo: string }).receiptNo}`);
    expect(given).toHaveLength(1);
    expect(
      books()
        .rows.filter(({ sk }) => sk.startsWith('OBJECTION#'))
        .map(({ sk }) => sk),
    ).toEqual(given);
  });

  test('have an unbroken audit chain for each application, up to its version', () => {
    for (const { applicationId, version } of books().heads) {
      const chain = (books().events.get(applicationId) ?? []).map(({ item }) => item);
      expect(firstBrokenLink(chain)).toBeUndefined();
      const last = chain.at(-1);
      expect(`${last?.seq}-${last?.hash.slice(0, 32)}`).toBe(version);
      expect(chain.filter(({ type }) => type === 'CLOSED' || type === 'REFUSED')).toHaveLength(1);
    }
  });

  test('leave nothing open: every application and every execution has ended, and nothing waits in an index', () => {
    expect(books().heads.filter(({ state }) => state !== 'CLOSED' && state !== 'REFUSED')).toEqual([]);
    expect(books().heads.filter(({ wait, outbox }) => wait !== undefined || outbox !== undefined)).toEqual(
      [],
    );
    expect(
      books()
        .executions.map((execution) => `${execution.name} ${execution.status}`)
        .sort(),
    ).toEqual(
      books()
        .heads.map(({ applicationId }) => `${applicationId} SUCCEEDED`)
        .sort(),
    );
    expect(
      books()
        .rows.filter((row) => row['workPk'] !== undefined)
        .map(({ sk }) => sk),
    ).toEqual([]);
  });

  test('have hung out one list for each application that was paid', () => {
    const hung = closed().map(({ applicationId }) => books().notices.get(applicationId)?.length ?? 0);
    expect(hung).toEqual(closed().map(() => 1));
  });

  test('hold each entitlement once, for the line that was paid with it', () => {
    const held = closed().flatMap(({ applicationId }) =>
      (books().lines.get(applicationId) ?? []).flatMap(({ item }) =>
        item.held.map(({ period, amountFen }) => `${applicationId} ${item.lineNo} ${period} ${amountFen}`),
      ),
    );
    const keys = books().entitlements.map(
      ({ applicationId, lineNo, period, amountFen }) => `${applicationId} ${lineNo} ${period} ${amountFen}`,
    );
    expect(keys.length).toBeGreaterThan(70);
    expect(keys.sort()).toEqual(held.sort());
  });

  test('have paid each approved application once, what its entitlements come to', () => {
    const paid = books().payouts.filter(({ state }) => state === 'PAID');
    expect(paid.map(({ applicationId }) => applicationId).sort()).toEqual(
      closed()
        .map(({ applicationId }) => applicationId)
        .sort(),
    );
    for (const { applicationId, amountFen } of paid) {
      const earned = books().entitlements.filter((key) => key.applicationId === applicationId);
      expect(amountFen).toBe(sum(earned, (key) => key.amountFen));
    }
    expect(
      books()
        .payouts.filter(({ state }) => state !== 'PAID')
        .map(({ state }) => state),
    ).toEqual(['RETURNED']);
    expect(
      bookings()
        .map(({ item }) => String(item.details['payoutId']))
        .sort(),
    ).toEqual(
      books()
        .payouts.map(({ payoutId }) => payoutId)
        .sort(),
    );
  });

  test('add up to the fen in every fund', () => {
    for (const { division, sanctionedFen, availableFen, reservedFen, paidFen } of books().funds) {
      expect(availableFen + reservedFen + paidFen).toBe(sanctionedFen);
      expect(reservedFen).toBe(0);
      const paid = books().payouts.filter(
        (payout) => payout.state === 'PAID' && payout.division === division,
      );
      expect(paidFen).toBe(sum(paid, ({ amountFen }) => amountFen));
    }
    expect(sum(books().funds, ({ paidFen }) => paidFen)).toBeGreaterThan(0);
  });

  test('are closed in good order: Ctrl-C stops the desk, and no process of it is left', () => {
    expect(journeys[name].exitCode).toBe(0);
    expect(journeys[name].leftBehind).toEqual([]);
  });
});
