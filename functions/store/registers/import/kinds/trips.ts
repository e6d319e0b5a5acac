import type { RecordSource, TripSeat } from '../../../contracts/registers.ts';
import { workerKey } from '../../keys.ts';
import { readColumns, type ReadRow, type ValuesOf } from '../csv/column.ts';
import { filled, textOf, wordCell, yesNoCell } from '../csv/readers.ts';
import { workerItem, type WorkerItem } from '../worker-item.ts';
import { asOfColumn, citizenIdColumn, dateColumn, workplaceCell } from './common-columns.ts';
import { compare } from './compare.ts';
import { putIfUnchanged } from './put-if-unchanged.ts';
import { nextSource, type Fault, type RegisterKind } from './register-kind.ts';
import { unknownWorker } from './unknown-worker.ts';
import { without } from './without.ts';

/** One row per passenger; what a trip is stands in every row of its manifest. */
const columns = {
  tripId: {
    zh: ['车次编号', '行程编号'],
    en: 'trip_id',
    kind: 'code',
    optional: false,
    read: filled(textOf(40)),
  },
  citizenId: citizenIdColumn,
  organiserKind: {
    zh: ['组织方'],
    en: 'organiser_kind',
    kind: 'code',
    optional: false,
    read: filled(
      wordCell({
        GOVERNMENT: ['政府'],
        AGENCY: ['人力资源机构'],
        VILLAGE: ['村委会', '村'],
        EMPLOYER: ['用人单位'],
        NONE: ['无'],
      }),
    ),
  },
  departsOn: dateColumn(['出发日期'], 'departs_on'),
  destination: {
    zh: ['目的地', '目的地代码'],
    en: 'destination',
    kind: 'code',
    optional: false,
    read: filled(workplaceCell),
  },
  freeOfCharge: {
    zh: ['免费'],
    en: 'free_of_charge',
    kind: 'code',
    optional: false,
    read: filled(yesNoCell),
  },
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const seatOf = (row: Row, source: RecordSource): TripSeat => ({
  tripId: row.tripId,
  organiserKind: row.organiserKind,
  departsOn: row.departsOn,
  destination: row.destination,
  freeOfCharge: row.freeOfCharge,
  source,
});

const tripFacts = ['organiserKind', 'departsOn', 'destination', 'freeOfCharge'] as const;

const differs = (firstRow: number): Fault<Row>['remark'] => ({
  code: 'TRIP_DIFFERS',
  problem: {
    zh: `同一行程在第 ${firstRow} 行写的不一样。`,
    en: `Row ${firstRow} says otherwise of the same trip.`,
  },
  mend: { zh: '同一行程的各行必须一致。', en: 'All rows of one trip must agree.' },
});

/** Every row of a manifest must tell the same of its trip as the first one does. */
const disagreements = (rows: readonly ReadRow<Row>[]): { row: number; fault: Fault<Row> }[] => {
  const first = new Map<string, ReadRow<Row>>();
  return rows.flatMap((read) => {
    const before = first.get(read.values.tripId);
    if (before === undefined) {
      first.set(read.values.tripId, read);
      return [];
    }
    return tripFacts
      .filter((fact) => read.values[fact] !== before.values[fact])
      .map((column) => ({ row: read.row, fault: { column, remark: differs(before.row) } }));
  });
};

export const trips: RegisterKind<Row, WorkerItem> = {
  register: 'trips',
  readFile: (file) => readColumns(columns, file),
  faultsOf: () => [],
  acrossRows: disagreements,
  identityOf: ({ tripId, citizenId }) => ({ text: `${tripId}|${citizenId}`, column: 'citizenId' }),
  keyOf: ({ citizenId }, vault) => workerKey(vault.lookup('citizen', citizenId)),
  labelOf: ({ tripId }) => tripId,
  parse: (item) => workerItem.parse(item),
  apply: (stored, row, { asOf }) => {
    if (stored === undefined) return { fault: { column: 'citizenId', remark: unknownWorker } };
    const before = stored.record.seats.find(({ tripId }) => tripId === row.tripId);
    const seat = seatOf(row, nextSource('trips', asOf, before?.source));
    const compared = compare(
      before && { content: without(before, 'source'), source: before.source },
      without(seat, 'source'),
      asOf,
    );
    if ('remark' in compared) return { fault: { column: 'asOf', remark: compared.remark } };
    const others = stored.record.seats.filter(({ tripId }) => tripId !== row.tripId);
    const all = [...others, seat].sort((a, b) => (a.departsOn + a.tripId < b.departsOn + b.tripId ? -1 : 1));
    return { action: compared.action, item: { ...stored, record: { ...stored.record, seats: all } } };
  },
  write: putIfUnchanged,
};
