import type { OrganisationRecord, WorkerRecord } from '../../contracts/registers.ts';
import { organisationKey, workerKey, type Key } from '../keys.ts';
import type { Table } from '../table-client.ts';
import { batchGet, type Item } from './batch-get.ts';
import { parseOrganisationRecord } from './organisation-item.ts';
import { parseWorkerRecord } from './worker-item.ts';

type Asked = { readonly subjects: readonly string[]; readonly organisationIds: readonly string[] };

/** What the registers answered; whoever is in neither map is unknown to them. */
export type Records = {
  readonly workers: ReadonlyMap<string, WorkerRecord>;
  readonly organisations: ReadonlyMap<string, OrganisationRecord>;
};

/** The keys to put into a BatchGetItem, beside others of the caller's. */
export const recordKeys = ({ subjects, organisationIds }: Asked): Key[] => [
  ...subjects.map(workerKey),
  ...organisationIds.map(organisationKey),
];

const isOf = (prefix: string, item: Item): boolean =>
  typeof item['pk'] === 'string' && item['pk'].startsWith(prefix);

/** Picks the registers' records out of what a BatchGetItem returned; other items are passed over. */
export const pickRecords = (items: readonly Item[]): Records => {
  const workers = items.filter((item) => isOf(workerKey('').pk, item)).map(parseWorkerRecord);
  const organisations = items
    .filter((item) => isOf(organisationKey('').pk, item))
    .map(parseOrganisationRecord);
  return {
    workers: new Map(workers.flatMap((record) => (record ? [[record.subject, record]] : []))),
    organisations: new Map(
      organisations.flatMap((record) => (record ? [[record.organisationId, record]] : [])),
    ),
  };
};

/** Reads records by themselves. */
export const readRecords = async (table: Table, asked: Asked): Promise<Records> =>
  pickRecords(await batchGet(table, recordKeys(asked)));
