import type { ApplicationHead } from '../../contracts/application.ts';
import { recordOf } from '../assessments/record.ts';
import { claimEntitlement, releaseEntitlement } from '../entitlements.ts';
import { assessmentKey, lineKey } from '../keys.ts';
import type { Write } from '../transact.ts';
import { updateExpression } from '../update-expression.ts';
import type { AssessedLine } from './assess-lines.ts';

/**
 * All that the check writes for one line, whole in one transaction: the outcome on the line, the assessment as a
 * record of its own (never changed), the keys it takes and the keys it no longer needs. Harmless to repeat.
 */
export const lineWrites = (head: ApplicationHead, assessed: AssessedLine, at: string): Write[] => {
  const { applicationId: id, division, adjusts: first } = head;
  const { line } = assessed;
  const record = recordOf(head, assessed, at);
  const after = { ...assessed.after, hash: record.hash };
  const { standing, run, outcome, amountFen, reasonCode, reasons, earns, held, hash, adjusts, missing } =
    after;
  const kept = new Set(held.map(({ period }) => period));
  const update = updateExpression({
    set: { standing, run, outcome, amountFen, reasonCode, reasons, earns, held, hash, adjusts, missing },
    remove: ['decidedReason', ...(missing === undefined ? ['missing'] : [])],
  });
  return [
    { Update: { Key: lineKey(id, line.lineNo), ...update, ConditionExpression: 'attribute_exists(pk)' } },
    { Put: { Item: { ...assessmentKey(id, run, line.lineNo), ...record } } },
    ...held.map((part) => claimEntitlement({ id, line: after, division, adjusts: first }, part)),
    ...line.held
      .filter(({ period }) => !kept.has(period))
      .map((part) => releaseEntitlement({ id, line, division }, part)),
  ];
};
