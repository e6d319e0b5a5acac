import type { ExprNode } from 'jsonata';
import { isObject } from '../json.ts';
import type { Scope } from './expression.ts';

/**
 * Most expressions in a machine only point: `$states.input.a.b`, `$variable`. Walking objects directly takes a
 * twentieth of the time of JSONata's evaluator. Anything but objects on the way (arrays map, missing names fail)
 * answers undefined, and the full evaluator decides.
 */
export type Path = (scope: Scope) => unknown;

const nameOf = (node: AnyNode): string | undefined => {
  const value: unknown = node.value;
  return typeof value === 'string' && value !== '' && value !== '$' ? value : undefined;
};

/** A step with filters, groups or focus is more than a name. */
const isBare = (node: AnyNode, type: string): boolean =>
  node.type === type &&
  Object.keys(node).every((key) => key === 'value' || key === 'type' || key === 'position');

const walk =
  (names: readonly string[]): Path =>
  (scope) => {
    let value: unknown = scope;
    for (const name of names) {
      if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
      value = value[name];
    }
    return value;
  };

const asNames = (steps: readonly AnyNode[]): string[] | undefined => {
  const names: string[] = [];
  for (const [at, step] of steps.entries()) {
    const name = isBare(step, at === 0 ? 'variable' : 'name') ? nameOf(step) : undefined;
    if (name === undefined) return undefined;
    names.push(name);
  }
  return names;
};

export const compilePath = (ast: unknown): Path | undefined => {
  if (!isNode(ast)) return undefined;
  const steps = ast.type === 'variable' ? [ast] : plainSteps(ast);
  const names = steps && asNames(steps);
  return names && walk(names);
};

/** The published type of a node leaves out paths. */
type AnyNode = Omit<ExprNode, 'type'> & { type: string };

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Flags such as keepSingletonArray (`a[]`) change what a path answers. */
const plainSteps = (ast: AnyNode): readonly AnyNode[] | undefined =>
  ast.type === 'path' && Object.keys(ast).every((key) => key === 'type' || key === 'steps')
    ? ast.steps
    : undefined;
