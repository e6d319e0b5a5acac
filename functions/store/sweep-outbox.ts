import * as z from 'zod';
import type { ApplicationHead } from '../contracts/application.ts';
import type { Instant } from '../contracts/scalars.ts';
import { logEvent } from '../platform/log.ts';
import type { Machine } from '../platform/machine.ts';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { KeylessDesk } from './desk.ts';
import { headKey, outboxPartition, outboxShards } from './keys.ts';
import { queryWork } from './query-work.ts';
import { parseHead, readHead, readItem, type Item } from './read-application.ts';
import { answerIn } from './waits/pending-answer.ts';
import { waitKey } from './waits/rows.ts';

export type Sweep = { started: number; answered: number; dropped: number };

/** Calls that are this young are still under way in the request that made them. */
const graceMs = 10_000;
/** For this long an answer nobody awaits is tried again; then its execution is gone, and reconciliation says so. */
const keepUnawaitedMs = 3600_000;
/** Older than this, somebody should know (docs/runbooks/outbox-old.md). */
const oldMs = 600_000;
const perPage = 100;

const withToken = z.object({ token: z.string().optional() });

/** Takes an entry out of the sweep; an answer stays on the head, for the wait that may still begin again. */
const settled = async (
  { table }: KeylessDesk,
  { applicationId, version, outbox }: ApplicationHead,
): Promise<void> => {
  try {
    await table.documents.send(
      new UpdateCommand({
        TableName: table.name,
        Key: headKey(applicationId),
        UpdateExpression: `REMOVE workPk, workSk${outbox?.kind === 'START' ? ', outbox' : ''}`,
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': version },
      }),
    );
  } catch (error) {
    // Moved on meanwhile: whoever moved it has taken care of its outbox.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};

const deliver = async (
  desk: KeylessDesk,
  machine: Machine,
  head: ApplicationHead,
  now: Instant,
): Promise<keyof Sweep | undefined> => {
  const { outbox, applicationId } = head;
  if (outbox === undefined) return undefined;
  if (Date.parse(now) - Date.parse(outbox.at) > oldMs) logEvent('OUTBOX_OLD', { applicationId });
  if (outbox.kind === 'START') {
    await machine.start(applicationId);
    await settled(desk, head);
    logEvent('EXECUTION_STARTED_LATE', { applicationId });
    return 'started';
  }
  const { token } = withToken.parse(await readItem(desk.table, waitKey(applicationId, outbox.wait)));
  if (token === undefined) return undefined;
  const result = await machine.answer(token, answerIn(outbox, head.version));
  if (result === 'ANSWERED') {
    logEvent('ANSWER_SENT_LATE', { applicationId });
    return 'answered';
  }
  if (Date.parse(now) - Date.parse(outbox.at) < keepUnawaitedMs) return undefined;
  logEvent('ANSWER_NOT_AWAITED', { applicationId });
  await settled(desk, head);
  return 'dropped';
};

const sweepOne = async (
  desk: KeylessDesk,
  machine: Machine,
  item: Item,
  now: Instant,
): Promise<keyof Sweep | undefined> => {
  const listed = parseHead(item);
  const head = listed && (await readHead(desk.table, listed.applicationId));
  return head && deliver(desk, machine, head, now);
};

/** One entry that fails stays for the next sweep and does not keep the others waiting. */
const trySweep = async (...sweeping: Parameters<typeof sweepOne>): Promise<keyof Sweep | undefined> => {
  try {
    return await sweepOne(...sweeping);
  } catch (error) {
    const errorName = error instanceof Error ? error.name : 'unknown';
    logEvent('SWEEP_FAILED', { applicationId: String(sweeping[2]['pk']).slice('APP#'.length), errorName });
    return undefined;
  }
};

/** Every entry, page by page: a hundred that nobody can answer do not hide the next. */
async function* waitingSince(desk: KeylessDesk, partition: string, until: string): AsyncGenerator<Item> {
  let start: Item | undefined;
  do {
    const page = await queryWork(desk.table, { partition, until, limit: perPage, start });
    yield* page.items;
    start = page.next;
  } while (start);
}

/** Repeats the calls to Step Functions that were lost between a commit and the call. */
export const sweepOutbox = async (desk: KeylessDesk, machine: Machine, now: Instant): Promise<Sweep> => {
  const sweep: Sweep = { started: 0, answered: 0, dropped: 0 };
  const until = new Date(Date.parse(now) - graceMs).toISOString();
  for (let shard = 0; shard < outboxShards; shard += 1) {
    for await (const item of waitingSince(desk, outboxPartition(shard), until)) {
      const result = await trySweep(desk, machine, item, now);
      if (result) sweep[result] += 1;
    }
  }
  return sweep;
};
