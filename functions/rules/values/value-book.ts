import { parseRuleValues } from '../../contracts/rule-values.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { addDays } from '../calendar/days.ts';
import type { RuleSet } from '../facts.ts';
import { covers, resolve, rowsInForce, type DatedValue } from './dated.ts';
import { lastWords } from './last-words.ts';
import { ruleSchemaOf } from './rule-schema.ts';

/**
 * The rule values in force for a county on a day, with the document each rests on. A figure that nobody has set for
 * that day is null: the case is kept and payment is blocked (POLICY section 1).
 * @throws ZodError when a rule that cannot be left open (a window, a switch) has no value in force on that day
 */
export type ValueBook = (county: string, on: IsoDate) => RuleSet;

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

type RowsByRule = ReadonlyMap<string, readonly DatedValue[]>;

const assemble = (byRule: RowsByRule, county: string, on: IsoDate): RuleSet => {
  const tree: Tree = {};
  const sources: Record<string, string> = {};
  for (const [ruleId, candidates] of byRule) {
    const found = resolve(rowsInForce(candidates, county, on));
    put(tree, ruleId.split('.'), found?.value ?? null);
    if (found !== undefined) sources[ruleId] = found.source;
  }
  return { values: parseRuleValues(tree), sources };
};

/** The days on which something changes; between two of them every day has the same values. */
const daysOfChange = (rows: readonly DatedValue[]): IsoDate[] => {
  const days = rows.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)]));
  return [...new Set(days)].sort();
};

/** A county's values from one day of change to the next, each put together when somebody first asks for it. */
const scopeOf = (rows: readonly DatedValue[], byRule: RowsByRule, county: string) => {
  const days = daysOfChange(rows);
  const sets = new Map<number, RuleSet>();
  return (on: IsoDate): RuleSet => {
    let stretch = 0;
    for (const day of days) if (day <= on) stretch += 1;
    const known = sets.get(stretch);
    if (known) return known;
    const found = assemble(byRule, county, on);
    sets.set(stretch, found);
    return found;
  };
};

const smallest = (rows: readonly DatedValue[], county: string): string => {
  if (rows.some(({ level }) => level === 'COUNTY')) return county;
  return rows.some(({ level }) => level === 'PREFECTURE') ? county.slice(0, 4) : county.slice(0, 2);
};

/**
 * Rows to look values up in; an approved row of a rule that the desk no longer has is passed over. Counties that have
 * set nothing of their own share one set, and so do days alike.
 */
export const createValueBook = (given: readonly DatedValue[]): ValueBook => {
  const all = lastWords(given).filter(
    ({ ruleId, revision }) => revision === undefined || ruleSchemaOf(ruleId) !== undefined,
  );
  const byRule: RowsByRule = Map.groupBy(all, ({ ruleId }) => ruleId);
  const shared = new Map<string, (on: IsoDate) => RuleSet>();
  const counties = new Map<string, (on: IsoDate) => RuleSet>();
  const open = (county: string) => {
    const rows = all.filter((row) => covers(row, county));
    const name = smallest(rows, county);
    const scope = shared.get(name) ?? scopeOf(rows, byRule, county);
    shared.set(name, scope);
    counties.set(county, scope);
    return scope;
  };
  return (county, on) => (counties.get(county) ?? open(county))(on);
};
