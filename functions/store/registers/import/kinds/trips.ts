import type { TripSeat } from '../../../../contracts/registers/worker.ts';
import type { ReadRow, ValuesOf } from '../../cells/column.ts';
import { wordCell, yesNoCell } from '../../cells/readers.ts';
import { fromColumns } from '../from-columns.ts';
import { rowsThatDisagree } from '../rows-that-disagree.ts';
import { without } from '../without.ts';
import { workerEntries } from '../worker-entries.ts';
import {
  asOfColumn,
  citizenIdColumn,
  codeColumn,
  dateColumn,
  numberColumn,
  workplaceCell,
} from './common-columns.ts';

const organiserCell = wordCell({
  GOVERNMENT: ['政府'],
  AGENCY: ['人力资源机构'],
  VILLAGE: ['村委会', '村'],
  EMPLOYER: ['用人单位'],
  NONE: ['无'],
});

/** One row per passenger; what a trip is stands in every row of its manifest. */
const columns = {
  tripId: numberColumn(['车次编号', '行程编号'], 'trip_id'),
  citizenId: citizenIdColumn,
  organiserKind: codeColumn(['组织方'], 'organiser_kind', organiserCell),
  departsOn: dateColumn(['出发日期'], 'departs_on'),
  destination: codeColumn(['目的地', '目的地代码'], 'destination', workplaceCell),
  freeOfCharge: codeColumn(['免费'], 'free_of_charge', yesNoCell),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const differs = (firstRow: number) => ({
  code: 'TRIP_DIFFERS',
  problem: {
    zh: `同一行程在第 ${firstRow} 行写的不一样。`,
    en: `Row ${firstRow} says otherwise of the same trip.`,
  },
  mend: { zh: '同一行程的各行必须一致。', en: 'All rows of one trip must agree.' },
});

export const trips = workerEntries<Row, TripSeat>({
  register: 'trips',
  ...fromColumns(columns),
  acrossRows: (rows: readonly ReadRow<Row>[]) =>
    rowsThatDisagree(
      rows,
      ({ tripId }) => tripId,
      ['organiserKind', 'departsOn', 'destination', 'freeOfCharge'],
      differs,
    ),
  listOf: (record) => record.seats,
  withList: (record, entries) => ({ ...record, seats: entries }),
  nameOf: ({ tripId }) => tripId,
  nameColumn: 'citizenId',
  nameOfEntry: ({ tripId }) => tripId,
  rowOf: (seat) => without(seat, 'tripId', 'source'),
  entryOf: (row, source) => ({ ...without(row, 'citizenId', 'asOf'), source }),
  orderOf: ({ departsOn, tripId }) => departsOn + tripId,
});
