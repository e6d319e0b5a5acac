import type { EmploymentSpell, RecordSource } from '../../../contracts/registers.ts';
import { workerKey } from '../../keys.ts';
import { readColumns, type ValuesOf } from '../csv/column.ts';
import { filled, maybe, textOf, wordCell, yesNoCell } from '../csv/readers.ts';
import { workerItem, type WorkerItem } from '../worker-item.ts';
import {
  asOfColumn,
  citizenIdColumn,
  dateColumn,
  endsBeforeStart,
  maybeDateColumn,
  textColumn,
  workplaceCell,
} from './common-columns.ts';
import { compare } from './compare.ts';
import { creditCodeCell } from './organisations.ts';
import { putIfUnchanged } from './put-if-unchanged.ts';
import { nextSource, type Fault, type RegisterKind } from './register-kind.ts';
import { unknownWorker } from './unknown-worker.ts';
import { without } from './without.ts';

const columns = {
  spellId: { zh: ['就业登记号'], en: 'spell_id', kind: 'code', optional: false, read: filled(textOf(40)) },
  citizenId: citizenIdColumn,
  kind: {
    zh: ['就业形式'],
    en: 'kind',
    kind: 'code',
    optional: false,
    read: filled(
      wordCell({
        OUTSIDE_COUNTY: ['县外务工'],
        LOCAL_WORKSHOP: ['扶贫车间'],
        LOCAL_ENTERPRISE: ['县内企业'],
        LOCAL_FARM_ENTITY: ['县内农业经营主体'],
        SELF_EMPLOYED: ['自主创业', '灵活就业'],
        PUBLIC_WELFARE_POST: ['公益岗位'],
      }),
    ),
  },
  employerCode: {
    zh: ['单位信用代码'],
    en: 'employer_code',
    kind: 'code',
    optional: true,
    read: maybe(creditCodeCell),
  },
  employerName: textColumn(['单位名称'], 'employer_name'),
  workplace: {
    zh: ['工作地', '工作地代码'],
    en: 'workplace',
    kind: 'code',
    optional: false,
    read: filled(workplaceCell),
  },
  startsOn: dateColumn(['开始日期'], 'starts_on'),
  endsOn: maybeDateColumn(['结束日期'], 'ends_on'),
  wageProof: { zh: ['有工资凭证'], en: 'wage_proof', kind: 'code', optional: false, read: filled(yesNoCell) },
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const spellOf = (row: Row, source: RecordSource): EmploymentSpell => ({
  spellId: row.spellId,
  kind: row.kind,
  ...(row.employerCode !== undefined && { employerCode: row.employerCode }),
  employerName: row.employerName,
  workplace: row.workplace,
  startsOn: row.startsOn,
  ...(row.endsOn !== undefined && { endsOn: row.endsOn }),
  wageProof: row.wageProof,
  source,
});

const sameEmployer = (a: EmploymentSpell, b: EmploymentSpell): boolean =>
  a.employerCode === undefined ? a.employerName === b.employerName : a.employerCode === b.employerCode;

const overlap = (a: EmploymentSpell, b: EmploymentSpell): boolean =>
  a.startsOn <= (b.endsOn ?? '9999-12-31') && b.startsOn <= (a.endsOn ?? '9999-12-31');

/** A note, not an error: days worked twice over are counted once (POLICY 2), so no money hangs on it. */
const overlapNotes = (spell: EmploymentSpell, others: readonly EmploymentSpell[]): Fault<Row>[] =>
  others
    .filter((other) => sameEmployer(spell, other) && overlap(spell, other))
    .map(({ spellId }) => ({
      column: 'startsOn',
      remark: {
        code: 'SPELLS_OVERLAP',
        problem: {
          zh: `与同一单位的登记 ${spellId} 日期重叠。`,
          en: `The dates overlap registration ${spellId} at the same employer.`,
        },
        mend: {
          zh: '重叠的天数只算一次；如登记有误请更正。',
          en: 'Such days count once; correct the registration if it is wrong.',
        },
      },
    }));

export const spells: RegisterKind<Row, WorkerItem> = {
  register: 'spells',
  readFile: (file) => readColumns(columns, file),
  faultsOf: ({ startsOn, endsOn }) =>
    endsOn !== undefined && endsOn < startsOn ? [{ column: 'endsOn', remark: endsBeforeStart }] : [],
  identityOf: ({ spellId }) => ({ text: spellId, column: 'spellId' }),
  keyOf: ({ citizenId }, vault) => workerKey(vault.lookup('citizen', citizenId)),
  labelOf: ({ spellId }) => spellId,
  parse: (item) => workerItem.parse(item),
  apply: (stored, row, { asOf }) => {
    if (stored === undefined) return { fault: { column: 'citizenId', remark: unknownWorker } };
    const before = stored.record.spells.find(({ spellId }) => spellId === row.spellId);
    const spell = spellOf(row, nextSource('spells', asOf, before?.source));
    const compared = compare(
      before && { content: without(before, 'source'), source: before.source },
      without(spell, 'source'),
      asOf,
    );
    if ('remark' in compared) return { fault: { column: 'asOf', remark: compared.remark } };
    const others = stored.record.spells.filter(({ spellId }) => spellId !== row.spellId);
    const all = [...others, spell].sort((a, b) => (a.startsOn + a.spellId < b.startsOn + b.spellId ? -1 : 1));
    return {
      action: compared.action,
      item: { ...stored, record: { ...stored.record, spells: all } },
      notes: overlapNotes(spell, others),
    };
  },
  write: putIfUnchanged,
};
