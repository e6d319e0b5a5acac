import * as z from 'zod';
import type { Operation } from './operation.ts';
import { problems, type ProblemCode } from './problems.ts';

export const fieldError = z.object({
  path: z
    .string()
    .describe('Where in the body, `lines[3].worker.citizenId`; `query.…` and `path.…` for the address'),
  code: z.string(),
  message: z.string().describe('What to do; never repeats what was sent'),
  messageZh: z.string(),
});

/** What every refusal looks like (RFC 9457). */
export const problemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable; act on this one'),
    detail: z.string(),
    messageZh: z.string(),
    instance: z.string().describe('The number of the request in our log'),
    errors: z.array(fieldError).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });

const always = ['INVALID_INPUT', 'UNKNOWN_FIELD', 'TRY_AGAIN', 'INTERNAL'] as const;
const signedIn = [
  'TOKEN_MISSING',
  'TOKEN_EXPIRED',
  'TOKEN_INVALID',
  'ROLE_NOT_ALLOWED',
  'SIGN_IN_UNAVAILABLE',
] as const;
const changing = [
  'NOT_JSON',
  'CONTENT_TYPE_NOT_JSON',
  'BODY_TOO_LARGE',
  'IDEMPOTENCY_KEY_MISSING',
  'IDEMPOTENCY_KEY_REUSED',
] as const;

/** Every refusal an operation can give, without repeats, in the order of the catalogue. */
export const problemsOf = ({ access, method, problems: own }: Operation): ProblemCode[] => {
  const possible = new Set<string>([
    ...always,
    ...(access === 'PUBLIC' ? [] : signedIn),
    ...(method === 'GET' ? [] : changing),
    ...own,
  ]);
  return problemCodes.filter((code) => possible.has(code));
};

const isCode = (name: string): name is ProblemCode => Object.hasOwn(problems, name);
export const problemCodes: readonly ProblemCode[] = Object.keys(problems).filter(isCode);
