import { stringify } from 'csv-stringify/sync';
import { nameOf } from '../../contracts/instruments.ts';
import type { OpenedPayout } from '../../store/reading/open-payouts.ts';

/** `1234.05` for 123405 fen; by digits, since a division could round. */
export const yuanText = (fen: number): string => {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** In groups of four, so that a spreadsheet keeps it as text and a person can compare it with the card. */
const grouped = (account: string): string => account.replaceAll(/(.{4})(?=.)/g, '$1 ');

const columns = [
  '支付编号',
  '申请编号',
  '补贴项目',
  '收款人',
  '开户银行',
  '收款账号',
  '账号核对',
  '金额（元）',
  '金额（分）',
] as const;

const rowOf = ({ payout, payee }: OpenedPayout): string[] => [
  payout.payoutId,
  payout.applicationId,
  nameOf(payout.instrument).zh,
  payee.holderName,
  payee.bankName,
  payee.account.number,
  grouped(payee.account.number),
  yuanText(payout.amountFen),
  String(payout.amountFen),
];

/**
 * What finance hands to the bank: full accounts, one payout a row, the sum in the last row. With a byte order mark
 * for the spreadsheets that need one; a cell that could be read as a formula is made text.
 */
export const payoutCsv = (payouts: readonly OpenedPayout[]): string => {
  const totalFen = payouts.reduce((sum, { payout }) => sum + payout.amountFen, 0);
  const total = ['合计', `${payouts.length} 笔`, '', '', '', '', '', yuanText(totalFen), String(totalFen)];
  return stringify([[...columns], ...payouts.map(rowOf), total], {
    bom: true,
    quoted: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
};
