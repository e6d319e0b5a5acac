import { readFileSync } from 'node:fs';
import { pagePolicy } from '../page-policy.ts';
import type { Route } from './http-routes.ts';

/** `GET /`: one plain page that runs nothing and loads nothing. */
export const landingPageRoute = (file: URL): Route => {
  const page = readFileSync(file, 'utf8');
  const answer = {
    statusCode: 200,
    headers: {
      'content-type': 'text/html;charset=UTF-8',
      'cache-control': 'no-cache',
      'content-security-policy': pagePolicy(page),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    },
    body: page,
  };
  return { operationId: 'getLandingPage', method: 'GET', path: '/', handler: () => Promise.resolve(answer) };
};
