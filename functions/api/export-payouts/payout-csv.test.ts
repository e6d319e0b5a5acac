import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Payee } from '../../contracts/application.ts';
import { aPayout } from '../../../test/builders/rows.ts';
import { payoutCsv, yuanText } from './payout-csv.ts';

const payee = (more: Partial<Payee> = {}): Payee => ({
  holderName: '张小兰',
  bankName: '临县农信社',
  account: { kind: 'BANK_CARD', number: '6217000010000000003' },
  ...more,
});
const rowsOf = (text: string): string[][] => parse(text, { bom: true });
const csv = (more: Partial<Payee> = {}, amountFen = 18650) =>
  payoutCsv([{ payout: aPayout({ amountFen }), payee: payee(more) }]);

test('the file opens in a spreadsheet as Chinese: it begins with a byte order mark', () => {
  expect(csv().charCodeAt(0)).toBe(0xfeff);
});

test('the account is whole, and once more in groups that a spreadsheet keeps as text', () => {
  const [, row] = rowsOf(csv());
  expect(row?.slice(3, 9)).toEqual([
    '张小兰',
    '临县农信社',
    '6217000010000000003',
    '6217 0000 1000 0000 003',
    '186.50',
    '18650',
  ]);
});

test('the last row counts and sums the others', () => {
  const payouts = [100, 250, 3].map((amountFen) => ({ payout: aPayout({ amountFen }), payee: payee() }));
  expect(rowsOf(payoutCsv(payouts)).at(-1)).toEqual(['合计', '3 笔', '', '', '', '', '', '3.53', '353']);
});

describe('a name that a spreadsheet would run is made text', () => {
  test.each(['=1+1', '+cmd', '-2', '@sum(A1)', '\tx', '\rx', '＝1+1'])('%j', (holderName) => {
    const cell = rowsOf(csv({ holderName })).at(1)?.[3] ?? '';
    expect(cell).toBe(`'${holderName}`);
  });

  test('and one with quotes, commas and line ends stays one cell', () => {
    const holderName = '某"某", 有限\n公司';
    expect(rowsOf(csv({ holderName })).at(1)?.[3]).toBe(holderName);
  });
});

test('fen are written as yuan without a rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (fen) => {
      const text = yuanText(fen);
      expect(text).toMatch(/^\d+\.\d\d$/);
      expect(Number(text.replace('.', ''))).toBe(fen);
    }),
  );
});
