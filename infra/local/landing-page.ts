import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Route } from './http-routes.ts';

const styleHashes = (page: string): string =>
  [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)]
    .map(([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    .join(' ');

/** `GET /`: one plain page that runs nothing and loads nothing. */
export const landingPageRoute = (file: URL): Route => {
  const page = readFileSync(file, 'utf8');
  const answer = {
    statusCode: 200,
    headers: {
      'content-type': 'text/html;charset=UTF-8',
      'cache-control': 'no-cache',
      'content-security-policy': `default-src 'none'; style-src ${styleHashes(page)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    },
    body: page,
  };
  return { operationId: 'getLandingPage', method: 'GET', path: '/', handler: () => Promise.resolve(answer) };
};
