import { createHash } from 'node:crypto';

const styleHashes = (page: string): string =>
  [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)]
    .map(([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    .join(' ');

/** The Content-Security-Policy of a page that runs nothing and loads nothing but its own styles. */
export const pagePolicy = (page: string): string =>
  `default-src 'none'; style-src ${styleHashes(page)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
