import { isObject } from '../json.ts';
import { expressionIn, type Expressions, type Expression, type Scope } from './expression.ts';
import type { Location } from './failures.ts';

/** A JSON value in which strings may be expressions. A template without any answers at once, without a promise. */
export type Template = {
  readonly isConstant: boolean;
  evaluate(scope: Scope, location: Location): unknown;
};

const constant = (value: unknown): Template => ({ isConstant: true, evaluate: () => value });

const ofExpression = (expression: Expression): Template => ({
  isConstant: false,
  evaluate: (scope, location) => expression.evaluate(scope, location),
});

const ofArray = (items: readonly Template[]): Template => ({
  isConstant: false,
  evaluate: async (scope, location) => {
    const values: unknown[] = [];
    for (const [at, item] of items.entries()) values.push(await item.evaluate(scope, `${location}[${at}]`));
    return values;
  },
});

const ofObject = (entries: readonly (readonly [string, Template])[]): Template => ({
  isConstant: false,
  evaluate: async (scope, location) => {
    const value: Record<string, unknown> = {};
    for (const [key, entry] of entries) {
      const part = entry.evaluate(scope, `${location}/${key}`);
      value[key] = part instanceof Promise ? await part : part;
    }
    return value;
  },
});

/** Compiles a value of a definition. Throws what JSONata throws when an expression does not parse. */
export const compileTemplate = (value: unknown, expressions: Expressions): Template => {
  if (typeof value === 'string') {
    const source = expressionIn(value);
    return source === undefined ? constant(value) : ofExpression(expressions(source));
  }
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => compileTemplate(item, expressions));
    return items.every((item) => item.isConstant) ? constant(value) : ofArray(items);
  }
  if (!isObject(value)) return constant(value);
  const entries = Object.entries(value).map(
    ([key, item]) => [key, compileTemplate(item, expressions)] as const,
  );
  return entries.every(([, item]) => item.isConstant) ? constant(value) : ofObject(entries);
};
