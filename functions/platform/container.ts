import { readConfig } from './config.ts';
import { once } from './once.ts';
import { createSignIn } from './token.ts';

/** Made at a container's first request and kept for its life. Nothing else reads the environment for a route. */
export const containerConfig = once(() => readConfig(process.env));
export const containerSignIn = once(() => {
  const { oidcIssuer, oidcAudience } = containerConfig();
  return createSignIn({ issuer: oidcIssuer, audience: oidcAudience });
});
