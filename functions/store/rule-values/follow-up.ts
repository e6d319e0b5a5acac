import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../contracts/scalars.ts';
import { logEvent } from '../../platform/log.ts';
import { countiesUnder } from '../../rules/values/divisions-over.ts';
import type { KeylessDesk } from '../desk.ts';
import { ruleFollowUpKey, ruleFollowUpPartition } from '../keys.ts';
import { queryWork } from '../query-work.ts';
import type { Item } from '../read-application.ts';
import { listTasks } from '../tasks/list-tasks.ts';
import { dueFields, followUp, type FollowUp } from './follow-up-item.ts';
import { recheck, type SendAnswer } from './recheck-waiting.ts';
import { currentBook } from './rule-book.ts';

/** A task that was opened just before the approval may not stand in its queue yet, so the queues are read once more. */
const readAgainAfterMs = 60_000;
/** An approval is still at work on it itself. */
const graceMs = 10_000;
const perPage = 100;

/** One application that fails is tried again by the next sweep and does not keep the others waiting. */
const tryRecheck = async (
  ...asked: Parameters<typeof recheck>
): Promise<'RECHECKED' | 'WAITS' | 'FAILED'> => {
  try {
    return (await recheck(...asked)) ? 'RECHECKED' : 'WAITS';
  } catch (error) {
    const { applicationId } = asked[2].head;
    logEvent('SWEEP_FAILED', { applicationId, errorName: error instanceof Error ? error.name : 'unknown' });
    return 'FAILED';
  }
};

type Pass = { rechecked: number; isComplete: boolean };

/** The county's waiting applications whose values are all set, at most as many as there is room for. */
const recheckCounty = async (
  desk: KeylessDesk,
  send: SendAnswer,
  county: string,
  { at, room }: { readonly at: Instant; readonly room: number },
): Promise<Pass> => {
  const pass: Pass = { rechecked: 0, isComplete: true };
  let start: Item | undefined;
  do {
    const page = await listTasks(desk, { role: 'RULE_ADMIN', division: county, limit: perPage, start });
    const book = page.items.length > 0 ? await currentBook(desk.table, county) : undefined;
    for (const { head } of page.items) {
      if (pass.rechecked >= room) return { ...pass, isComplete: false };
      const result = book && (await tryRecheck(desk, send, { head, book, at }));
      if (result === 'FAILED') pass.isComplete = false;
      if (result === 'RECHECKED') pass.rechecked += 1;
    }
    start = page.next;
  } while (start);
  return pass;
};

const settle = async (
  { table }: KeylessDesk,
  item: FollowUp,
  at: Instant,
  isComplete: boolean,
): Promise<void> => {
  const Key = ruleFollowUpKey(item.division, item.proposalId);
  const last = Date.parse(item.approvedAt) + readAgainAfterMs;
  if (isComplete && Date.parse(at) >= last) {
    await table.documents.send(new DeleteCommand({ TableName: table.name, Key }));
    return;
  }
  const { workPk, workSk } = dueFields(item, isComplete ? new Date(last).toISOString() : at);
  const again = new UpdateCommand({
    TableName: table.name,
    Key,
    UpdateExpression: 'SET workPk = :workPk, workSk = :workSk',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':workPk': workPk, ':workSk': workSk },
  });
  await table.documents.send(again).catch((error: unknown) => {
    // Another pass has finished it.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
};

/**
 * Lets the applications that waited for an approved value be checked again: those of its county, or of every county
 * under its prefecture or the province. Bounded; what is left is done by the next sweep.
 */
export const followUpApproval = async (
  desk: KeylessDesk,
  send: SendAnswer,
  item: FollowUp,
  { at, room }: { readonly at: Instant; readonly room: number },
): Promise<number> => {
  let rechecked = 0;
  let isComplete = true;
  for (const county of countiesUnder(item.division)) {
    const pass = await recheckCounty(desk, send, county, { at, room: room - rechecked });
    rechecked += pass.rechecked;
    isComplete &&= pass.isComplete;
  }
  await settle(desk, item, at, isComplete);
  return rechecked;
};

/** How many applications one sweep lets go on, for each approval. */
const roomOfSweep = 200;

/** Does what is left of every approval. One that fails stays, and does not keep the others waiting. */
export const sweepFollowUps = async (desk: KeylessDesk, send: SendAnswer, now: Instant): Promise<number> => {
  const until = new Date(Date.parse(now) - graceMs).toISOString();
  const { items } = await queryWork(desk.table, { partition: ruleFollowUpPartition, until, limit: perPage });
  let rechecked = 0;
  for (const item of items) {
    try {
      rechecked += await followUpApproval(desk, send, followUp.parse(item), { at: now, room: roomOfSweep });
    } catch (error) {
      logEvent('SWEEP_FAILED', { errorName: error instanceof Error ? error.name : 'unknown' });
    }
  }
  return rechecked;
};
