import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ledgerEntry, type LedgerEntry } from '../../contracts/ledger.ts';
import { entitlementKey } from '../keys.ts';
import type { Item } from '../read-application.ts';
import type { Table } from '../table-client.ts';

const readOne = async (table: Table, pk: string): Promise<LedgerEntry[]> => {
  const entries: LedgerEntry[] = [];
  let start: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.documents.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :entry)',
        ExpressionAttributeValues: { ':pk': pk, ':entry': 'ENTRY#' },
        ExclusiveStartKey: start,
      }),
    );
    entries.push(...Items.map((item) => ledgerEntry.parse(item)));
    start = LastEvaluatedKey;
  } while (start);
  return entries;
};

/** Reads at the same time; a roster has hundreds of entitlements. */
const abreast = 20;

/** The ledgers of some entitlements, by the partition of each; read only where something was paid before. */
export const readLedgers = async (
  table: Table,
  partitions: Iterable<string>,
): Promise<ReadonlyMap<string, readonly LedgerEntry[]>> => {
  const pks = [...new Set(partitions)];
  const ledgers = new Map<string, readonly LedgerEntry[]>();
  for (let from = 0; from < pks.length; from += abreast) {
    const some = pks.slice(from, from + abreast);
    const read = await Promise.all(some.map((pk) => readOne(table, pk)));
    some.forEach((pk, index) => ledgers.set(pk, read[index] ?? []));
  }
  return ledgers;
};

/** The partition of an entitlement's ledger: its key row and the entries of what was paid. */
export const ledgerPk = (instrument: string, subject: string, period: string): string =>
  entitlementKey(instrument, subject, period).pk;
