import Table from 'cli-table3';
import type { LedgerLine } from '../../../functions/contracts/api/reassessments.ts';
import type { EntryKind } from '../../../functions/contracts/ledger.ts';
import { yuan } from '../yuan.ts';

const kinds: Record<EntryKind, string> = {
  GROSS: '发放 paid',
  ADJUST: '补发 adjusted',
  OFFSET: '抵扣 offset',
  RECOVER: '追回 recovered',
  REVERSAL: '银行退回 reversed',
  WRITE_OFF: '核销 written off',
  LIMIT: '人工核减 limited by decision',
};

/** What was paid and came back, entry by entry; workers masked. */
export const ledgerText = (application: string, lines: readonly LedgerLine[]): string => {
  const table = new Table({
    head: ['行 Line', '姓名 Name', '期间 Period', '日期 Date', '事项 What', '元 Yuan', '依据 From'],
    colAligns: ['right', 'left', 'left', 'left', 'left', 'right', 'left'],
    style: { head: [], border: [] },
  });
  let sumFen = 0;
  for (const { lineNo, maskedName, entitlements } of lines)
    for (const { period, entries, inHandFen } of entitlements) {
      sumFen += inHandFen;
      for (const { at, kind, amountFen, applicationId, payoutId, recoveryId } of entries) {
        const from = payoutId ?? recoveryId ?? applicationId;
        table.push([lineNo, maskedName, period, at.slice(0, 10), kinds[kind], yuan(amountFen), from]);
      }
    }
  return `${application}\n${table.toString()}\n实发 in hand: ${yuan(sumFen)} 元 yuan`;
};
