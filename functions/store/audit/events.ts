import { createHash } from 'node:crypto';
import * as z from 'zod';
import { role } from '../../contracts/actor.ts';
import { version, type ApplicationId, type Version } from '../../contracts/application.ts';
import { instant, type Instant } from '../../contracts/scalars.ts';
import { eventKey, type Key } from '../keys.ts';
import type { Write } from '../transact.ts';

/** Everything that can happen to an application. Written in the same transaction as the change itself. */
export const eventTypes = [
  'DRAFT_CREATED',
  'LINES_ADDED',
  'LINE_CHANGED',
  'PAYEE_CHANGED',
  'SUBMITTED',
  'CHECKED',
  'TASK_OPENED',
  'TASK_CLAIMED',
  'TASK_RELEASED',
  'TASK_DECIDED',
  'NOTICE_PUBLISHED',
  'OBJECTION_RAISED',
  'OBJECTIONS_SETTLED',
  'PAYOUT_MADE_PAYABLE',
  'PAYOUT_BOOKED',
  'REFUSED',
  'WITHDRAWN',
  'CLOSED',
  'REASSESSED',
  'SUPPLEMENT_OPENED',
  'RECOVERY_PROPOSED',
  'RECOVERY_DECIDED',
  'RECOVERY_RECEIVED',
  'RECOVERY_WRITTEN_OFF',
  'PAYOUT_REVERSED',
  'EXECUTION_RESTARTED',
  'FACTS_CHANGED',
  'RECOGNISED',
  'HEADS_COUNTED',
  'CHANGE_PROPOSED',
  'CHANGE_CONFIRMED',
  'CHANGE_DECLINED',
  'VALUES_PROPOSED',
  'VALUES_APPROVED',
  'VALUES_REJECTED',
  'VALUES_WITHDRAWN',
  'DIFFERENCE_DECIDED',
  'DIFFERENCE_SETTLED',
] as const;
export const eventType = z.enum(eventTypes);
export type EventType = z.infer<typeof eventType>;

/** The person, or the machine, that did it. */
export const doer = z.strictObject({ id: z.string(), role: z.union([role, z.enum(['SYSTEM', 'PUBLIC'])]) });
export type Doer = z.infer<typeof doer>;
export const theSystem: Doer = { id: 'system', role: 'SYSTEM' };

const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const eventDetails = z.record(z.string(), z.union([scalar, z.array(z.string())]));
export type EventDetails = z.infer<typeof eventDetails>;

export const auditEvent = z.object({
  seq: z.int().min(1),
  type: eventType,
  at: instant,
  by: doer,
  details: eventDetails,
  /** Where the request that did it stands in the log. A pointer and no part of what happened, so the hash leaves it out. */
  requestId: z.string().optional(),
  previous: z.string(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof auditEvent>;

export type NewEvent = {
  readonly type: EventType;
  readonly at: Instant;
  readonly by: Doer;
  readonly details?: EventDetails;
  readonly requestId?: string | undefined;
};

export const beforeFirstEvent = 'none';

const seqOf = (before: string): number => Number.parseInt(before, 10) || 0;

const hashOf = (seq: number, { type, at, by, details = {} }: NewEvent, previous: string): string =>
  createHash('sha256')
    .update(JSON.stringify([seq, type, at, by.id, by.role, Object.entries(details).sort(), previous]))
    .digest('hex');

/** The next link of a chain: its row, and the version that what it is about has with it. */
export const nextLink = (
  keyOf: (seq: number) => Key,
  before: Version | typeof beforeFirstEvent,
  event: NewEvent,
) => {
  const seq = seqOf(before) + 1;
  const hash = hashOf(seq, event, before);
  const { type, at, by, details = {}, requestId } = event;
  const pointer = requestId === undefined ? {} : { requestId };
  const item: AuditEvent = { seq, type, at, by, details, ...pointer, previous: before, hash };
  const write: Write = {
    Put: { Item: { ...keyOf(seq), ...item }, ConditionExpression: 'attribute_not_exists(pk)' },
  };
  return { write, version: version.parse(`${seq}-${hash.slice(0, 32)}`) };
};

/** The next link of an application's chain. */
export const nextEvent = (id: ApplicationId, before: Version | typeof beforeFirstEvent, event: NewEvent) =>
  nextLink((seq) => eventKey(id, seq), before, event);

/** The first event that does not follow from the one before it; undefined when the chain is whole. */
export const firstBrokenLink = (events: readonly AuditEvent[]): AuditEvent | undefined => {
  let before: string = beforeFirstEvent;
  return events.find((event, index) => {
    const expected = hashOf(event.seq, event, before);
    const follows = event.seq === index + 1 && event.previous === before && event.hash === expected;
    before = `${event.seq}-${event.hash.slice(0, 32)}`;
    return !follows;
  });
};
