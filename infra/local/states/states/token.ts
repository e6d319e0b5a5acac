import { randomBytes } from 'node:crypto';

/** Where a task token leads. A token is opaque to its bearer and cannot be guessed: it holds 16 random bytes. */
export type TokenPlace = { readonly executionId: number; readonly frameId: number };

const prefix = 'AQ';
const shape = /^AQ[A-Za-z0-9_-]{30,1000}$/;

export const newToken = ({ executionId, frameId }: TokenPlace): string =>
  prefix + Buffer.from(`${executionId}.${frameId}.${randomBytes(16).toString('hex')}`).toString('base64url');

const inner = /^(\d{1,16})\.(\d{1,7})\.[0-9a-f]{32}$/;

/** Undefined when it is no token of ours. */
export const readToken = (token: string): TokenPlace | undefined => {
  if (!shape.test(token)) return undefined;
  const found = inner.exec(Buffer.from(token.slice(prefix.length), 'base64url').toString());
  return found ? { executionId: Number(found[1]), frameId: Number(found[2]) } : undefined;
};
