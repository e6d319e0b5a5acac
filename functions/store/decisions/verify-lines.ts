import { paysNobody } from '../../contracts/instruments.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import type { LineDecision } from '../../contracts/queue.ts';
import { ProblemError } from '../../platform/errors.ts';

/** A line with what the verifier made of it. */
export type DecidedLine = {
  readonly line: StoredLine;
  readonly standing: 'APPROVED' | 'REFUSED';
  readonly reason?: string;
};

const undecided = (missing: readonly number[]): ProblemError =>
  new ProblemError(
    422,
    'LINES_UNDECIDED',
    `Decide each line that needs review first: ${missing.slice(0, 20).join(', ')}${missing.length > 20 ? ' …' : ''} (${missing.length} in all).`,
    { lines: missing.slice(0, 100), count: missing.length },
  );

const mustBeOpenToApproval = (line: StoredLine): void => {
  if (line.outcome === 'REJECT')
    throw new ProblemError(
      409,
      'RULE_REFUSES',
      `Line ${line.lineNo} is refused by the notice (${line.reasonCode ?? ''}); a verifier cannot approve it. Return it if a fact is wrong.`,
    );
  if (line.amountFen === 0 && !paysNobody(line.content.instrument))
    throw new ProblemError(
      409,
      'NOTHING_TO_PAY',
      `Line ${line.lineNo} comes to nothing; refuse or return it.`,
    );
};

const decideLine = (line: StoredLine, decision: LineDecision | undefined): DecidedLine | number => {
  if (decision === undefined) {
    if (line.standing === 'OPEN') return line.lineNo;
    return { line, standing: line.standing };
  }
  if (decision.outcome === 'APPROVE') mustBeOpenToApproval(line);
  const standing = decision.outcome === 'APPROVE' ? 'APPROVED' : 'REFUSED';
  return { line, standing, ...(decision.reason !== undefined && { reason: decision.reason }) };
};

/** Two lines about one worker: a person may choose which is paid, not pay both. */
const mustEarnOnce = (decided: readonly DecidedLine[]): void => {
  const earner = new Map<string, number>();
  for (const { line, standing } of decided) {
    if (standing !== 'APPROVED') continue;
    for (const { period } of line.earns) {
      const key = `${line.content.instrument} ${line.subject} ${period}`;
      const other = earner.get(key);
      if (other !== undefined)
        throw new ProblemError(
          409,
          'ENTITLEMENT_HELD',
          `Lines ${other} and ${line.lineNo} are about one worker, who is paid once. Refuse one of them.`,
          { lines: [other, line.lineNo] },
        );
      earner.set(key, line.lineNo);
    }
  }
};

/**
 * Every line with its standing after the verifier's word. Lines the rules settled need none; lines under review do.
 * @throws ProblemError LINES_UNDECIDED, RULE_REFUSES, NO_SUCH_LINE, NOTHING_TO_PAY, ENTITLEMENT_HELD
 */
export const decideLines = (
  lines: readonly StoredLine[],
  decisions: readonly LineDecision[],
): DecidedLine[] => {
  const byLine = new Map(decisions.map((decision) => [decision.lineNo, decision]));
  const known = new Set(lines.map(({ lineNo }) => lineNo));
  const strange = decisions.find(({ lineNo }) => !known.has(lineNo));
  if (strange)
    throw new ProblemError(422, 'NO_SUCH_LINE', `There is no line ${strange.lineNo} in this application.`);
  const results = lines.map((line) => decideLine(line, byLine.get(line.lineNo)));
  const missing = results.filter((result) => typeof result === 'number');
  if (missing.length > 0) throw undecided(missing);
  const decided = results.filter((result) => typeof result !== 'number');
  mustEarnOnce(decided);
  return decided;
};
