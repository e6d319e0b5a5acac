import {
  applicationHead,
  type ApplicationHead,
  type ApplicationId,
  type ApplicationState,
  type OutboxEntry,
  type Version,
} from '../contracts/application.ts';
import type { Instant } from '../contracts/scalars.ts';
import { sourcesOf } from '../contracts/transitions.ts';
import { nextEvent, type NewEvent } from './audit/events.ts';
import { answerGivenBefore, rememberRequest, type Idempotency, type Receipt } from './idempotency.ts';
import { headKey, outboxPartition, outboxShardOf } from './keys.ts';
import type { Table } from './table-client.ts';
import { transact, WriteRefusedError, type Refusal, type Write } from './transact.ts';
import { updateExpression } from './update-expression.ts';

export type ApplicationChange = {
  readonly id: ApplicationId;
  /** The version the change rests on. */
  readonly expected: Version;
  /** The new state; without it the state stays, and `while` says in which states that is allowed. */
  readonly to?: ApplicationState;
  readonly while?: readonly ApplicationState[];
  readonly at: Instant;
  readonly event: Omit<NewEvent, 'at'>;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  readonly add?: Readonly<Record<string, number>>;
  /** Further conditions on the head, with their values. */
  readonly onlyIf?: {
    readonly condition: string;
    readonly names: Readonly<Record<string, string>>;
    readonly values: Readonly<Record<string, unknown>>;
  };
  /** A person's change leaves a pending call alone unless it brings its own; a machine's step has overtaken it. */
  readonly outbox?: ((after: Version) => OutboxEntry) | 'CLEAR' | 'KEEP';
  readonly alongside?: readonly Write[];
  readonly request?: Idempotency;
};

/** The head was not as the change expected it: somebody else was first, or the state does not allow it. */
export class ApplicationMovedOnError extends Error {
  override readonly name = 'ApplicationMovedOn';
  readonly head: ApplicationHead | undefined;
  constructor(head: ApplicationHead | undefined) {
    super(
      head === undefined ? 'There is no such application' : `The application has moved on to ${head.state}`,
    );
    this.head = head;
  }
}

/** Refusals of the writes that went alongside, counted from 0 in their own order. */
export class AlongsideRefusedError extends Error {
  override readonly name = 'AlongsideRefused';
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super('A row beside the application was not as expected');
    this.refusals = refusals;
  }
}

const outboxFields = ({ id, outbox: entry }: ApplicationChange, after: Version) => {
  if (entry === undefined || entry === 'KEEP') return { set: {}, remove: [] };
  if (entry === 'CLEAR') return { set: {}, remove: ['outbox', 'workPk', 'workSk'] };
  const outbox = entry(after);
  const set = { outbox, workPk: outboxPartition(outboxShardOf(id)), workSk: `${outbox.at}#${id}` };
  return { set, remove: [] };
};

/** The states from which the change may start, as a condition with its values. */
const stateCondition = ({ to, while: states = [] }: ApplicationChange) => {
  const allowed = to === undefined ? states : sourcesOf(to);
  if (allowed.length === 0) return { conditions: [], names: {}, values: {} };
  const values = Object.fromEntries(allowed.map((state, index) => [`:from${index}`, state]));
  return {
    conditions: [`#state IN (${Object.keys(values).join(', ')})`],
    names: { '#state': 'state' },
    values,
  };
};

const headUpdate = (change: ApplicationChange, version: Version): Write => {
  const { id, expected, to, at, onlyIf, remove = [], add = {} } = change;
  const pending = outboxFields(change, version);
  const moved = to === undefined ? {} : { state: to, stateSince: at };
  const update = updateExpression({
    set: { ...change.set, ...moved, ...pending.set, version },
    remove: [...remove, ...pending.remove],
    add,
  });
  const from = stateCondition(change);
  const conditions = ['#version = :expected', ...from.conditions, ...(onlyIf ? [onlyIf.condition] : [])];
  return {
    Update: {
      Key: headKey(id),
      UpdateExpression: update.UpdateExpression,
      ExpressionAttributeNames: { ...update.ExpressionAttributeNames, ...onlyIf?.names, ...from.names },
      ExpressionAttributeValues: {
        ...update.ExpressionAttributeValues,
        ...from.values,
        ...onlyIf?.values,
        ':expected': expected,
      },
      ConditionExpression: conditions.join(' AND '),
    },
  };
};

const explain = (error: unknown, request: Idempotency | undefined): Receipt => {
  if (!(error instanceof WriteRefusedError)) throw error;
  const before = request && answerGivenBefore(error.at(2)?.found, request);
  if (before) return before;
  const head = error.at(0);
  if (head) throw new ApplicationMovedOnError(head.found && applicationHead.parse(head.found));
  const first = request ? 3 : 2;
  throw new AlongsideRefusedError(
    error.refusals
      .map(({ index, found }) => ({ index: index - first, found }))
      .filter(({ index }) => index >= 0),
  );
};

/**
 * Changes one application: its head, the next link of its audit chain, the request's record and whatever goes
 * alongside, all or nothing. A repeat of the same request answers as before and changes nothing.
 * @throws ApplicationMovedOnError with the head as it is now
 * @throws AlongsideRefusedError when another row was not as expected
 */
export const changeApplication = async (
  table: Table,
  change: ApplicationChange,
  answer: (version: Version) => Receipt,
): Promise<Receipt> => {
  const { id, expected, at, request } = change;
  const { write: event, version } = nextEvent(id, expected, {
    ...change.event,
    at,
    requestId: request?.requestId,
  });
  const receipt = answer(version);
  const writes = [
    headUpdate(change, version),
    event,
    ...(request ? [rememberRequest(request, receipt, at)] : []),
    ...(change.alongside ?? []),
  ];
  try {
    await transact(table, writes);
    return receipt;
  } catch (error) {
    return explain(error, request);
  }
};
