import { expect, test } from 'vitest';
import { forLedgers } from '../../../functions/api/get-openapi/examples/for-ledgers.ts';
import {
  getLedgerOperation,
  tryReassessmentOperation,
} from '../../../functions/contracts/api/reassessments.ts';
import { ledgerText } from '../ledger/ledger-text.ts';
import { comparisonText } from './comparison-text.ts';

test('a re-assessment is shown side by side: the fact that changed, the check, the month’s money, and what follows', () => {
  const text = comparisonText(
    tryReassessmentOperation.response.parse(forLedgers['tryReassessment']?.response),
  );
  for (const line of [
    /情况 fact\s+│ —\s+│ 2019-12-31/u,
    /二\.1 POOR_WORKER\s+│ PASS\s+│ FAIL/u,
    /结论 outcome\s+│ APPROVE\s+│ REJECT/u,
    /金额 yuan 2020\s+│ 186\.50\s+│ 0\.00/u,
    /多发 paid too much 186\.50 元/u,
  ])
    expect(text).toMatch(line);
});

test('a ledger lists each entry with its payout and ends with what the payee has', () => {
  const { items } = getLedgerOperation.response.parse(forLedgers['getLedger']?.response);
  const [line] = items;
  if (!line) throw new Error('no line');
  const [entitlement] = line.entitlements;
  if (!entitlement) throw new Error('no entitlement');
  const text = ledgerText('A20200316-7K3M9QW2ZD', [
    line,
    { ...line, lineNo: 2, entitlements: [{ ...entitlement, inHandFen: 0, entries: [] }] },
  ]);
  expect(text).toMatch(/张\*\*.*发放 paid.*186\.50.*PAYOUT\.1/u);
  expect(text).toMatch(/实发 in hand: 186\.50 元/u);
});
