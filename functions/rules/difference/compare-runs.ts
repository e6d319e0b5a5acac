import type { Check, LineAssessment } from '../../contracts/assessment.ts';
import type { RunDifference } from '../../contracts/run-difference.ts';
import type { RuleSet } from '../facts.ts';
import { leavesOf, type Leaf } from './leaves.ts';

/** One run over one line: what the rules were told, which values held, and what they said. */
export type Run = {
  readonly facts: unknown;
  readonly rules: RuleSet;
  readonly assessment: LineAssessment;
};

const namesOf = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].sort();

const changed = (before: ReadonlyMap<string, Leaf>, after: ReadonlyMap<string, Leaf>) =>
  namesOf(before, after).flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === is) return [];
    return [{ name, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
  });

const said = (check: Check | undefined) =>
  check && { outcome: check.outcome, sentence: { ...check.sentence } };

const checksOf = ({ checks }: LineAssessment) => new Map(checks.map((check) => [check.checkId, check]));

const sameWord = (was: Check | undefined, is: Check | undefined): boolean =>
  was?.outcome === is?.outcome && was?.sentence.en === is?.sentence.en;

const sideBySide = (checkId: string, was: Check | undefined, is: Check | undefined) => {
  const [before, after] = [said(was), said(is)];
  const clause = (is ?? was)?.clause ?? '';
  return { checkId, clause, ...(before && { before }), ...(after && { after }) };
};

const changedChecks = (before: Run, after: Run): RunDifference['checks'] => {
  const [were, are] = [checksOf(before.assessment), checksOf(after.assessment)];
  return namesOf(were, are).flatMap((checkId) => {
    const [was, is] = [were.get(checkId), are.get(checkId)];
    return sameWord(was, is) ? [] : [sideBySide(checkId, was, is)];
  });
};

const amountsOf = ({ entitlements }: LineAssessment) =>
  new Map(entitlements.map(({ period, amountFen }) => [period, amountFen]));

const changedAmounts = (before: Run, after: Run): RunDifference['amounts'] => {
  const [were, are] = [amountsOf(before.assessment), amountsOf(after.assessment)];
  return namesOf(were, are).flatMap((period) => {
    const [beforeFen, afterFen] = [were.get(period) ?? 0, are.get(period) ?? 0];
    return beforeFen === afterFen ? [] : [{ period, beforeFen, afterFen }];
  });
};

/** What differs between two runs over one line: facts, rule values, checks, outcome and amounts, old beside new. */
export const compareRuns = (lineNo: number, before: Run, after: Run): RunDifference => {
  const [was, is] = [before.assessment.outcome, after.assessment.outcome];
  return {
    lineNo,
    facts: changed(leavesOf(before.facts), leavesOf(after.facts)),
    values: changed(leavesOf(before.rules.values), leavesOf(after.rules.values)),
    checks: changedChecks(before, after),
    ...(was !== is && { outcome: { before: was, after: is } }),
    amounts: changedAmounts(before, after),
  };
};
