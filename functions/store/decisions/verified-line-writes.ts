import type { ApplicationHead } from '../../contracts/application.ts';
import type { EntitlementPart } from '../../contracts/assessment.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { passOnEntitlement, releaseEntitlement } from '../entitlements.ts';
import { entitlementKey, lineKey } from '../keys.ts';
import type { Write } from '../transact.ts';
import type { DecidedLine } from './verify-lines.ts';

const keyOf = ({ content, subject }: StoredLine, { period }: EntitlementPart): string =>
  entitlementKey(content.instrument, subject, period).pk;

const earned = (decided: readonly DecidedLine[]): ReadonlySet<string> =>
  new Set(
    decided.flatMap(({ line, standing }) =>
      standing === 'APPROVED' ? line.earns.map((part) => keyOf(line, part)) : [],
    ),
  );

/** A key that one line gives back and another takes is passed on: a transaction writes each row once. */
const keyWrites = (
  { applicationId: id, division, adjusts }: ApplicationHead,
  { line, standing }: DecidedLine,
  taken: ReadonlySet<string>,
): Write[] =>
  standing === 'APPROVED'
    ? line.earns.map((part) => passOnEntitlement({ id, line, division, adjusts }, part))
    : line.held
        .filter((part) => !taken.has(keyOf(line, part)))
        .map((part) => releaseEntitlement({ id, line, division }, part));

const lineUpdate = ({ applicationId }: ApplicationHead, { line, standing, reason }: DecidedLine): Write => ({
  Update: {
    Key: lineKey(applicationId, line.lineNo),
    UpdateExpression: `SET standing = :standing, held = :held${reason === undefined ? '' : ', decidedReason = :reason'}`,
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: {
      ':standing': standing,
      ':held': standing === 'APPROVED' ? line.earns : [],
      ...(reason !== undefined && { ':reason': reason }),
    },
  },
});

const changed = ({ line, standing, reason }: DecidedLine): boolean =>
  line.standing !== standing || reason !== undefined;

/** What a verifier's word writes, line by line: the standing, and the keys the line takes or gives back. */
export const verifiedLineWrites = (head: ApplicationHead, decided: readonly DecidedLine[]): Write[][] => {
  const taken = earned(decided);
  return decided
    .filter(changed)
    .map((result) => [lineUpdate(head, result), ...keyWrites(head, result, taken)]);
};
