import { handlingCounty } from '../../../contracts/divisions.ts';
import { fundKey } from '../../keys.ts';
import { updateExpression } from '../../update-expression.ts';
import type { Write } from '../../transact.ts';
import { readColumns, type ValuesOf } from '../csv/column.ts';
import { contractCell, filled, yearCell, yuanCell } from '../csv/readers.ts';
import { fundItem, type FundItem } from '../fund-item.ts';
import type { Key } from '../../keys.ts';
import { asOfColumn, textColumn } from './common-columns.ts';
import { compare } from './compare.ts';
import { nextSource, type RegisterKind } from './register-kind.ts';

const wrongCounty = {
  code: 'COUNTY_UNKNOWN',
  problem: { zh: '不是山西省的县级代码。', en: 'This is not a county of Shanxi.' },
  mend: {
    zh: '请填写六位县级代码，如 141124（临县）。',
    en: "Write the county's six digits, like 141124 for 临县.",
  },
};

const columns = {
  division: {
    zh: ['县', '县代码'],
    en: 'division',
    kind: 'code',
    optional: false,
    read: filled(contractCell(handlingCounty, wrongCounty)),
  },
  year: { zh: ['年度'], en: 'year', kind: 'code', optional: false, read: filled(yearCell) },
  sanctionedFen: {
    zh: ['下达金额', '下达金额元'],
    en: 'sanctioned_yuan',
    kind: 'code',
    optional: false,
    read: filled(yuanCell),
  },
  sourceDocument: textColumn(['文件依据'], 'source_document'),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const yuan = (amountFen: number): string => (amountFen / 100).toFixed(2);

const belowUse = (used: number) => ({
  code: 'BELOW_COMMITTED',
  problem: {
    zh: `少于已预留和已支付的金额（${yuan(used)} 元）。`,
    en: `This is less than what has been reserved and paid already (${yuan(used)} yuan).`,
  },
  mend: {
    zh: '请核对下达文件；调减须先释放预留。',
    en: 'Check the document; release reservations before reducing the fund.',
  },
});

/** Sets what is sanctioned and what that leaves; refused if a reservation or payment came in between. */
const write = (key: Key, before: FundItem | undefined, after: FundItem): Write => {
  if (before === undefined) return { Put: { Item: after, ConditionExpression: 'attribute_not_exists(pk)' } };
  const { sanctionedFen, availableFen, sourceDocument, source } = after;
  const update = updateExpression({ set: { sanctionedFen, availableFen, sourceDocument, source } });
  return {
    Update: {
      Key: key,
      UpdateExpression: update.UpdateExpression,
      ConditionExpression:
        '#source.#version = :seenVersion AND #reservedFen = :seenReserved AND #paidFen = :seenPaid',
      ExpressionAttributeNames: {
        ...update.ExpressionAttributeNames,
        '#version': 'version',
        '#reservedFen': 'reservedFen',
        '#paidFen': 'paidFen',
      },
      ExpressionAttributeValues: {
        ...update.ExpressionAttributeValues,
        ':seenVersion': before.source.version,
        ':seenReserved': before.reservedFen,
        ':seenPaid': before.paidFen,
      },
    },
  };
};

export const funds: RegisterKind<Row, FundItem> = {
  register: 'funds',
  readFile: (file) => readColumns(columns, file),
  faultsOf: () => [],
  identityOf: ({ division, year }) => ({ text: `${division}|${year}`, column: 'division' }),
  keyOf: ({ division, year }) => fundKey(division, year),
  labelOf: ({ division, year }) => `${division} ${year}`,
  parse: (item) => fundItem.parse(item),
  apply: (stored, row, { asOf }) => {
    const { division, year, sanctionedFen, sourceDocument } = row;
    const content = { sanctionedFen, sourceDocument };
    const before = stored && {
      content: { sanctionedFen: stored.sanctionedFen, sourceDocument: stored.sourceDocument },
      source: stored.source,
    };
    const compared = compare(before, content, asOf);
    if ('remark' in compared) return { fault: { column: 'asOf', remark: compared.remark } };
    const { reservedFen, paidFen } = stored ?? { reservedFen: 0, paidFen: 0 };
    const availableFen = sanctionedFen - reservedFen - paidFen;
    if (availableFen < 0)
      return { fault: { column: 'sanctionedFen', remark: belowUse(reservedFen + paidFen) } };
    const source = nextSource('funds', asOf, stored?.source);
    return {
      action: compared.action,
      item: {
        ...fundKey(division, year),
        division,
        year,
        ...content,
        reservedFen,
        paidFen,
        availableFen,
        source,
      },
    };
  },
  write,
};
