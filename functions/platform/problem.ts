import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { problems } from '../contracts/api/problems.ts';
import { applicationState } from '../contracts/application.ts';
import { stateNames } from '../contracts/state-names.ts';
import { classify, ProblemError } from './errors.ts';
import { logEvent } from './log.ts';

type Details = ProblemError['details'];

const inChinese = (value: unknown): string => {
  const state = applicationState.safeParse(value);
  if (state.success) return stateNames[state.data].zh;
  return typeof value === 'string' ? value : '…';
};

const chineseSentence = ({ code, details }: ProblemError): string => {
  const given = details['messageZh'];
  if (typeof given === 'string') return given;
  const template: string = problems[code].zh;
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => inChinese(details[name]));
};

const withoutSentence = (details: Details): Details =>
  Object.fromEntries(Object.entries(details).filter(([name]) => name !== 'messageZh' && name !== 'errors'));

const retryAfterSeconds = 1;

/** RFC 6750: an error is named only to who sent a token. */
const challengeOf = (code: ProblemError['code']): string =>
  `Bearer realm="subsidy-desk"${code === 'TOKEN_MISSING' ? '' : ', error="invalid_token"'}`;

/** A refusal as problem+json (RFC 9457). The `type` is stable; `instance` is the request's number in our log. */
export const problemAnswer = (error: ProblemError, requestId: string): APIGatewayProxyStructuredResultV2 => {
  const { status, code, message, details } = error;
  const rest = withoutSentence(details);
  const body = {
    type: `urn:subsidy-desk:problem:${code}`,
    title: problems[code].title,
    status,
    code,
    detail: message,
    messageZh: chineseSentence(error),
    instance: requestId,
    ...(details['errors'] !== undefined && { errors: details['errors'] }),
    ...(Object.keys(rest).length > 0 && { details: rest }),
  };
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': challengeOf(code) }),
      ...(status === 503 && { 'retry-after': String(retryAfterSeconds) }),
    },
    body: JSON.stringify(body),
  };
};

/**
 * Every failure of a request as what its sender is told. A failure of our own is logged by its name and the
 * request's number; its message may hold data and is neither logged nor sent.
 */
export const toProblem = (
  error: unknown,
  { requestId, operation }: { requestId: string; operation: string },
) => {
  if (error instanceof ProblemError) return error;
  const { name, cause } = classify(error);
  const errorName = cause instanceof Error ? cause.name : name;
  logEvent('REQUEST_FAILED', { requestId, operation, errorName });
  return name === 'Transient'
    ? new ProblemError(503, 'TRY_AGAIN', 'The desk is busy. Send the same request again in a moment.')
    : new ProblemError(
        500,
        'INTERNAL',
        `Something failed on our side. Give us the request number ${requestId}.`,
      );
};
