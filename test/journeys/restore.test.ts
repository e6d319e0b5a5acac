import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApplicationOperation, addLinesOperation } from '../../functions/contracts/api/applications.ts';
import { getApplicationOperation } from '../../functions/contracts/api/application-reads.ts';
import { getLedgerOperation } from '../../functions/contracts/api/reassessments.ts';
import {
  decideRecoveryOperation,
  listRecoveriesOperation,
  proposeRecoveryOperation,
  receiveRecoveryOperation,
} from '../../functions/contracts/api/recoveries.ts';
import { submitApplicationOperation } from '../../functions/contracts/api/applications.ts';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import { firstBrokenLink } from '../../functions/store/audit/events.ts';
import { approveClaims } from '../../infra/cli/demo/approve.ts';
import type { Crew } from '../../infra/cli/demo/crew.ts';
import { fileClaims, type Filed } from '../../infra/cli/demo/file-claims.ts';
import { readFilings, type Filing } from '../../infra/cli/demo/filings.ts';
import { claimNamed, correctAccount, correctReturned, waitOf } from '../../infra/cli/demo/mend.ts';
import { objectTo, reexamine } from '../../infra/cli/demo/object.ts';
import { payClaims } from '../../infra/cli/demo/pay.ts';
import { decideAll, openTasks } from '../../infra/cli/demo/queue.ts';
import { noneIn, settle } from '../../infra/cli/demo/settle.ts';
import { verifyClaims } from '../../infra/cli/demo/verify.ts';
import { createProgress } from '../../infra/cli/progress.ts';
import { readBooks, type Books } from '../support/desk-books.ts';
import { startDeskProcess, type DeskProcess } from '../support/desk-process.ts';
import { createDistantCrew } from '../support/distant-crew.ts';
import { createStubbornClient } from '../support/stubborn-client.ts';

const main = fileURLToPath(new URL('../../infra/cli/main.ts', import.meta.url));
const node = ['--disable-warning=ExperimentalWarning', main];
const env = { PATH: process.env['PATH'] ?? '' };
const division = '141124';
const day = 24;
const progress = createProgress(true);
const unheard = () => undefined;
const crewOf = (desk: DeskProcess): Crew => createDistantCrew(desk, createStubbornClient(desk));

const subsidy = (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...node, ...args], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

const named = (...names: readonly string[]): Filing[] =>
  readFilings().filter(({ name, remarks }) =>
    names.some((one) => name === one || [...remarks.values()].some((text) => text.includes(one))),
  );

const approved = () => Promise.resolve({ decision: 'APPROVE' as const, reason: '公示无异议，同意发放' });
const approveSome = async (crew: Crew, wanted: (application: ApplicationId) => boolean) => {
  const tasks = await openTasks(crew, 'approver', 'APPROVE');
  const chosen = tasks.filter(({ application }) => wanted(application.applicationId));
  await decideAll(crew, 'approver', chosen, approved, unheard);
  await settle(crew);
};

const until = async (crew: Crew, claim: Filed, wait: string): Promise<void> => {
  while ((await waitOf(crew, claim)) !== wait) await pause(20);
};

/** Two months of a paid retention allowance are asked back; nobody has decided it yet. */
const proposeBack = async (crew: Crew, applicationId: ApplicationId) => {
  const params = { applicationId };
  const { version } = await crew.as('reviewer', getApplicationOperation, { params });
  const { items } = await crew.as('reviewer', getLedgerOperation, { params, query: {} });
  const [line] = items;
  const period = line?.entitlements.at(-1)?.period ?? '';
  const parts = [{ lineNo: line?.lineNo ?? 0, period }];
  const body = { version, origin: 'REGISTER_CORRECTION' as const, reason: '就业登记更正：已离职', parts };
  await crew.as('reviewer', proposeRecoveryOperation, { params, body });
};

const draft = async (crew: Crew, filing: Filing): Promise<ApplicationId> => {
  const { filedBy, head, lines } = filing;
  const { applicationId, version } = await crew.as(filedBy, createApplicationOperation, { body: head });
  await crew.as(filedBy, addLinesOperation, {
    params: { applicationId },
    body: { version, lines: [...lines] },
  });
  return applicationId;
};

