import type { RecordSource } from '../../../contracts/registers/record-source.ts';
import type { WorkerRecord } from '../../../contracts/registers/worker.ts';
import type { IsoDate } from '../../../contracts/scalars.ts';
import { workerKey } from '../../keys.ts';
import { registerNames } from '../register-names.ts';
import { openIdentity } from '../sealed-identity.ts';
import { workerItem, type WorkerItem } from '../worker-item.ts';
import { mergeRow } from './merge-row.ts';
import { putIfUnchanged } from './put-if-unchanged.ts';
import {
  nextSource,
  rowByRow,
  type Applied,
  type Fault,
  type RegisterKind,
  type RowContext,
} from './register-kind.ts';
import { unknownWorker } from './unknown-worker.ts';

type WorkerRow = { readonly citizenId: string; readonly asOf: IsoDate | undefined };

type WorkerEntries<V extends WorkerRow, E> = Pick<
  RegisterKind<V, WorkerItem>,
  'register' | 'readTable' | 'matchHeader' | 'columnNamed' | 'duplicate' | 'acrossRows' | 'referencesOf'
> & {
  readonly faultsOf?: RegisterKind<V, WorkerItem>['faultsOf'];
  readonly listOf: (record: WorkerRecord) => readonly E[];
  readonly withList: (record: WorkerRecord, entries: E[]) => WorkerRecord;
  /** What tells one entry of a worker from the others; the column is where a repeat is reported. */
  readonly nameOf: (values: V) => string;
  readonly nameColumn: keyof V & string;
  readonly nameOfEntry: (entry: E) => string;
  readonly rowOf: (entry: E) => Partial<V>;
  /** The entry as a whole row, where a single field of it may be taken over. */
  readonly wholeRowOf?: (entry: E, citizenId: string) => V;
  readonly entryOf: (values: V, source: RecordSource) => E;
  /** Entries are kept in this order, so that a record does not depend on the order of the files. */
  readonly orderOf: (entry: E) => string;
  /** What is worth a look beside the worker's other entries. */
  readonly notesOf?: (entry: E, others: readonly E[]) => readonly Fault<V>[];
};

const applyEntry = <V extends WorkerRow, E extends { readonly source: RecordSource }>(
  kind: WorkerEntries<V, E>,
  stored: WorkerItem,
  row: V,
  context: RowContext,
): Applied<WorkerItem, V> => {
  const { asOf, department } = context;
  const name = kind.nameOf(row);
  const entries = kind.listOf(stored.record);
  const before = entries.find((entry) => kind.nameOfEntry(entry) === name);
  const held = before && { values: kind.rowOf(before), asOfOf: () => before.source.asOf };
  const ownerOf = () => registerNames[kind.register].department;
  const merged = mergeRow(row, held, { department, asOf, ownerOf });
  const entry = kind.entryOf(merged.values, nextSource(kind.register, asOf, before?.source));
  const others = entries.filter((other) => other !== before);
  const notes = kind.notesOf?.(entry, others) ?? [];
  const all = [...others, entry].sort((a, b) => (kind.orderOf(a) < kind.orderOf(b) ? -1 : 1));
  const item = merged.changed ? { ...stored, record: kind.withList(stored.record, all) } : stored;
  return { action: merged.action, item, notes, conflicts: merged.conflicts };
};

const rowFromEntry =
  <V extends WorkerRow, E extends { readonly source: RecordSource }>({
    wholeRowOf,
    listOf,
    nameOfEntry,
  }: WorkerEntries<V, E>): NonNullable<RegisterKind<V, WorkerItem>['rowFrom']> =>
  ({ pk, record, identitySealed }, { entry }, vault) => {
    const found = listOf(record).find((held) => nameOfEntry(held) === entry);
    if (found === undefined || wholeRowOf === undefined) return undefined;
    const { citizenId } = openIdentity(vault, pk, identitySealed);
    return { values: wholeRowOf(found, citizenId), asOfOf: () => found.source.asOf };
  };

/** A register whose rows are entries of a worker's record. */
export const workerEntries = <V extends WorkerRow, E extends { readonly source: RecordSource }>(
  kind: WorkerEntries<V, E>,
): RegisterKind<V, WorkerItem> => {
  return {
    ...kind,
    faultsOf: kind.faultsOf ?? (() => []),
    identityOf: (values) => ({
      text: `${values.citizenId}|${kind.nameOf(values)}`,
      column: kind.nameColumn,
    }),
    keyOf: ({ citizenId }, vault) => workerKey(vault.lookup('citizen', citizenId)),
    labelOf: kind.nameOf,
    entryOf: kind.nameOf,
    rowFrom: rowFromEntry(kind),
    parse: (item) => workerItem.parse(item),
    divisionOf: ({ record }) => record.homeDivision,
    applyRows: rowByRow((stored, row, context) => {
      if (stored === undefined) return { faults: [{ column: 'citizenId', remark: unknownWorker }] };
      return applyEntry(kind, stored, row, context);
    }),
    write: putIfUnchanged,
  };
};
