import { sideOf, type EntryKind, type LedgerEntry } from '../../contracts/ledger.ts';
import type { EntitlementPart } from '../../contracts/assessment.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { entryKey } from '../keys.ts';
import type { Write } from '../transact.ts';

/** Where an entry comes from: what all the entries of one payout or recovery have in common. */
export type Origin = Pick<LedgerEntry, 'entryId' | 'applicationId' | 'payoutId' | 'recoveryId' | 'at' | 'by'>;

/** An entitlement as a line names it. */
export type LineEntitlement = Pick<StoredLine, 'lineNo' | 'subject' | 'run' | 'hash'> & {
  readonly instrument: LedgerEntry['instrument'];
};

export const entitlementOf = ({ lineNo, subject, run, hash, content }: StoredLine): LineEntitlement => ({
  lineNo,
  subject,
  run,
  ...(hash !== undefined && { hash }),
  instrument: content.instrument,
});

/** Adds one entry to the ledger. It is never changed: a second one under its id is refused. */
export const entryWrite = (
  kind: EntryKind,
  origin: Origin,
  entitlement: LineEntitlement,
  { period, amountFen, keepsFen }: EntitlementPart & Pick<LedgerEntry, 'keepsFen'>,
): Write => {
  const { lineNo, subject, instrument, run, hash } = entitlement;
  const of = { instrument, subject, period, lineNo, run, ...(hash !== undefined && { hash }) };
  const keeps = keepsFen === undefined ? {} : { keepsFen };
  const entry: LedgerEntry = { ...origin, ...of, kind, side: sideOf[kind], amountFen, ...keeps };
  return {
    Put: {
      Item: { ...entryKey(entry.instrument, entry.subject, period, entry.entryId), ...entry },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
};
