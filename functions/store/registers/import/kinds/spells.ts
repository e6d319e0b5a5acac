import type { RecordSource } from '../../../../contracts/registers/record-source.ts';
import type { EmploymentSpell } from '../../../../contracts/registers/worker.ts';
import type { ValuesOf } from '../../cells/column.ts';
import { wordCell, yesNoCell } from '../../cells/readers.ts';
import { fromColumns } from '../from-columns.ts';
import type { Fault } from '../register-kind.ts';
import { without } from '../without.ts';
import { workerEntries } from '../worker-entries.ts';
import {
  asOfColumn,
  citizenIdColumn,
  codeColumn,
  creditCodeCell,
  dateColumn,
  maybeCodeColumn,
  maybeDateColumn,
  numberColumn,
  rangeFaults,
  textColumn,
  workplaceCell,
} from './common-columns.ts';

const kindCell = wordCell({
  OUTSIDE_COUNTY: ['县外务工'],
  LOCAL_WORKSHOP: ['扶贫车间'],
  LOCAL_ENTERPRISE: ['县内企业'],
  LOCAL_FARM_ENTITY: ['县内农业经营主体'],
  SELF_EMPLOYED: ['自主创业', '灵活就业'],
  PUBLIC_WELFARE_POST: ['公益岗位'],
});

const columns = {
  spellId: numberColumn(['就业登记号'], 'spell_id'),
  citizenId: citizenIdColumn,
  kind: codeColumn(['就业形式'], 'kind', kindCell),
  employerCode: maybeCodeColumn(['单位信用代码'], 'employer_code', creditCodeCell),
  employerName: textColumn(['单位名称'], 'employer_name'),
  workplace: codeColumn(['工作地', '工作地代码'], 'workplace', workplaceCell),
  startsOn: dateColumn(['开始日期'], 'starts_on'),
  endsOn: maybeDateColumn(['结束日期'], 'ends_on'),
  wageProof: codeColumn(['有工资凭证'], 'wage_proof', yesNoCell),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const spellOf = ({ endsOn, employerCode, ...row }: Row, source: RecordSource): EmploymentSpell => ({
  spellId: row.spellId,
  kind: row.kind,
  ...(employerCode !== undefined && { employerCode }),
  employerName: row.employerName,
  workplace: row.workplace,
  startsOn: row.startsOn,
  ...(endsOn !== undefined && { endsOn }),
  wageProof: row.wageProof,
  source,
});

const sameEmployer = (a: EmploymentSpell, b: EmploymentSpell): boolean =>
  a.employerCode === undefined ? a.employerName === b.employerName : a.employerCode === b.employerCode;

const overlap = (a: EmploymentSpell, b: EmploymentSpell): boolean =>
  a.startsOn <= (b.endsOn ?? '9999-12-31') && b.startsOn <= (a.endsOn ?? '9999-12-31');

/** Work for oneself or at a post may stand beside a job; two employers at once are worth a look. */
const isFullTime = ({ kind }: EmploymentSpell): boolean =>
  kind !== 'SELF_EMPLOYED' && kind !== 'PUBLIC_WELFARE_POST';

const overlapNote = (spell: EmploymentSpell, other: EmploymentSpell): Fault<Row>[] => {
  const same = sameEmployer(spell, other);
  if (!same && !(isFullTime(spell) && isFullTime(other))) return [];
  const where = same
    ? { zh: '同一单位', en: 'the same employer' }
    : { zh: '另一单位', en: 'another employer' };
  return [
    {
      column: 'startsOn',
      remark: {
        code: same ? 'SPELLS_OVERLAP' : 'EMPLOYERS_OVERLAP',
        problem: {
          zh: `与${where.zh}的登记 ${other.spellId} 日期重叠。`,
          en: `The dates overlap registration ${other.spellId} at ${where.en}.`,
        },
        mend: {
          zh: '重叠的天数只算一次；如登记有误请更正。',
          en: 'Such days count once; correct the registration if it is wrong.',
        },
      },
    },
  ];
};

export const spells = workerEntries<Row, EmploymentSpell>({
  register: 'spells',
  ...fromColumns(columns),
  faultsOf: rangeFaults,
  listOf: (record) => record.spells,
  withList: (record, entries) => ({ ...record, spells: entries }),
  nameOf: ({ spellId }) => spellId,
  nameColumn: 'spellId',
  nameOfEntry: ({ spellId }) => spellId,
  rowOf: ({ employerCode, endsOn, ...spell }) => ({ ...spell, employerCode, endsOn }),
  wholeRowOf: ({ employerCode, endsOn, ...spell }, citizenId) => ({
    ...without(spell, 'source'),
    citizenId,
    employerCode,
    endsOn,
    asOf: undefined,
  }),
  entryOf: spellOf,
  orderOf: ({ startsOn, spellId }) => startsOn + spellId,
  // Notes, not errors: days worked twice over are counted once (POLICY 2), so no money hangs on it.
  notesOf: (spell, others) =>
    others.filter((other) => overlap(spell, other)).flatMap((other) => overlapNote(spell, other)),
});
