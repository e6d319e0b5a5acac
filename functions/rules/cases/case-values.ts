import type { Instrument } from '../../contracts/instruments.ts';
import { faultsOfRuleValues, parseRuleValues, ruleValuesShape } from '../../contracts/rule-values.ts';
import type { RuleSet } from '../facts.ts';
import { profiles } from '../instruments.ts';
import { valuesInForce } from '../values/index.ts';
import { shippedValues } from '../values/province.ts';

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const overlay = (below: unknown, above: unknown): unknown =>
  isTree(below) && isTree(above)
    ? { ...below, ...Object.fromEntries(Object.entries(above).map(([k, v]) => [k, overlay(below[k], v)])) }
    : above;

/** `a.b.c` and a value as the tree that holds only it. */
const branch = (path: readonly string[], value: unknown): unknown => {
  const [first, ...rest] = path;
  return first === undefined ? value : { [first]: branch(rest, value) };
};

const at = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce((below: unknown, name) => (isTree(below) ? below[name] : undefined), tree);

/** Any county's figures before the case changes them: none has set its own. */
const base = () => valuesInForce('141124', '2020-03-16');

const known: ReadonlySet<string> = new Set(Object.keys(ruleValuesShape));

/** Sections of other instruments are in the file too; the desk has no figures for those. */
const ours = (config: Tree): Tree =>
  Object.fromEntries(Object.entries(config).filter(([name]) => known.has(name.split('.')[0] ?? '')));

/** A file may carry defaults for figures that the desk does not have; a case may not rest on one. */
const prune = (below: unknown, above: unknown): unknown =>
  isTree(below) && isTree(above)
    ? Object.fromEntries(
        Object.entries(above).flatMap(([k, v]) => (k in below ? [[k, prune(below[k], v)]] : [])),
      )
    : above;

const caps = shippedValues.filter(({ isCap }) => isCap === true);

/** What the notice fixes holds for every county: a case may set less, never more (POLICY section 2, rule store). */
const withinCaps = (tree: unknown): unknown =>
  caps.reduce((below, { ruleId, value: cap }) => {
    const path = ruleId.split('.');
    const value = at(below, path);
    const tooMuch = typeof value === 'number' && typeof cap === 'number' && value > cap;
    return tooMuch ? overlay(below, branch(path, cap)) : below;
  }, tree);

/** Figures that the case takes away, where the desk's own rules have no word for their being away. */
const takenAway = (tree: unknown): readonly string[][] =>
  faultsOfRuleValues(tree)
    .map((path) => path.map(String))
    .filter((path) => at(tree, path) === null);

/** What an instrument rests on: its own section and what all share. */
const sectionsOf = (instrument: Instrument): readonly string[] => {
  const { section, windowed } = profiles[instrument];
  return ['minimumAge', section, ...(windowed ? ['window'] : [])];
};

export type CaseRules = {
  readonly rules: RuleSet;
  /** Figures of this instrument that the case takes away: nothing can be decided without them. */
  readonly missing: readonly string[];
};

/**
 * The figures of a case: the desk's own, then the file's defaults, then what the case itself changes.
 * @throws ZodError when a figure is not one that the desk knows, or of the wrong kind
 */
export const caseRules = (instrument: Instrument, defaults: Tree, changes: Tree): CaseRules => {
  const { values, sources } = base();
  const changed = Object.entries(ours(changes));
  const changedTree = changed.reduce<unknown>(
    (below, [dotted, value]) => overlay(below, branch(dotted.split('.'), value)),
    overlay(values, prune(values, ours(defaults))),
  );
  const away = takenAway(changedTree);
  const whole = away.reduce((below, path) => overlay(below, branch(path, at(values, path))), changedTree);
  const named = Object.fromEntries(changed.map(([dotted]) => [dotted, '本例设定']));
  return {
    rules: { values: parseRuleValues(withinCaps(whole)), sources: { ...sources, ...named } },
    missing: away
      .filter(([section = '']) => sectionsOf(instrument).includes(section))
      .map((path) => path.join('.')),
  };
};
