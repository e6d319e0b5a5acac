import * as z from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import type { RecognitionLife } from '../../contracts/recognition-change.ts';
import { recognitionStatuses, type RecognitionRecord } from '../../contracts/registers/organisation.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { ProblemError } from '../../platform/errors.ts';
import { dayOf } from '../../platform/time.ts';
import { standingOn } from '../../rules/recognition.ts';
import type { NewEvent } from '../audit/events.ts';
import type { KeylessDesk } from '../desk.ts';
import { answerBefore, rememberRequest, requestKey, type Idempotency } from '../idempotency.ts';
import { readItems } from '../read-application.ts';
import { transact, WriteRefusedError, type Write } from '../transact.ts';
import { entryStands, entryWrite, lifeWrites } from './life-writes.ts';
import {
  recognitionFrom,
  recognitionKeys,
  versionOf,
  type Recognition,
  type RecognitionRef,
} from './read-recognition.ts';

/** The answer to a change: how the recognition stands now, and the version for the next change. */
export const recognitionReceipt = z.object({
  recognitionNo: z.string(),
  status: z.enum([...recognitionStatuses, 'NOT_YET']),
  version: z.string(),
});
export type RecognitionReceipt = z.infer<typeof recognitionReceipt>;

export type Asking = {
  readonly ref: RecognitionRef;
  /** What the person saw. */
  readonly version: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

/** What a change comes to; without a record the register's entry stays as it is. */
export type Change = {
  readonly record?: RecognitionRecord;
  readonly life: Omit<RecognitionLife, 'version'>;
  readonly event: NewEvent;
  readonly alongside?: readonly Write[];
};

const notFound = (): ProblemError =>
  new ProblemError(404, 'NOT_FOUND', 'There is no such recognition in your county.');

const stale = (): ProblemError =>
  new ProblemError(
    409,
    'VERSION_STALE',
    'The recognition changed since you opened it. Load the list again and decide on what it says now.',
  );

const receiptOf = (record: RecognitionRecord, version: string, at: Instant): RecognitionReceipt => ({
  recognitionNo: record.recognitionNo,
  status: standingOn(record, dayOf(at)),
  version,
});

const write = async (
  { table }: KeylessDesk,
  { ref, at, request }: Asking,
  seen: Recognition,
  { record, life, event, alongside = [] }: Change,
): Promise<RecognitionReceipt> => {
  const { writes, version } = lifeWrites(ref, seen, life, event);
  const entry = record ? entryWrite(record, seen.revision) : entryStands(ref, seen.revision);
  const revision = record ? seen.revision + 1 : seen.revision;
  const answer = receiptOf(record ?? seen.record, versionOf({ revision, life: { ...life, version } }), at);
  await transact(table, [rememberRequest(request, answer, at), entry, ...writes, ...alongside]);
  return answer;
};

const mustBeSeen = (seen: Recognition | undefined, { actor, version }: Asking): Recognition => {
  if (seen?.record.division !== actor.division) throw notFound();
  if (versionOf(seen) !== version) throw stale();
  return seen;
};

/** Somebody was first: with this very request, or with another. */
const explain = (error: unknown, request: Idempotency): RecognitionReceipt => {
  if (!(error instanceof WriteRefusedError)) throw error;
  const same = answerBefore(recognitionReceipt, error.at(0)?.found, request);
  if (same) return same;
  throw stale();
};

/**
 * Changes a recognition of the officer's county on the version they saw: the register's entry, what goes on with it,
 * its audit event and the request's record, all or nothing. A repeat of the request is answered as before.
 * @throws ProblemError NOT_FOUND, also for another county's; VERSION_STALE; and what `decide` refuses
 */
export const changeRecognition = async (
  desk: KeylessDesk,
  asking: Asking,
  decide: (seen: Recognition) => Change,
): Promise<RecognitionReceipt> => {
  const { ref, request } = asking;
  const keys = [...recognitionKeys(ref), requestKey(request)];
  const [entry, life, record] = await readItems(desk.table, keys);
  const before = answerBefore(recognitionReceipt, record, request);
  if (before) return before;
  const seen = mustBeSeen(recognitionFrom(entry, life), asking);
  try {
    return await write(desk, asking, seen, decide(seen));
  } catch (error) {
    return explain(error, request);
  }
};
