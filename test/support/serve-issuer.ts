import { createServer } from 'node:http';
import type { JWK } from 'jose';
import { listen } from '../../infra/local/listener.ts';

type Served = {
  readonly jwks: { readonly keys: readonly JWK[] };
  /** Where the keys are: every provider has a path of its own. */
  readonly keysPath?: string;
  /** What the discovery document says, in place of the truth. */
  readonly document?: (address: string) => unknown;
  readonly status?: number;
};

/** An issuer's two public addresses. `asked` lists the paths that were fetched. */
export const serveIssuer = async ({ jwks, keysPath = '/keys', document, status = 200 }: Served) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const answers: Record<string, unknown> = {
      '/.well-known/openid-configuration': document?.(address) ?? {
        issuer: address,
        jwks_uri: `${address}${keysPath}`,
      },
      [keysPath]: jwks,
    };
    const found = answers[request.url ?? ''];
    response
      .writeHead(found === undefined ? 404 : status, { 'content-type': 'application/json' })
      .end(JSON.stringify(found ?? {}));
  });
  const address = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0, 'ISSUER_PORT')}`;
  return {
    address,
    asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
