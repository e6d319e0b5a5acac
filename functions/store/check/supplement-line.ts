import type { ApplicationHead } from '../../contracts/application.ts';
import type { EntitlementPart } from '../../contracts/assessment.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { ledgerDelta } from '../../rules/ledger/ledger-delta.ts';
import type { EntitlementRow } from '../entitlements.ts';
import { ledgerPk } from '../ledger/read-ledger.ts';
import type { Surroundings } from './read-surroundings.ts';

/** Whether a key is held by the paid application that this one supplements, or by an earlier supplement of it. */
export const isOfFamily = (
  { applicationId, adjusts, lineNo }: EntitlementRow,
  head: ApplicationHead,
  line: StoredLine,
): boolean =>
  head.adjusts !== undefined &&
  lineNo === line.lineNo &&
  applicationId !== head.applicationId &&
  (applicationId === head.adjusts || adjusts === head.adjusts);

/** What each entitlement still lacks, by the ledger. */
const lacking = (line: StoredLine, parts: readonly EntitlementPart[], { ledgers }: Surroundings) =>
  parts.flatMap(({ period, amountFen }) => {
    const pk = ledgerPk(line.content.instrument, line.subject, period);
    const delta = ledgerDelta(amountFen, ledgers?.get(pk) ?? []);
    return delta > 0 ? [{ pk, part: { period, amountFen: delta } }] : [];
  });

const nothingMore: Pick<StoredLine, 'outcome' | 'standing' | 'reasonCode' | 'reasons'> = {
  outcome: 'REJECT',
  standing: 'REFUSED',
  reasonCode: 'DUPLICATE',
  reasons: ['DUPLICATE'],
};

const mayBePaid = ({ outcome }: StoredLine): boolean => outcome === 'APPROVE' || outcome === 'REVIEW';

/** A line of a supplement pays the difference alone; where there is none, there is nothing to pay. */
export const supplementLine = (
  head: ApplicationHead,
  line: StoredLine,
  parts: readonly EntitlementPart[],
  around: Surroundings,
): StoredLine => {
  const differences = lacking(line, parts, around);
  const isFamilys = (pk: string): boolean => {
    const holder = around.holders.get(pk);
    return holder !== undefined && isOfFamily(holder, head, line);
  };
  const held = differences.filter(({ pk }) => !isFamilys(pk)).map(({ part }) => part);
  const adjusts = differences.filter(({ pk }) => isFamilys(pk)).map(({ part }) => part);
  const amountFen = differences.reduce((sum, { part }) => sum + part.amountFen, 0);
  const difference = { ...line, held, earns: held, adjusts, amountFen };
  return amountFen === 0 && mayBePaid(line) ? { ...difference, ...nothingMore } : difference;
};
