/** A plain object, as JSON has them. */
export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The kind of a JSON value, in AWS's words. */
export const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
};

/** A JSON value and its text; whichever is asked for first is made from the other, once. */
export class Doc {
  #value: unknown;
  #text: string | undefined;
  private constructor(value: unknown, text: string | undefined) {
    this.#value = value;
    this.#text = text;
  }
  static of(value: unknown): Doc {
    return new Doc(value, undefined);
  }
  static fromText(text: string): Doc {
    return new Doc(undefined, text);
  }
  get value(): unknown {
    if (this.#value === undefined && this.#text !== undefined) this.#value = JSON.parse(this.#text);
    return this.#value;
  }
  get text(): string {
    this.#text ??= JSON.stringify(this.#value);
    return this.#text;
  }
}

/** The largest input, output or result of a state, in bytes of UTF-8. */
const dataLimitBytes = 262_144;

/** Whether a text is over the limit; looks at the bytes only when it might be. */
export const isOverLimit = (text: string): boolean =>
  text.length > dataLimitBytes ||
  (text.length * 3 > dataLimitBytes && Buffer.byteLength(text) > dataLimitBytes);

/** Parses, or says nothing when it is not JSON. */
export const tryParse = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};
