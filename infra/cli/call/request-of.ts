import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { CliError } from '../cli-error.ts';

export type RequestOptions = {
  readonly body?: string;
  readonly set: readonly string[];
  readonly key?: string;
};

const textOf = (given: string): string => {
  if (!given.startsWith('@')) return given;
  const file = given.slice(1);
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new CliError('FILE_UNREADABLE', `The file ${file} cannot be read.`, 2, { cause: error });
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What `--set version=7-3f…` puts into the body; the rest of the body stays as it is. */
const withFields = (text: string, set: readonly string[]): string => {
  if (set.length === 0) return text;
  const parsed = z
    .string()
    .pipe(z.preprocess(parseJson, z.record(z.string(), z.json())))
    .safeParse(text);
  if (!parsed.success) throw new CliError('BODY_NOT_AN_OBJECT', 'With --set the body must be a JSON object.');
  const fields = set.map((entry) => {
    const at = entry.indexOf('=');
    if (at < 1) throw new CliError('FIELD_WITHOUT_VALUE', `Write --set field=text instead of ${entry}.`);
    return [entry.slice(0, at), entry.slice(at + 1)] as const;
  });
  return JSON.stringify({ ...parsed.data, ...Object.fromEntries(fields) });
};

/**
 * The request that the options describe. Every change gets an Idempotency-Key of its own unless one is named.
 * @throws CliError FILE_UNREADABLE, BODY_NOT_AN_OBJECT, FIELD_WITHOUT_VALUE
 */
export const requestOf = (method: string, { body = '{}', set, key = randomUUID() }: RequestOptions) =>
  method === 'GET'
    ? { method, headers: new Headers() }
    : {
        method,
        headers: new Headers({ 'content-type': 'application/json', 'idempotency-key': key }),
        body: withFields(textOf(body), set),
      };
