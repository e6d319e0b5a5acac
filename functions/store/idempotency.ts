import * as z from 'zod';
import { applicationId, applicationState, version } from '../contracts/application.ts';
import { ProblemError } from '../platform/errors.ts';
import { idempotencyKey, type Key } from './keys.ts';
import type { Write } from './transact.ts';

/** What a request is known by: its key, who sent it, and a hash of what it asked. */
export type Idempotency = {
  readonly key: string;
  readonly caller: string;
  readonly bodyHash: string;
  readonly operation: string;
  readonly requestId?: string;
};

/** The answer to a change; the same one is given to every repeat of the request. */
export const receipt = z.object({
  applicationId,
  state: applicationState,
  version,
  /** What was made: an objection's or payout's number, say. */
  id: z.string().optional(),
});
export type Receipt = z.infer<typeof receipt>;

const stored = z.object({ bodyHash: z.string(), operation: z.string(), receipt: z.unknown() });

export const requestKey = ({ caller, key }: Idempotency): Key => idempotencyKey(caller, key);

/** Kept for a week: long enough for any client's repeats. */
const keptSeconds = 7 * 24 * 3600;

/** The record of a request, written in the same transaction as what it changed. */
export const rememberRequest = (idempotency: Idempotency, answer: object, at: string): Write => ({
  Put: {
    Item: {
      ...requestKey(idempotency),
      operation: idempotency.operation,
      bodyHash: idempotency.bodyHash,
      receipt: answer,
      expiresAt: Math.floor(Date.parse(at) / 1000) + keptSeconds,
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/**
 * The answer given before, when this request is a repeat.
 * @throws ProblemError IDEMPOTENCY_KEY_REUSED when the key came with another request
 */
export const answerBefore = <Answer>(
  answers: z.ZodType<Answer>,
  found: unknown,
  { bodyHash }: Idempotency,
): Answer | undefined => {
  if (found === undefined) return undefined;
  const record = stored.parse(found);
  if (record.bodyHash === bodyHash) return answers.parse(record.receipt);
  throw new ProblemError(
    422,
    'IDEMPOTENCY_KEY_REUSED',
    'This Idempotency-Key was already used for another request. Use a new key for a new request.',
  );
};

/** The same for a change of an application. */
export const answerGivenBefore = (found: unknown, request: Idempotency): Receipt | undefined =>
  answerBefore(receipt, found, request);
