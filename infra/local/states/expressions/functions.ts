import { createHash, randomUUID } from 'node:crypto';
import type { Expression, Focus } from 'jsonata';
import type { Clock } from '../../clock.ts';
import { isArray, tryParse } from '../json.ts';

/** What AWS adds to JSONata. https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */

/** JSONata finds the sentence by its code and puts the fields in. */
class JsonataError extends Error {
  readonly code: string;
  constructor(code: string, fields: Readonly<Record<string, unknown>>) {
    super(code);
    this.code = code;
    Object.assign(this, fields);
  }
}

/** A failure that AWS's function words itself, under JSONata's code for that. */
const failure = (message: string): JsonataError => new JsonataError('D3137', { message });

/** AWS cuts fractions off: -1.7 counts as -1. No size is one part, a size of 0 none at all. */
const partition = (items: unknown, size: number | undefined): unknown => {
  if (items === undefined) return undefined;
  if (!isArray(items)) throw new JsonataError('T0412', { index: 1, token: 'partition' });
  if (size === undefined) return [items];
  const width = Math.trunc(size);
  if (width < 0) throw failure('Second argument must be zero or greater');
  if (width === 0 || items.length === 0) return undefined;
  return Array.from({ length: Math.ceil(items.length / width) }, (_, at) =>
    items.slice(at * width, (at + 1) * width),
  );
};

/** Measured on AWS: one number more and the expression is over its memory. */
const longestRange = 360_145;

const range = (from: number | undefined, to: number | undefined, by: number | undefined): unknown => {
  if (from === undefined || to === undefined || by === undefined) return undefined;
  const [first, last, step] = [Math.trunc(from), Math.trunc(to), Math.trunc(by)];
  const length = step === 0 ? 0 : Math.floor((last - first) / step) + 1;
  if (length > longestRange) throw new JsonataError('D2015', { value: longestRange });
  // AWS answers a sequence: of none it is nothing, of one it is that number.
  if (length < 1) return undefined;
  return length === 1 ? first : Array.from({ length }, (_, at) => first + at * step);
};

const algorithms: Readonly<Record<string, string>> = {
  'SHA-1': 'sha1',
  'SHA-384': 'sha384',
  'SHA-256': 'sha256',
  'SHA-512': 'sha512',
  MD5: 'md5',
};

const hash = (value: string | undefined, algorithm: string | undefined) => {
  if (value === undefined || algorithm === undefined) return undefined;
  const known = algorithms[algorithm];
  if (known === undefined)
    throw failure(`Hash algorithm '${algorithm}' must be one of ${Object.keys(algorithms).join(', ')}`);
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
  const parsed = tryParse(text);
  if (!parsed) throw failure('Invalid JSON');
  return parsed.value;
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
    if (!isNative(fromMillis)) throw failure('The function "fromMillis" is missing');
    return fromMillis.implementation.call(this, clock.now(), ...picture);
  };
  expression.registerFunction('now', now, '<s?s?:s>');
};

/** Adds AWS's functions to a compiled expression and takes $eval away. */
export const addFunctions = (expression: Expression, clock: Clock): void => {
  expression.registerFunction('partition', partition, '<x-n?:x>');
  expression.registerFunction('range', range, '<n-nn:x>');
  expression.registerFunction('hash', hash, '<s-s:s>');
  expression.registerFunction('random', random, '<n?:n>');
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.registerFunction('parse', parse, '<s-:x>');
  expression.assign('eval', undefined);
  tellTime(expression, clock);
};
