import type * as z from 'zod';
import { isMissing, sentenceOf } from './field-sentences.ts';

/** One field at fault. The message says what to do and never repeats what was sent. */
export type FieldError = {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly messageZh: string;
};

type Issue = z.core.$ZodIssue;

/** At most this many are listed; the rest are counted. */
export const listedErrors = 100;

/** `lines[3].worker.citizenId`, counted from 0 as in the body sent. */
const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');

/** Field names come from the sender, so a number written in the place of a name is not repeated either. */
const safeName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/\d(?:[\s-]*\d){4,}[\s-]*[Xx]?/g, '…')
    .slice(0, 40);

const codes: Partial<Record<NonNullable<Issue['code']>, string>> = {
  invalid_value: 'NOT_ALLOWED_VALUE',
  invalid_union: 'NOT_ALLOWED_VALUE',
  invalid_format: 'WRONG_FORMAT',
  too_small: 'TOO_SMALL',
  too_big: 'TOO_BIG',
};

const codeOf = (issue: Issue): string => {
  if (isMissing(issue)) return 'REQUIRED';
  if (issue.code === 'invalid_type') return 'WRONG_TYPE';
  return codes[issue.code] ?? 'INVALID';
};

const unknownFields = (prefix: readonly PropertyKey[], keys: readonly string[]): FieldError[] =>
  keys.map((key) => ({
    path: pathText([...prefix, safeName(key)]),
    code: 'UNKNOWN_FIELD',
    message: 'There is no such field here. Remove it, or correct its name.',
    messageZh: '没有这个字段，请删除或改正名称。',
  }));

/** What zod found, as the caller reads it. `prefix` says where: `query`, `path`, or nothing for the body. */
export const fieldErrors = (issues: readonly Issue[], prefix: readonly string[]): FieldError[] =>
  issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'unrecognized_keys') return unknownFields(path, issue.keys);
    const { en, zh } = sentenceOf(issue, path);
    return [{ path: pathText(path), code: codeOf(issue), message: en, messageZh: zh }];
  });
