import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ProblemError } from './errors.ts';

/** What a changing request is known by; the store keeps it with the answer, in the transaction of the change. */
export type RequestIdentity = {
  readonly key: string;
  readonly caller: string;
  readonly bodyHash: string;
  readonly operation: string;
  /** The request's number in the log; it goes into the audit event of what the request changed. */
  readonly requestId: string;
};

const wellFormed = /^[\x21-\x7e]{8,100}$/;

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** JSON with every object's fields in order, so that two spellings of one request hash alike. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sorted);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A visitor without a token is known by a hash of where they call from. */
export const visitorOf = ({ requestContext }: APIGatewayProxyEventV2): string =>
  `public-${sha256(requestContext.http.sourceIp).slice(0, 32)}`;

/** @throws ProblemError IDEMPOTENCY_KEY_MISSING */
export const identify = (
  { headers, rawPath, requestContext }: APIGatewayProxyEventV2,
  {
    caller,
    operation,
    body,
  }: { readonly caller: string; readonly operation: string; readonly body: unknown },
): RequestIdentity => {
  const key = headers['idempotency-key'];
  if (key === undefined || !wellFormed.test(key))
    throw new ProblemError(
      400,
      'IDEMPOTENCY_KEY_MISSING',
      'Send the header “Idempotency-Key” with 8 to 100 visible characters: a new one for each new request, the same one when you repeat it.',
    );
  const { requestId } = requestContext;
  return { key, caller, operation, requestId, bodyHash: sha256(canonicalJson([operation, rawPath, body])) };
};
