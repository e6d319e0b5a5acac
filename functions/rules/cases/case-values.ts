import { ruleValues } from '../../contracts/rule-values.ts';
import type { RuleSet } from '../facts.ts';
import { valuesInForce } from '../values/index.ts';

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const overlay = (below: unknown, above: unknown): unknown =>
  isTree(below) && isTree(above)
    ? { ...below, ...Object.fromEntries(Object.entries(above).map(([k, v]) => [k, overlay(below[k], v)])) }
    : above;

/** `a.b.c` and a value as the tree that holds only it. */
const branch = (dotted: string, value: unknown): Tree => {
  const [first = '', ...rest] = dotted.split('.');
  return { [first]: rest.length === 0 ? value : branch(rest.join('.'), value) };
};

/** Any county's figures before the case changes them: none has set its own. */
const base = () => valuesInForce('141124', '2020-03-16');

const known: ReadonlySet<string> = new Set(Object.keys(ruleValues.shape));

/** Sections of other instruments are in the file too; the desk has no figures for those. */
const ours = (config: Tree): Tree =>
  Object.fromEntries(Object.entries(config).filter(([name]) => known.has(name.split('.')[0] ?? '')));

/**
 * The figures of a case: the desk's own, then the file's defaults, then what the case itself changes.
 * @throws ZodError when a figure is not one that the desk knows, or of the wrong kind
 */
export const caseRules = (defaults: Tree, changes: Tree): RuleSet => {
  const { values, sources } = base();
  const changed = Object.entries(ours(changes));
  const tree = changed.reduce<unknown>(
    (below, [dotted, value]) => overlay(below, branch(dotted, value)),
    overlay(values, ours(defaults)),
  );
  const named = Object.fromEntries(changed.map(([dotted]) => [dotted, '本例设定']));
  return { values: ruleValues.parse(tree), sources: { ...sources, ...named } };
};
