import type { Route } from './http-routes.ts';

type Options = {
  readonly database: () => Promise<boolean>;
  readonly engine: () => Promise<boolean>;
  readonly now: () => number;
  readonly version: string;
};

const part = (up: boolean) => (up ? 'up' : 'down');

/** `GET /healthz`: what is up; 503 as soon as one part is down. The functions are up when this is served at all. */
export const healthRoute = ({ database, engine, now, version }: Options): Route => ({
  operationId: 'getHealth',
  method: 'GET',
  path: '/healthz',
  handler: async () => {
    const [databaseUp, engineUp] = await Promise.all([database(), engine()]);
    const up = databaseUp && engineUp;
    return {
      statusCode: up ? 200 : 503,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: JSON.stringify({
        status: up ? 'ok' : 'down',
        database: part(databaseUp),
        engine: part(engineUp),
        functions: 'up',
        clock: new Date(now()).toISOString(),
        version,
      }),
    };
  },
});
