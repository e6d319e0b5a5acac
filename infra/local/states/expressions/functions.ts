import { createHash, randomUUID } from 'node:crypto';
import type { Expression, Focus } from 'jsonata';
import type { Clock } from '../../clock.ts';

/** What AWS adds to JSONata. https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */

/** JSONata's own code for a failure that a function words itself. */
class FunctionError extends Error {
  readonly code = 'D3137';
}

const partition = (items: readonly unknown[] | undefined, size: number | undefined) => {
  if (items === undefined || size === undefined) return undefined;
  const width = Math.floor(size);
  if (width < 1) throw new FunctionError('The size of a partition must be a positive integer');
  return Array.from({ length: Math.ceil(items.length / width) }, (_, at) =>
    items.slice(at * width, (at + 1) * width),
  );
};

const longestRange = 1_000_000;

const range = (first: number | undefined, last: number | undefined, step: number | undefined) => {
  if (first === undefined || last === undefined || step === undefined) return undefined;
  if (step === 0) throw new FunctionError('The step of a range must not be zero');
  const length = Math.max(Math.floor((last - first) / step) + 1, 0);
  if (length > longestRange)
    throw new FunctionError(`The size of the sequence must not exceed ${longestRange}`);
  const values = Array.from({ length }, (_, at) => first + at * step);
  // AWS answers a sequence, and a sequence of one is its item.
  return values.length === 1 ? values[0] : values;
};

const algorithms: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

const hash = (value: string | undefined, algorithm: string | undefined) => {
  if (value === undefined || algorithm === undefined) return undefined;
  const known = algorithms[algorithm];
  if (known === undefined)
    throw new FunctionError(
      `The hash algorithm '${algorithm}' is none of ${Object.keys(algorithms).join(', ')}`,
    );
  return createHash(known).update(value, 'utf8').digest('hex');
};

const randomMask = (1n << 48n) - 1n;
const randomStep = 0x5_deec_e66dn;

/** AWS takes a seeded number from java.util.Random: 48 bits, of which 26 and 27 make a double. */
const random = (seed: number | undefined) => {
  if (seed === undefined) return Math.random();
  const first = (((BigInt(Math.trunc(seed)) ^ randomStep) & randomMask) * randomStep + 0xbn) & randomMask;
  const second = (first * randomStep + 0xbn) & randomMask;
  return (Number(first >> 22n) * 2 ** 27 + Number(second >> 21n)) / 2 ** 53;
};

const parse = (text: string | undefined): unknown => {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new FunctionError('The argument of the function "parse" is not valid JSON');
  }
};

type Native = { implementation: (this: Focus, ...args: unknown[]) => unknown };

const isNative = (value: unknown): value is Native =>
  typeof value === 'object' &&
  value !== null &&
  'implementation' in value &&
  typeof value.implementation === 'function';

/** JSONata reads the machine's clock for $now and $millis; ours must follow the engine's, which tests can move. */
const tellTime = (expression: Expression, clock: Clock) => {
  expression.registerFunction('millis', () => clock.now(), '<:n>');
  const now = function (this: Focus, ...picture: unknown[]): unknown {
    const fromMillis: unknown = this.environment.lookup('fromMillis');
    if (!isNative(fromMillis)) throw new FunctionError('The function "fromMillis" is missing');
    return fromMillis.implementation.call(this, clock.now(), ...picture);
  };
  expression.registerFunction('now', now, '<s?s?:s>');
};

/** Adds AWS's functions to a compiled expression and takes $eval away. */
export const addFunctions = (expression: Expression, clock: Clock): void => {
  expression.registerFunction('partition', partition, '<a-n:a>');
  expression.registerFunction('range', range, '<n-nn:x>');
  expression.registerFunction('hash', hash, '<s-s:s>');
  expression.registerFunction('random', random, '<n?:n>');
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.registerFunction('parse', parse, '<s-:x>');
  expression.assign('eval', undefined);
  tellTime(expression, clock);
};
