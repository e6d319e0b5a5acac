import type { Circumstance } from '../../../../contracts/registers/worker.ts';
import type { ValuesOf } from '../../cells/column.ts';
import { wordCell } from '../../cells/readers.ts';
import { fromColumns } from '../from-columns.ts';
import type { Fault } from '../register-kind.ts';
import { workerEntries } from '../worker-entries.ts';
import {
  asOfColumn,
  citizenIdColumn,
  codeColumn,
  dateColumn,
  maybeDateColumn,
  rangeFaults,
} from './common-columns.ts';

const kindCell = wordCell({
  DEATH: ['死亡'],
  PENSION: ['领取养老金', '养老'],
  MILITARY_SERVICE: ['服兵役', '参军'],
  PRISON: ['服刑'],
  MOVED_ABROAD: ['移居境外'],
});

const columns = {
  citizenId: citizenIdColumn,
  kind: codeColumn(['情况', '情况类别'], 'circumstance', kindCell),
  startsOn: dateColumn(['发生日期', '开始日期'], 'starts_on'),
  endsOn: maybeDateColumn(['结束日期'], 'ends_on'),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const deathEnds: Fault<Row>['remark'] = {
  code: 'DEATH_ENDS',
  problem: { zh: '死亡没有结束日期。', en: 'A death has no end.' },
  mend: { zh: '请清空结束日期。', en: 'Leave the end empty.' },
};

const nameOf = ({ kind, startsOn }: Pick<Circumstance, 'kind' | 'startsOn'>): string => `${startsOn} ${kind}`;

export const circumstances = workerEntries<Row, Circumstance>({
  register: 'circumstances',
  ...fromColumns(columns),
  faultsOf: (row) => [
    ...rangeFaults(row),
    ...(row.kind === 'DEATH' && row.endsOn !== undefined
      ? [{ column: 'endsOn' as const, remark: deathEnds }]
      : []),
  ],
  listOf: (record) => record.circumstances,
  withList: (record, entries) => ({ ...record, circumstances: entries }),
  nameOf,
  nameColumn: 'kind',
  nameOfEntry: nameOf,
  rowOf: ({ endsOn }) => ({ endsOn }),
  wholeRowOf: ({ kind, startsOn, endsOn }, citizenId) => ({
    citizenId,
    kind,
    startsOn,
    endsOn,
    asOf: undefined,
  }),
  entryOf: ({ kind, startsOn, endsOn }, source) => ({
    kind,
    startsOn,
    ...(endsOn !== undefined && { endsOn }),
    source,
  }),
  orderOf: nameOf,
});