type Middle = { readonly filed: ReadonlyMap<ApplicationId, Filed>; readonly draft: ApplicationId };

/** A county on a working day: something lies in every queue. */
const toTheMiddle = async (crew: Crew, folder: string): Promise<Middle> => {
  const first = await fileClaims(
    crew,
    named('T-001', 'T-002', 'T-007', 'T-032', 'R-001', 'R-002', 'R-031', 'A-1', 'B-1', '银行将退回付款'),
    progress,
  );
  await verifyClaims(crew, first, progress, 1, unheard);
  await crew.wait(21 * day);
  await settle(crew, noneIn('ON_NOTICE'));
  const idOf = (name: string) => [...first.values()].find((claim) => claim.name === name)?.applicationId;
  const bouncing = claimNamed(first, '银行将退回付款');
  const early = new Set([idOf('T-001'), idOf('R-001'), bouncing.applicationId]);
  await approveSome(crew, (id) => early.has(id));
  await payClaims(crew, folder, progress, bouncing);
  await until(crew, bouncing, 'CORRECT_PAYEE');
  await settle(crew);
  const later = new Set([idOf('T-002'), idOf('R-002'), idOf('A-1')]);
  await approveSome(crew, (id) => later.has(id));
  const paid = idOf('R-001');
  if (paid) await proposeBack(crew, paid);
  const second = await fileClaims(
    crew,
    named('T-082', 'T-084', 'T-094', 'T-097', 'R-060', 'R-096', 'R-128', 'A-2', '提出异议'),
    progress,
  );
  const returned = [...second.values()].find(({ name }) => name === 'R-128')?.applicationId;
  const tasks = await openTasks(crew, 'verifier', 'VERIFY');
  const marked = [{ lineNo: 1, field: 'spells.0.startsOn', note: '就业登记的开始日期较晚' }];
  await decideAll(
    crew,
    'verifier',
    tasks.filter(({ application }) => application.applicationId === returned),
    () => Promise.resolve({ decision: 'RETURN', reason: '开始日期与就业登记不一致', marked }),
    unheard,
  );
  await objectTo(crew, claimNamed(second, '提出异议'), progress);
  await settle(crew);
  const [unsent] = named('T-099');
  if (unsent === undefined) throw new Error('the sample has no T-099');
  return { filed: new Map([...first, ...second]), draft: await draft(crew, unsent) };
};

const recover = async (crew: Crew) => {
  const open = () => crew.as('finance', listRecoveriesOperation, { params: { division }, query: {} });
  for (const { recoveryId, version } of (await open()).items) {
    const body = { version, decision: 'APPROVE' as const, reason: '已与用工单位核实' };
    await crew.as('approver', decideRecoveryOperation, { params: { recoveryId }, body });
  }
  for (const { recoveryId, version, leftFen } of (await open()).items) {
    const received = { amountFen: leftFen, receivedOn: crew.today(), bankReference: `B-${recoveryId}` };
    await crew.as('finance', receiveRecoveryOperation, {
      params: { recoveryId },
      body: { version, received },
    });
  }
};

/** Everybody goes on with their work until nothing is left to do. */
const toTheEnd = async (crew: Crew, folder: string, { filed, draft: unsent }: Middle): Promise<void> => {
  // A desk that was just started, or restored, comes to rest first.
  await settle(crew);
  const { version } = await crew.as('village', getApplicationOperation, {
    params: { applicationId: unsent },
  });
  await crew.as('village', submitApplicationOperation, {
    params: { applicationId: unsent },
    body: { version },
  });
  await correctReturned(crew, filed, progress);
  await correctAccount(crew, claimNamed(filed, '银行将退回付款'));
  await settle(crew);
  await verifyClaims(crew, filed, progress, 1, unheard);
  await reexamine(crew, progress, unheard);
  await crew.wait(21 * day);
  await settle(crew, noneIn('ON_NOTICE'));
  await approveClaims(crew, progress, unheard);
  await payClaims(crew, folder, progress);
  await settle(crew, noneIn('PAYING'));
  await recover(crew);
};

