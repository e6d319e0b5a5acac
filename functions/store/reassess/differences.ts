import type { ApplicationHead } from '../../contracts/application.ts';
import type { RunDifference } from '../../contracts/run-difference.ts';
import { compareRuns, type Run } from '../../rules/difference/compare-runs.ts';
import { readRuleSet } from '../assessments/rule-sets.ts';
import type { KeylessDesk } from '../desk.ts';
import { assessmentKey } from '../keys.ts';
import { readItems, type Item } from '../read-application.ts';
import type { LineAgain } from './assess-again.ts';

/** The run that decided what was paid; undefined where the application was checked before records were kept. */
const runThen = async (
  { table }: KeylessDesk,
  item: Item | undefined,
  { rules }: LineAgain,
): Promise<Run | undefined> => {
  if (item === undefined) return undefined;
  const { openRecord } = await import('../assessments/record.ts');
  const { record } = openRecord(item);
  const then = await readRuleSet(table, record.rules.valuesHash);
  return { facts: record.facts, rules: then ?? rules, assessment: record.assessment };
};

/** Line by line, what differs between the run that was paid by and today's; a line without a difference is left out. */
export const differencesOf = async (
  desk: KeylessDesk,
  { applicationId }: ApplicationHead,
  lines: readonly LineAgain[],
): Promise<RunDifference[]> => {
  const keys = lines.map(({ line }) => assessmentKey(applicationId, line.run, line.lineNo));
  const items = await readItems(desk.table, keys);
  const found: RunDifference[] = [];
  for (const [index, again] of lines.entries()) {
    const before = await runThen(desk, items[index], again);
    if (before === undefined) continue;
    const { facts, rules, assessment, line } = again;
    const difference = compareRuns(line.lineNo, before, { facts, rules, assessment });
    if (Object.values(difference).some((part) => Array.isArray(part) && part.length > 0))
      found.push(difference);
  }
  return found;
};
