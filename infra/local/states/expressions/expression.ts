import jsonata from 'jsonata';
import type { Clock } from '../../clock.ts';
import { addFunctions } from './functions.ts';
import { returnedNothing, threwAnError, type Location } from './failures.ts';
import { isObject } from '../json.ts';
import { compilePath, type Path } from './path.ts';

/** What an expression sees: `states` and the variables in scope. */
export type Scope = Record<string, unknown>;

/** A JSONata expression, compiled once. */
export type Expression = {
  readonly source: string;
  /** The value, plain JSON; throws a StateFailure that names the location. */
  evaluate(scope: Scope, location: Location): unknown;
};

/**
 * Nesting and the length of a sequence as measured on AWS: an expression that fits here fits there. The bound on time
 * ends what would run for ever, and nothing else.
 */
const limits = { timeout: 5000, stack: 100, sequence: 873_782 };

/** One after the other, so that the bound on time counts an expression's own time only. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

const createTurns = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result;
    return result;
  };
};

const marker = /^\{%([\s\S]*)%\}$/;

/** The expression inside `{% %}`, trimmed; undefined when the text is none. */
export const expressionIn = (text: string): string | undefined => marker.exec(text)?.[1]?.trim();

/**
 * JSONata marks arrays that are sequences and hands out functions; neither may outlive the expression. A number that
 * JSON cannot say becomes its name, as on AWS: 1/0 is "Infinity".
 */
const plain = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const cleaned = items.map(plain);
    return 'sequence' in value || cleaned.some((item, at) => item !== items[at]) ? cleaned : value;
  }
  return isObject(value) ? plainObject(value) : value;
};

const plainObject = (value: Readonly<Record<string, unknown>>): unknown => {
  if ('_jsonata_function' in value || '_jsonata_lambda' in value)
    throw new TypeError('The result holds a function, which has no JSON form');
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    const item = plain(value[key]);
    if (item === value[key]) continue;
    copy ??= { ...value };
    copy[key] = item;
  }
  return copy ?? value;
};

const create = (source: string, clock: Clock, inTurn: InTurn): Expression => {
  const compiled = jsonata(source, limits);
  addFunctions(compiled, clock);
  const path: Path | undefined = compilePath(compiled.ast());
  const evaluateFully = async (scope: Scope, location: Location): Promise<unknown> => {
    let value: unknown;
    try {
      value = plain(await inTurn(() => compiled.evaluate(undefined, scope)));
    } catch (error) {
      throw threwAnError(source, location, error);
    }
    if (value === undefined) throw returnedNothing(source, location);
    return value;
  };
  return {
    source,
    evaluate: (scope, location) => path?.(scope) ?? evaluateFully(scope, location),
  };
};

/** So many expressions are kept for the next definition that uses them; programs hold on to their own. */
const most = 10_000;

/** Compiles expressions, each source once. */
export const createExpressions = (clock: Clock) => {
  const known = new Map<string, Expression>();
  const inTurn = createTurns();
  return (source: string): Expression => {
    const found = known.get(source);
    if (found) return found;
    const made = create(source, clock, inTurn);
    if (known.size >= most) known.clear();
    known.set(source, made);
    return made;
  };
};
export type Expressions = ReturnType<typeof createExpressions>;
