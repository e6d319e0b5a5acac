import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as z from 'zod';
import type { Actor, Role } from '../contracts/actor.ts';
import type { ChangeOperation, Operation, ReadOperation } from '../contracts/api/operation.ts';
import type { Instant } from '../contracts/scalars.ts';
import { admit } from './access.ts';
import { containerSignIn } from './container.ts';
import { PermanentError } from './errors.ts';
import { identify, visitorOf, type RequestIdentity } from './idempotency-key.ts';
import { NotAtHandError, whenAtHand } from './not-at-hand.ts';
import { once } from './once.ts';
import { problemAnswer, toProblem } from './problem.ts';
import { parseRequest, type Parsed } from './request.ts';
import { applicationIn, applicationInAnswer, logRequest, outcomeOf } from './request-log.ts';
import { instantOf } from './time.ts';
import type { SignIn } from './token.ts';

type Member = { readonly access: readonly Role[] };
type Public = { readonly access: 'PUBLIC' };

type Common = { readonly at: Instant; readonly requestId: string };
type ByMember = { readonly actor: Actor };
type ByVisitor = { readonly visitor: string };
type AsChange = { readonly idempotency: RequestIdentity };

/** What an operation's logic gets, and what it must answer with. */
export type Asked<O extends Operation, Who> = Parsed<O> & Common & Who;
export type Run<O extends Operation, Who> = (asked: Asked<O, Who>) => Promise<z.input<O['response']>>;

export type ReadRun<O extends Operation> = Run<O, ByMember>;
export type ChangeRun<O extends Operation> = Run<O, ByMember & AsChange>;
export type PublicReadRun<O extends Operation> = Run<O, ByVisitor>;
export type PublicChangeRun<O extends Operation> = Run<O, ByVisitor & AsChange>;

export type Handler = (
  event: APIGatewayProxyEventV2,
  context: unknown,
) => Promise<APIGatewayProxyStructuredResultV2>;

const answerOf = (operation: Operation, result: unknown): APIGatewayProxyStructuredResultV2 => {
  // The contract also strips what it does not name: a sealed field cannot leave by accident.
  const parsed = operation.response.safeParse(result);
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
    throw new PermanentError(`The answer of ${operation.operationId} breaks its contract: ${where}`);
  }
  const { produces = 'application/json; charset=utf-8', cacheSeconds } = operation;
  return {
    statusCode: operation.status,
    headers: {
      'content-type': produces,
      'cache-control': cacheSeconds === undefined ? 'no-store' : `public, max-age=${cacheSeconds}`,
      'x-content-type-options': 'nosniff',
    },
    body: typeof parsed.data === 'string' ? parsed.data : JSON.stringify(parsed.data),
  };
};

/** Middy reads only the time that is left, and that only where it is given. */
const lambdaContext = z.custom<Context>((value) => typeof value === 'object' && value !== null);

/** A key that has to be fetched first is no reason not to start: the request fetches it, inside of the net. */
const mustStart = (connect: () => unknown): void => {
  try {
    connect();
  } catch (error) {
    if (!(error instanceof NotAtHandError)) throw error;
  }
};

type Prepare<Who> = (event: APIGatewayProxyEventV2, at: Instant) => Promise<(body: unknown) => Who>;

/**
 * The one way in: who asks, what they ask, the logic, the answer; every failure leaves as problem+json.
 * `connect` wires the logic at the first request, outside of that net: a function that cannot start must say why.
 */
const asHandler = <O extends Operation, Who>(
  operation: O,
  prepare: Prepare<Who>,
  connect: () => Run<O, Who>,
): Handler => {
  const connected = once(connect);
  const { operationId } = operation;
  const inner = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .onError((request) => {
      const { requestId } = request.event.requestContext;
      request.response = problemAnswer(
        toProblem(request.error, { requestId, operation: operationId }),
        requestId,
      );
    })
    .handler(async (event) => {
      const { requestId, timeEpoch } = event.requestContext;
      const at = instantOf(timeEpoch);
      const whoAsks = await prepare(event, at);
      const parsed = parseRequest(operation, event);
      const asked = { ...parsed, at, requestId, ...whoAsks(parsed.body) };
      return answerOf(operation, await whenAtHand(() => connected()(asked)));
    });
  return async (event, context) => {
    const startedMs = performance.now();
    mustStart(connected);
    const answer = await inner(event, lambdaContext.parse(context));
    const { requestId } = event.requestContext;
    logRequest(
      { kind: 'HTTP', operation: operationId, requestId, outcome: outcomeOf(answer) },
      applicationIn(Object.values(event.pathParameters ?? {})) ??
        (operation.method === 'GET' ? undefined : applicationInAnswer(answer)),
      startedMs,
    );
    return { ...answer, headers: { ...answer.headers, 'x-request-id': requestId } };
  };
};

type SignInOf = () => SignIn;

/** A question of somebody who has signed in. */
export const asRead = <O extends ReadOperation & Member>(
  operation: O,
  connect: () => ReadRun<O>,
  signIn: SignInOf = containerSignIn,
): Handler =>
  asHandler(
    operation,
    async (event, at) => {
      const actor = await admit(event, { signIn: signIn(), allowed: operation.access, at });
      return () => ({ actor });
    },
    connect,
  );

/** A change by somebody who has signed in; it needs an Idempotency-Key. */
export const asChange = <O extends ChangeOperation & Member>(
  operation: O,
  connect: () => ChangeRun<O>,
  signIn: SignInOf = containerSignIn,
): Handler =>
  asHandler(
    operation,
    async (event, at) => {
      const actor = await admit(event, { signIn: signIn(), allowed: operation.access, at });
      const { operationId } = operation;
      return (body) => ({
        actor,
        idempotency: identify(event, { caller: actor.id, operation: operationId, body }),
      });
    },
    connect,
  );

/** A question anybody may ask. */
export const asPublicRead = <O extends ReadOperation & Public>(
  operation: O,
  connect: () => PublicReadRun<O>,
): Handler =>
  asHandler(operation, (event) => Promise.resolve(() => ({ visitor: visitorOf(event) })), connect);

/** A change anybody may make, an objection; it needs an Idempotency-Key as well. */
export const asPublicChange = <O extends ChangeOperation & Public>(
  operation: O,
  connect: () => PublicChangeRun<O>,
): Handler =>
  asHandler(
    operation,
    (event) => {
      const visitor = visitorOf(event);
      const { operationId } = operation;
      return Promise.resolve((body: unknown) => ({
        visitor,
        idempotency: identify(event, { caller: visitor, operation: operationId, body }),
      }));
    },
    connect,
  );
