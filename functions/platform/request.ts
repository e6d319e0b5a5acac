import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Operation } from '../contracts/api/operation.ts';
import { ProblemError } from './errors.ts';
import { fieldErrors, listedErrors, type FieldError } from './issues.ts';

export type Parsed<O extends Operation> = {
  readonly params: z.output<O['params']>;
  readonly query: z.output<O['query']>;
  readonly body: z.output<O['body']>;
};

const notJson = (): ProblemError =>
  new ProblemError(
    400,
    'NOT_JSON',
    'The body is not JSON in UTF-8. Look for a missing quote, comma or brace, or for another encoding.',
  );

/** The longest body that means something is a file of rule values; a chunk of 90 lines is a tenth of it. */
const largestBodyBytes = 2_000_000;

const mustBeSmall = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): void => {
  if (Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8') <= largestBodyBytes) return;
  throw new ProblemError(413, 'BODY_TOO_LARGE', 'A request may hold 2 MB. Send it in parts.');
};

const jsonType = /^application\/(?:json|[\w.+-]+\+json)\s*(?:;|$)/i;

/** A body without a type is taken for what it must be; one of another type is not what was meant. */
const mustBeJson = ({ headers }: APIGatewayProxyEventV2): void => {
  const type = headers['content-type'];
  if (type === undefined || jsonType.test(type.trim())) return;
  throw new ProblemError(
    415,
    'CONTENT_TYPE_NOT_JSON',
    'Send the body as JSON, with the header “Content-Type: application/json”.',
  );
};

/** A byte order mark before the text, which some editors write, is left out. */
const textOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string =>
  isBase64Encoded
    ? new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body, 'base64'))
    : body.replace(/^\ufeff/, '');

const jsonOf = (event: APIGatewayProxyEventV2): unknown => {
  if (event.body === undefined || event.body === '') return undefined;
  mustBeSmall(event);
  mustBeJson(event);
  try {
    return JSON.parse(textOf(event));
  } catch {
    // The parser's own message quotes what was sent, which may be an id or an account.
    throw notJson();
  }
};

const plural = (count: number): string => (count === 1 ? 'One field is' : `${count} fields are`);

const refuse = (errors: readonly FieldError[]): ProblemError => {
  const onlyUnknown = errors.every(({ code }) => code === 'UNKNOWN_FIELD');
  const listed = errors.slice(0, listedErrors);
  const more = errors.length > listed.length ? `; the first ${listed.length} are listed` : '';
  const details = { errors: listed, ...(more !== '' && { count: errors.length }) };
  return onlyUnknown
    ? new ProblemError(400, 'UNKNOWN_FIELD', `${plural(errors.length)} unknown${more}.`, details)
    : new ProblemError(400, 'INVALID_INPUT', `${plural(errors.length)} missing or wrong${more}.`, details);
};

const parsePart = <Schema extends z.ZodType>(schema: Schema, value: unknown, prefix: readonly string[]) => {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success
    ? { found: true as const, data: parsed.data, errors: [] }
    : { found: false as const, errors: fieldErrors(parsed.error.issues, prefix) };
};

/**
 * The three parts of a request against the operation's contract, with everything that is wrong at once.
 * @throws ProblemError BODY_TOO_LARGE, CONTENT_TYPE_NOT_JSON, NOT_JSON, UNKNOWN_FIELD, INVALID_INPUT
 */
export const parseRequest = <O extends Operation>(operation: O, event: APIGatewayProxyEventV2): Parsed<O> => {
  const sent = operation.method === 'GET' ? undefined : jsonOf(event);
  const params = parsePart<O['params']>(operation.params, event.pathParameters ?? {}, ['path']);
  const query = parsePart<O['query']>(operation.query, event.queryStringParameters ?? {}, ['query']);
  const body = parsePart<O['body']>(operation.body, sent, []);
  if (params.found && query.found && body.found)
    return { params: params.data, query: query.data, body: body.data };
  throw refuse([...params.errors, ...query.errors, ...body.errors]);
};
