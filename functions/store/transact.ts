import { setTimeout as pause } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { TransientError } from '../platform/errors.ts';
import type { Table } from './table-client.ts';

type InputWrite = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type WithoutTable<T> = T extends object ? Omit<T, 'TableName'> : T;

/** One write of a transaction; the table's name is filled in. */
export type Write =
  | { readonly Put: WithoutTable<NonNullable<InputWrite['Put']>> }
  | { readonly Update: WithoutTable<NonNullable<InputWrite['Update']>> }
  | { readonly Delete: WithoutTable<NonNullable<InputWrite['Delete']>> }
  | { readonly ConditionCheck: WithoutTable<NonNullable<InputWrite['ConditionCheck']>> };

/** DynamoDB's limit for one transaction. */
export const maxWrites = 100;

export type Refusal = {
  readonly index: number;
  readonly found: Readonly<Record<string, unknown>> | undefined;
};

/** A condition did not hold, so nothing was written. Says which writes were refused and what stood there instead. */
export class WriteRefusedError extends Error {
  override readonly name = 'WriteRefused';
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(`Refused by the condition of write ${refusals.map(({ index }) => index).join(', ')}`);
    this.refusals = refusals;
  }
  at(index: number): Refusal | undefined {
    return this.refusals.find((refusal) => refusal.index === index);
  }
}

const named = (write: Write, TableName: string): InputWrite => {
  const asked = { TableName, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
  if ('Put' in write) return { Put: { ...asked, ...write.Put } };
  if ('Update' in write) return { Update: { ...asked, ...write.Update } };
  if ('Delete' in write) return { Delete: { ...asked, ...write.Delete } };
  return { ConditionCheck: { ...asked, ...write.ConditionCheck } };
};

const refusalsOf = (error: TransactionCanceledException): Refusal[] =>
  (error.CancellationReasons ?? []).flatMap(({ Code, Item }, index) =>
    Code === 'ConditionalCheckFailed' ? [{ index, found: Item && unmarshall(Item) }] : [],
  );

/** Two people touched one row at the same moment, or too many came at once; DynamoDB asks to come again. */
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

const isPassing = ({ CancellationReasons = [] }: TransactionCanceledException): boolean =>
  CancellationReasons.some(({ Code }) => Code !== undefined && passing.has(Code));

const pausesMs = [15, 40, 100, 250] as const;

/**
 * All or nothing, at most 100 writes.
 * @throws WriteRefusedError when a condition did not hold
 * @throws TransientError when the rows stayed contended
 */
export const transact = async (table: Table, writes: readonly Write[]): Promise<void> => {
  const command = new TransactWriteCommand({
    TransactItems: writes.map((write) => named(write, table.name)),
  });
  for (const pauseMs of [...pausesMs, undefined]) {
    try {
      await table.documents.send(command);
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const refusals = refusalsOf(error);
      if (refusals.length > 0) throw new WriteRefusedError(refusals);
      if (!isPassing(error)) throw error;
      if (pauseMs === undefined) throw new TransientError('The rows stayed contended', { cause: error });
      await pause(pauseMs);
    }
  }
};
