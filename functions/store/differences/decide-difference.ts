import * as z from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import {
  differenceStates,
  type Difference,
  type DifferenceDecision,
} from '../../contracts/registers/difference.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { ProblemError } from '../../platform/errors.ts';
import { mayNotDecideDifference } from '../../rules/four-eyes/may-not-decide-difference.ts';
import type { Desk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { answerBefore, rememberRequest, requestKey, type Idempotency } from '../idempotency.ts';
import { differenceKey } from '../keys.ts';
import { readItem, readItems } from '../read-application.ts';
import { differenceItem } from '../registers/difference-item.ts';
import { transact, WriteRefusedError, type Write } from '../transact.ts';
import { closeWrites } from './close-writes.ts';
import type { SeenDifference } from './read-seen.ts';

export const differenceReceipt = z.object({
  differenceId: z.string(),
  state: z.enum(differenceStates),
  version: z.string(),
});
export type DifferenceReceipt = z.infer<typeof differenceReceipt>;

export type DecidedDifference = {
  readonly differenceId: string;
  /** What the person saw. */
  readonly version: string;
  readonly decision: DifferenceDecision;
  readonly reason: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

const stale = (): ProblemError =>
  new ProblemError(
    409,
    'VERSION_STALE',
    'The register or the difference changed since you opened it. Load it again and decide on what it says now.',
  );

const mayDecide = ({ differenceId, owner, division, theirs, state }: Difference, actor: Actor): void => {
  const refused = mayNotDecideDifference(actor, { owner, division, importedBy: theirs.importedBy });
  if (refused !== undefined)
    throw new ProblemError(403, refused.code, refused.sentence.en, { messageZh: refused.sentence.zh });
  if (state !== 'OPEN')
    throw new ProblemError(409, 'DIFFERENCE_CLOSED', `The difference ${differenceId} is closed already.`);
};

/** The record is as it was seen; for a decision that leaves it alone. */
const recordStands = ({ difference, record }: SeenDifference): Write => {
  const Key = difference.recordKey;
  if (record === undefined)
    return { ConditionCheck: { Key, ConditionExpression: 'attribute_not_exists(pk)' } };
  const { revision } = record;
  return typeof revision === 'number'
    ? {
        ConditionCheck: {
          Key,
          ConditionExpression: 'revision = :seen',
          ExpressionAttributeValues: { ':seen': revision },
        },
      }
    : { ConditionCheck: { Key, ConditionExpression: 'attribute_exists(pk)' } };
};

const stateAfter = { KEEP_OURS: 'KEPT_OURS', TAKE_THEIRS: 'TOOK_THEIRS' } as const;

/** Who, when and why, and what it was about; values stay out of the audit. */
const eventOf = ({ difference }: SeenDifference, { decision, reason, actor, at }: DecidedDifference) => ({
  type: 'DIFFERENCE_DECIDED' as const,
  at,
  by: doerOf(actor),
  details: {
    decision,
    reason,
    register: difference.register,
    field: difference.field,
    importedBy: difference.theirs.importedBy,
    fileHash: difference.theirs.fileHash,
  },
});

const write = async (
  desk: Desk,
  seen: SeenDifference,
  input: DecidedDifference,
): Promise<DifferenceReceipt> => {
  const { decision, reason, actor, at, request } = input;
  const state = stateAfter[decision];
  const { takenOver } = await import('./taken-over.ts');
  const record = decision === 'TAKE_THEIRS' ? takenOver(desk, seen) : recordStands(seen);
  const closing = { state, closed: { by: actor.id, at, reason } };
  const { writes, version } = closeWrites(seen.difference, closing, eventOf(seen, input));
  const revision = seen.version.slice(0, seen.version.indexOf('.'));
  const after = decision === 'TAKE_THEIRS' ? Number(revision) + 1 : revision;
  const answer = { differenceId: input.differenceId, state, version: `${after}.${version}` };
  await transact(desk.table, [rememberRequest(request, answer, at), record, ...writes]);
  return answer;
};

/** Before the record is written, as an import does: what claims rest on may read otherwise now. */
const openCasesFor = async (desk: Desk, seen: SeenDifference, at: Instant): Promise<void> => {
  const { takenOver } = await import('./taken-over.ts');
  const record = takenOver(desk, seen);
  if (!('Put' in record) || record.Put.Item === undefined) return;
  const { openCases } = await import('../facts-changed/open-cases.ts');
  await openCases(desk, [{ stored: seen.record, now: record.Put.Item }], at);
};

const readBoth = async (desk: Desk, { differenceId, request }: DecidedDifference) => {
  const [item, repeat] = await readItems(desk.table, [differenceKey(differenceId), requestKey(request)]);
  return { difference: item && differenceItem.parse(item), repeat };
};

/**
 * Decides a difference on what the person saw: the record, the difference, the audit event and the request's record, all
 * or nothing. A repeat of the request is answered as before.
 * @throws ProblemError NOT_FOUND, ROLE_NOT_ALLOWED, OTHER_COUNTY, FOUR_EYES, DIFFERENCE_CLOSED, VERSION_STALE,
 * NOT_TAKEN_OVER, REGISTER_REFUSES
 */
export const decideDifference = async (desk: Desk, input: DecidedDifference): Promise<DifferenceReceipt> => {
  const { difference, repeat } = await readBoth(desk, input);
  const before = answerBefore(differenceReceipt, repeat, input.request);
  if (before) return before;
  if (difference === undefined)
    throw new ProblemError(404, 'NOT_FOUND', `There is no difference ${input.differenceId}.`);
  mayDecide(difference, input.actor);
  const { seenFrom } = await import('./read-seen.ts');
  const seen = seenFrom(desk, difference, await readItem(desk.table, difference.recordKey));
  if (seen.version !== input.version) throw stale();
  if (input.decision === 'TAKE_THEIRS') await openCasesFor(desk, seen, input.at);
  return write(desk, seen, input).catch((error: unknown) => {
    if (!(error instanceof WriteRefusedError)) throw error;
    const same = answerBefore(differenceReceipt, error.at(0)?.found, input.request);
    if (same) return same;
    throw stale();
  });
};
