import { divisionName } from '../../../functions/contracts/divisions.ts';
import { nameOf } from '../../../functions/contracts/instruments.ts';
import type { Fen } from '../../../functions/contracts/scalars.ts';
import { whyUnclaimed } from '../../../functions/rules/take-up/unclaimed.ts';
import type { TakeUpRow } from '../../../functions/store/take-up/take-up.ts';

type Names = Pick<TakeUpRow, 'county' | 'village' | 'resettledIn' | 'instrument' | 'why' | 'amount'>;
export type SummaryRow = Names & { people: number; amountFen: Fen };

/** The list in figures: bounded by villages, instruments and reasons, however many people there are. */
export const createSummary = () => {
  const rows = new Map<string, SummaryRow>();
  return {
    add: ({ county, village, resettledIn, instrument, why, amount, amountFen }: TakeUpRow): void => {
      const names = {
        county,
        ...(village && { village }),
        ...(resettledIn !== undefined && { resettledIn }),
        instrument,
        why,
        amount,
      };
      const key = [county, village?.code, resettledIn, instrument, why, amount].join(' ');
      const row = rows.get(key) ?? { ...names, people: 0, amountFen: 0 };
      row.people += 1;
      row.amountFen += amountFen;
      rows.set(key, row);
    },
    rows: (): SummaryRow[] => [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  };
};

const villageText = ({ village }: SummaryRow): string =>
  village === undefined ? '村未登记 village not on record' : `${village.code} ${village.name ?? ''}`.trim();

const place = (row: SummaryRow): string => {
  const { county, resettledIn } = row;
  const resettled =
    resettledIn === undefined ? '' : `（安置于 resettled in ${resettledIn} ${divisionName(resettledIn)}）`;
  return `${county} ${divisionName(county)}  ${villageText(row)}${resettled}`;
};

const rowText = (row: SummaryRow): string => {
  const { zh, en } = whyUnclaimed[row.why];
  const most = row.amount === 'AT_MOST' ? '最多 at most ' : '';
  return `  ${place(row)}  ${nameOf(row.instrument).zh}  ${row.people} 人次: ${most}${(row.amountFen / 100).toFixed(2)} 元  ${zh} ${en}`;
};

export const summaryText = (rows: readonly SummaryRow[]): string => {
  const people = rows.reduce((sum, row) => sum + row.people, 0);
  return [
    `按登记数据应享未享 Entitled by the registers and not claimed: ${people} 人次`,
    ...rows.map(rowText),
    '登记数据没有收款账户，无法判断是否缺少账户。 The registers know no account, so whether one is missing cannot be said.',
    '',
  ].join('\n');
};
