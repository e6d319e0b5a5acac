import type { ApplicationHead } from '../../contracts/application.ts';
import type { EntitlementPart } from '../../contracts/assessment.ts';
import type { EntryKind } from '../../contracts/ledger.ts';
import { payoutId } from '../../contracts/payout.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import type { Write } from '../transact.ts';
import { rowIdOf } from '../waits/rows.ts';
import { entitlementOf, entryWrite, type Origin } from './entry-writes.ts';

/** The payout that paid: the last one made, all before it came back. */
export const lastPayoutOf = ({ applicationId, payoutNo }: ApplicationHead) =>
  payoutId.parse(rowIdOf(applicationId, 'PAYOUT', payoutNo));

type Paid = readonly [EntryKind, EntitlementPart];

/** What one line was paid, entitlement by entitlement: those it holds, and what a supplement adds to others. */
export const paidParts = ({ standing, held, adjusts = [] }: StoredLine): Paid[] =>
  standing !== 'APPROVED'
    ? []
    : [...held.map((part): Paid => ['GROSS', part]), ...adjusts.map((part): Paid => ['ADJUST', part])].filter(
        ([, { amountFen }]) => amountFen > 0,
      );

/** The entries that book a paid application's lines, line by line. */
export const paidEntries = (
  head: ApplicationHead,
  lines: readonly StoredLine[],
  { at, by }: Pick<Origin, 'at' | 'by'>,
): Write[][] => {
  const { applicationId } = head;
  const paidBy = lastPayoutOf(head);
  const origin = { entryId: paidBy, applicationId, payoutId: paidBy, at, by };
  return lines.map((line) =>
    paidParts(line).map(([kind, part]) => entryWrite(kind, origin, entitlementOf(line), part)),
  );
};
