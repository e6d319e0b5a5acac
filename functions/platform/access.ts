import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Actor, Role } from '../contracts/actor.ts';
import type { Instant } from '../contracts/scalars.ts';
import { ProblemError } from './errors.ts';
import type { SignIn } from './token.ts';

const bearer = /^Bearer +(?<token>[\w~+/.-]+=*)$/i;

const tokenIn = (header: string | undefined): string => {
  const token = bearer.exec(header ?? '')?.groups?.['token'];
  if (token !== undefined) return token;
  throw new ProblemError(
    401,
    'TOKEN_MISSING',
    'Sign in, and send the header “Authorization: Bearer <token>”.',
  );
};

/**
 * The person, with the roles that let them in put first: the audit names the role they acted in.
 * @throws ProblemError ROLE_NOT_ALLOWED
 */
export const actingIn = (actor: Actor, allowed: readonly Role[]): Actor => {
  const acting = actor.roles.filter((role) => allowed.includes(role));
  if (acting.length === 0)
    throw new ProblemError(
      403,
      'ROLE_NOT_ALLOWED',
      `This is for ${allowed.join(', ')}. You are ${actor.roles.join(', ')}.`,
      {
        allowed,
        roles: actor.roles,
      },
    );
  return { ...actor, roles: [...acting, ...actor.roles.filter((role) => !allowed.includes(role))] };
};

/** @throws ProblemError TOKEN_MISSING, TOKEN_EXPIRED, TOKEN_INVALID, ROLE_NOT_ALLOWED */
export const admit = async (
  { headers }: APIGatewayProxyEventV2,
  {
    signIn,
    allowed,
    at,
  }: { readonly signIn: SignIn; readonly allowed: readonly Role[]; readonly at: Instant },
): Promise<Actor> => actingIn(await signIn.whoIs(tokenIn(headers['authorization']), at), allowed);