const written = (data: string): number =>
  ['desk.db', 'desk.db-wal']
    .map((name) => statSync(join(data, 'database', name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);

/** Kills a command and what it started once the table is half written. */
const killInTheMiddle = async (args: readonly string[], data: string): Promise<string> => {
  const child = spawn(process.execPath, [...node, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // The export has been checked, and a good part of it is written.
  while (!(said.includes('export checked') && written(data) > 1_000_000) && child.exitCode === null)
    await pause(5);
  child.kill('SIGKILL');
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit');
  process.kill(Number(readFileSync(join(data, 'database/server.pid'), 'utf8')), 'SIGKILL');
  return said;
};

type Told = Readonly<
  Record<string, { readonly state: string; readonly paidFen: number; readonly entries: string[] }>
>;

/** What became of each application, and what its people got. */
const toldBy = ({ heads, payouts, rows }: Books): Told =>
  Object.fromEntries(
    heads.map(({ applicationId, state }) => {
      const paid = payouts.filter(
        (payout) => payout.applicationId === applicationId && payout.state === 'PAID',
      );
      const entries = rows
        .filter(({ sk, applicationId: of }) => sk.startsWith('ENTRY#') && of === applicationId)
        .map(({ pk, kind, amountFen }) => `${pk} ${String(kind)} ${String(amountFen)}`);
      const paidFen = paid.reduce((sum, { amountFen }) => sum + amountFen, 0);
      return [applicationId, { state, paidFen, entries: entries.sort() }];
    }),
  );

const root = await mkdtemp(join(tmpdir(), 'restore-journey-'));
const old = join(root, 'old');
const fresh = join(root, 'new');
const exported = join(root, 'export');
const restoreArgs = [
  ...['restore', '--from', exported, '--data', join(fresh, 'data'), '--practice'],
  ...['--keys', join(old, 'data/secrets/vault.json'), '--json'],
];

let middle: Middle;
let before: Books;
let after: Books;
let ends: { readonly old: Books; readonly restored: Books };
const said = {
  replayedBefore: '',
  replayedAfter: '',
  reconciled: { code: -1, out: '' },
  atTheEnd: { code: -1, out: '' },
};
let figures: Record<string, unknown>;
let killed: string;
let refusedToClose: { readonly code: number; readonly err: string };
const desks: DeskProcess[] = [];

const start = async (folder: string): Promise<DeskProcess> => {
  const desk = await startDeskProcess(folder);
  desks.push(desk);
  return desk;
};

const goOn = async (folder: string): Promise<Books> => {
  const desk = await start(folder);
  await toTheEnd(crewOf(desk), join(folder, 'files'), middle);
  const books = await readBooks(desk);
  said.atTheEnd = await subsidy('reconcile', '--data', join(folder, 'data'));
  await desk.stop();
  return books;
};

beforeAll(async () => {
  const desk = await start(old);
  middle = await toTheMiddle(crewOf(desk), join(root, 'files'));
  before = await readBooks(desk);
  said.replayedBefore = (await subsidy('replay', '--all', '--data', desk.file('.'))).out;
  refusedToClose = await subsidy('export', exported, '--close', '--data', desk.file('.'));
  await desk.stop();
  expect(await subsidy('export', exported, '--data', desk.file('.'))).toMatchObject({ code: 0 });
  killed = await killInTheMiddle(restoreArgs, join(fresh, 'data'));
  const repeated = await subsidy(...restoreArgs);
  expect(repeated).toMatchObject({ code: 0 });
  figures = JSON.parse(repeated.out) as Record<string, unknown>;
  const restored = await start(fresh);
  said.reconciled = await subsidy('reconcile', '--data', restored.file('.'));
  said.replayedAfter = (await subsidy('replay', '--all', '--data', restored.file('.'))).out;
  after = await readBooks(restored);
  await restored.stop();
  const onTheOld = await goOn(old);
  ends = { old: onTheOld, restored: await goOn(fresh) };
}, 600_000);
afterAll(async () => {
  for (const desk of desks) await desk.stop().catch(() => undefined);
  await rm(root, { recursive: true, force: true });
});

test('the desk was in the middle of everything', () => {
  const waits = new Set(before.heads.map(({ state, wait }) => wait?.kind ?? state));
  expect([...waits].sort()).toEqual(
    expect.arrayContaining([
      ...['APPROVE', 'CLOSED', 'CORRECT', 'CORRECT_PAYEE', 'DRAFT', 'NOTICE'],
      ...['PAY', 'REEXAMINE', 'SECOND_APPROVE', 'VERIFY'],
    ]),
  );
  expect(
    before.rows.filter(({ sk, state }) => sk.startsWith('RECOVERY#') && state === 'PROPOSED'),
  ).toHaveLength(1);
});

test('the first restore was killed while it wrote', () => {
  expect(killed).not.toContain('executions restarted');
});

describe('on the restored desk', () => {
  test('every application under way has its execution again, and none that did not run before', () => {
    const underWay = before.executions.filter(({ status }) => status === 'RUNNING').length;
    expect(figures).toMatchObject({
      underWay,
      restarted: underWay,
      leftToTheSweeper: 0,
      ranOnly: [],
      rowOnly: [],
    });
  });

  test('reconciliation finds nothing', () => expect(said.reconciled).toMatchObject({ code: 0 }));

  test('each decision is the same when it is decided again from its record', () => {
    expect(said.replayedAfter).toBe(said.replayedBefore);
    expect(said.replayedAfter).not.toBe('');
  });

  test('no audit chain is broken, and each goes on where it was', () => {
    expect(before.events.size).toBeGreaterThan(15);
    for (const [id, events] of before.events) {
      const now = (after.events.get(id) ?? []).map(({ item }) => item);
      expect(firstBrokenLink(now)).toBeUndefined();
      expect(now.slice(0, events.length)).toEqual(events.map(({ item }) => item));
    }
  });

  test('funds, payouts and the ledger are what they were', () => {
    expect(toldBy(after)).toEqual(toldBy(before));
    expect(after.funds).toEqual(before.funds);
  });
});

describe('carried to the end, there and on the old desk', () => {
  test('nothing is left open, and reconciliation finds nothing', () => {
    const open = ends.restored.heads.filter(
      ({ state }) => !['CLOSED', 'REFUSED', 'WITHDRAWN'].includes(state),
    );
    expect(open.map(({ applicationId, state }) => `${applicationId} ${state}`)).toEqual([]);
    expect(said.atTheEnd).toMatchObject({ code: 0 });
  });

  test('everybody gets what they would have got, and nobody twice', () => {
    expect(toldBy(ends.restored)).toEqual(toldBy(ends.old));
    expect(ends.restored.funds).toEqual(ends.old.funds);
    const paid = ends.restored.payouts.filter(({ state }) => state === 'PAID');
    expect(new Set(paid.map(({ applicationId }) => applicationId)).size).toBe(paid.length);
    expect(paid.length).toBeGreaterThan(8);
  });
});

test('a desk that runs is not closed; one that was closed does not start again', async () => {
  expect(refusedToClose).toMatchObject({ code: 1 });
  expect(refusedToClose.err).toMatch(/^DESK_RUNS: [^\n]+\n$/);
  const data = join(fresh, 'data');
  expect(await subsidy('export', join(root, 'last'), '--close', '--data', data)).toMatchObject({ code: 0 });
  await expect(startDeskProcess(fresh)).rejects.toThrow('DESK_CLOSED');
  const again = await subsidy('export', join(root, 'more'), '--data', data);
  expect([again.code, again.err.split(':')[0]]).toEqual([1, 'DESK_CLOSED']);
});

test('the keys are not in the export', async () => {
  const file = await readFile(join(old, 'data/secrets/vault.json'), 'utf8');
  const keys = file.match(/[\w+/]{43}=/g) ?? [];
  expect(keys.length).toBeGreaterThan(1);
  for (const name of await readdir(exported)) {
    const bytes = await readFile(join(exported, name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    for (const key of keys) expect(text.includes(key)).toBe(false);
  }
});
