import { handlingCounty } from '../../../../contracts/divisions.ts';
import { fundKey, type Key } from '../../../keys.ts';
import { updateExpression } from '../../../update-expression.ts';
import type { Write } from '../../../transact.ts';
import type { ValuesOf } from '../../cells/column.ts';
import { contractCell, yearCell, yuanCell } from '../../cells/readers.ts';
import { fundItem, type FundItem } from '../../fund-item.ts';
import { registerNames } from '../../register-names.ts';
import { fromColumns } from '../from-columns.ts';
import { mergeRow } from '../merge-row.ts';
import { nextSource, rowByRow, type RegisterKind } from '../register-kind.ts';
import { asOfColumn, codeColumn, textColumn } from './common-columns.ts';

const wrongCounty = {
  code: 'COUNTY_UNKNOWN',
  problem: { zh: '不是山西省的县级代码。', en: 'This is not a county of Shanxi.' },
  mend: {
    zh: '请填写六位县级代码，如 141124（临县）。',
    en: "Write the county's six digits, like 141124 for 临县.",
  },
};

const columns = {
  division: codeColumn(['县', '县代码'], 'division', contractCell(handlingCounty, wrongCounty)),
  year: codeColumn(['年度'], 'year', yearCell),
  sanctionedFen: codeColumn(['下达金额', '下达金额元'], 'sanctioned_yuan', yuanCell),
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
  ...fromColumns(columns),
  faultsOf: () => [],
  identityOf: ({ division, year }) => ({ text: `${division}|${year}`, column: 'division' }),
  keyOf: ({ division, year }) => fundKey(division, year),
  labelOf: ({ division, year }) => `${division} ${year}`,
  parse: (item) => fundItem.parse(item),
  divisionOf: ({ division }) => division,
  applyRows: rowByRow((stored, row, { department, asOf }) => {
    const merged = mergeRow(
      row,
      stored && {
        values: { sanctionedFen: stored.sanctionedFen, sourceDocument: stored.sourceDocument },
        asOfOf: () => stored.source.asOf,
      },
      { department, asOf, ownerOf: () => registerNames.funds.department },
    );
    if (stored !== undefined && !merged.changed)
      return { action: merged.action, item: stored, conflicts: merged.conflicts };
    const { division, year, sanctionedFen, sourceDocument } = merged.values;
    const { reservedFen, paidFen } = stored ?? { reservedFen: 0, paidFen: 0 };
    const availableFen = sanctionedFen - reservedFen - paidFen;
    if (availableFen < 0)
      return { faults: [{ column: 'sanctionedFen', remark: belowUse(reservedFen + paidFen) }] };
    const fund = { division, year, sanctionedFen, sourceDocument, reservedFen, paidFen, availableFen };
    const source = nextSource('funds', asOf, stored?.source);
    return {
      action: merged.action,
      item: { ...fundKey(division, year), ...fund, source },
      conflicts: merged.conflicts,
    };
  }),
  write,
};
