import type * as z from 'zod';
import type { overseasListing } from '../../../../contracts/registers/worker.ts';
import type { ValuesOf } from '../../cells/column.ts';
import { countCell, yesNoCell } from '../../cells/readers.ts';
import { fromColumns } from '../from-columns.ts';
import { without } from '../without.ts';
import { workerEntries } from '../worker-entries.ts';
import { asOfColumn, citizenIdColumn, codeColumn, dateColumn } from './common-columns.ts';

const columns = {
  citizenId: citizenIdColumn,
  listedOn: dateColumn(['列入日期', '列入名单日期'], 'listed_on'),
  meetsConditions: codeColumn(['具备条件'], 'meets_conditions', yesNoCell),
  trainingMinutes: codeColumn(['行前培训分钟'], 'training_minutes', countCell(0, 600_000)),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const nameOf = ({ listedOn }: { readonly listedOn: string }): string => listedOn;

export const overseas = workerEntries<Row, z.infer<typeof overseasListing>>({
  register: 'overseas',
  ...fromColumns(columns),
  listOf: (record) => record.overseasListings,
  withList: (record, entries) => ({ ...record, overseasListings: entries }),
  nameOf,
  nameColumn: 'citizenId',
  nameOfEntry: nameOf,
  rowOf: ({ meetsConditions, trainingMinutes }) => ({ meetsConditions, trainingMinutes }),
  wholeRowOf: (listed, citizenId) => ({ ...without(listed, 'source'), citizenId, asOf: undefined }),
  entryOf: (row, source) => ({ ...without(row, 'citizenId', 'asOf'), source }),
  orderOf: nameOf,
});
