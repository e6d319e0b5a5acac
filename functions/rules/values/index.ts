import { parseRuleValues, type RuleValues } from '../../contracts/rule-values.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { countyValues } from './counties.ts';
import { resolve, rowsInForce, type DatedValue } from './dated.ts';
import { shippedValues } from './province.ts';

export type ValueSources = Readonly<Record<string, string>>;

type Tree = { [name: string]: unknown };

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const put = (tree: Tree, [first = '', ...rest]: readonly string[], value: unknown): void => {
  if (rest.length === 0) {
    tree[first] = value;
    return;
  }
  const branch = tree[first];
  const next = isTree(branch) ? branch : {};
  tree[first] = next;
  put(next, rest, value);
};

const byRule = (rows: readonly DatedValue[]): Map<string, DatedValue[]> =>
  Map.groupBy(rows, ({ ruleId }) => ruleId);

const assemble = (rows: readonly DatedValue[], county: string, on: IsoDate) => {
  const tree: Tree = {};
  const sources: Record<string, string> = {};
  for (const [ruleId, candidates] of byRule(rows)) {
    const found = resolve(rowsInForce(candidates, county, on));
    put(tree, ruleId.split('.'), found?.value ?? null);
    if (found !== undefined) sources[ruleId] = found.source;
  }
  return { values: parseRuleValues(tree), sources };
};

const known = new Map<string, { values: RuleValues; sources: ValueSources }>();
const allRows = [...shippedValues, ...countyValues];

/**
 * The rule values in force for a county on a day, with the document each rests on. A figure that nobody has set for
 * that day is null: the case is kept and payment is blocked (POLICY section 1).
 * @throws ZodError when a rule that cannot be left open (a window, a switch) has no value in force on that day
 */
export const valuesInForce = (county: string, on: IsoDate): { values: RuleValues; sources: ValueSources } => {
  const key = `${county} ${on}`;
  const before = known.get(key);
  if (before) return before;
  const found = assemble(allRows, county, on);
  if (known.size > 5000) known.clear();
  known.set(key, found);
  return found;
};

export const ruleValuesFor = (county: string, on: IsoDate): RuleValues => valuesInForce(county, on).values;

/** Values from other rows than the shipped ones: for tests of the mechanism, and for what-if runs. */
export const valuesFromRows = (rows: readonly DatedValue[], county: string, on: IsoDate): RuleValues =>
  assemble(rows, county, on).values;
