import { setTimeout as pause } from 'node:timers/promises';
import {
  addLinesOperation,
  createApplicationOperation,
  submitApplicationOperation,
} from '../functions/contracts/api/applications.ts';
import { bookPayoutOperation, listPayoutsOperation } from '../functions/contracts/api/payouts.ts';
import {
  claimTaskOperation,
  decideTaskOperation,
  listTasksOperation,
} from '../functions/contracts/api/tasks.ts';
import { dayOf } from '../functions/platform/time.ts';
import { allPages } from '../infra/cli/api-client.ts';
import { together } from '../infra/cli/demo/crew.ts';
import { moveTime, readTime } from '../infra/cli/practice-time.ts';
import type { RunningDesk } from '../infra/cli/running-desk.ts';
import { addDays } from '../infra/local/sample/generator/days.ts';
import { withLuhnCheck } from '../infra/local/sample/generator/check-characters.ts';
import { BenchError } from './bench-error.ts';
import { type DeskUser, signIn } from './desk-user.ts';
import type { Stopwatch } from './stopwatch.ts';
import { county, type MadeUpWorker, trip } from './workers.ts';

export type Bench = {
  readonly desk: RunningDesk;
  readonly stopwatch: Stopwatch;
  readonly workers: readonly MadeUpWorker[];
  readonly inFlight: number;
};

/** A card of each worker's own: one that many share is looked at by a person. */
const cardOf = ({ citizenId }: MadeUpWorker) => withLuhnCheck(`6217${citizenId.slice(6, 17)}`);

const draftOf = (worker: MadeUpWorker) => ({
  instrument: 'TRANSPORT_SUBSIDY' as const,
  division: county,
  channel: 'VILLAGE' as const,
  commitmentSigned: true as const,
  payee: {
    holderName: worker.name,
    bankName: '样例农商银行',
    account: { kind: 'BANK_CARD' as const, number: cardOf(worker) },
  },
  proxy: {
    relation: 'VILLAGE_CADRE' as const,
    consentTextVersion: '2020-03',
    takenBy: 'SIGNATURE' as const,
  },
});

const { tripId, departsOn, destination, fareFen } = trip;
const leg = { mode: 'TRAIN' as const, from: county, to: destination, travelledOn: departsOn };
const lineOf = (worker: MadeUpWorker) => ({
  lineNo: 1,
  worker,
  content: {
    instrument: 'TRANSPORT_SUBSIDY' as const,
    claim: {
      departedOn: departsOn,
      workplace: destination,
      employerName: '样例昆山市电子厂',
      organiserKind: 'GOVERNMENT' as const,
      tripId,
      legs: [{ ...leg, fareFen, paidBy: 'SELF' as const }],
    },
  },
});

/** Files each claim and watches it until its list hangs. @returns the last day of the latest notice */
export const fileAll = async ({ desk, stopwatch, workers, inFlight }: Bench): Promise<string> => {
  const village = await signIn(desk, 'village', stopwatch);
  let lastDay = '';
  await together(workers, inFlight, async (worker) => {
    const begun = await village.ask(createApplicationOperation, { body: draftOf(worker) });
    const params = { applicationId: begun.applicationId };
    const filled = await village.ask(addLinesOperation, {
      params,
      body: { version: begun.version, lines: [lineOf(worker)] },
    });
    const hangs = await stopwatch.time('submit to ON_NOTICE', async () => {
      await village.ask(submitApplicationOperation, { params, body: { version: filled.version } });
      return village.watch(begun.applicationId, 'ON_NOTICE');
    });
    if ((hangs.noticeEndsOn ?? '') > lastDay) lastDay = hangs.noticeEndsOn ?? '';
  });
  return lastDay;
};

const openTasks = (approver: DeskUser) =>
  allPages((cursor) =>
    approver.ask(listTasksOperation, {
      query: { kind: 'APPROVE', limit: '100', ...(cursor !== undefined && { cursor }) },
    }),
  );

/** Moves the desk's clock past the public notices, and waits until every claim lies with the approver. */
export const letNoticesEnd = async ({ desk, stopwatch, workers }: Bench, lastDay: string) => {
  await stopwatch.time('practice clock', () =>
    moveTime(desk, { to: `${addDays(lastDay, 1)}T01:00:00.000Z` }),
  );
  const approver = await signIn(desk, 'approver', stopwatch);
  let tasks = await openTasks(approver);
  while (tasks.length < workers.length) {
    await pause(250);
    tasks = await openTasks(approver);
  }
  return tasks;
};

type Tasks = Awaited<ReturnType<typeof letNoticesEnd>>;

/** Takes each task, approves it, and watches the claim until its payout is payable. */
export const approveAll = async ({ desk, stopwatch, inFlight }: Bench, tasks: Tasks): Promise<void> => {
  const approver = await signIn(desk, 'approver', stopwatch);
  await together(tasks, inFlight, async ({ taskId, application: { applicationId, version } }) => {
    const params = { taskId };
    const claimed = await approver.ask(claimTaskOperation, { params, body: { version } });
    await stopwatch.time('decide to PAYING', async () => {
      await approver.ask(decideTaskOperation, {
        params,
        body: { version: claimed.version, decision: 'APPROVE', reason: '公示无异议，同意发放' },
      });
      return approver.watch(applicationId, 'PAYING');
    });
  });
};

/** Books each payout as paid, and watches the claim until it is closed. */
export const payAll = async ({ desk, stopwatch, workers, inFlight }: Bench): Promise<void> => {
  const finance = await signIn(desk, 'finance', stopwatch);
  const now = (await readTime(desk))?.now ?? new Date().toISOString();
  const payouts = await allPages((cursor) =>
    finance.ask(listPayoutsOperation, { query: { limit: '100', ...(cursor !== undefined && { cursor }) } }),
  );
  if (payouts.length !== workers.length)
    throw new BenchError(`${workers.length} claims were approved, but ${payouts.length} are payable.`);
  await together(payouts, inFlight, async ({ payoutId, applicationId, amountFen, version }) => {
    const bankReference = `BENCH-${payoutId.slice(1)}`;
    const booking = { result: 'PAID' as const, amountFen, bookedOn: dayOf(now), bankReference };
    await stopwatch.time('book to CLOSED', async () => {
      await finance.ask(bookPayoutOperation, { params: { payoutId }, body: { version, booking } });
      return finance.watch(applicationId, 'CLOSED');
    });
  });
};
