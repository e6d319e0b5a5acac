import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import createRouter from 'find-my-way';

export type Route = {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As API Gateway writes it: `/applications/{applicationId}/submit`. */
  readonly path: string;
  readonly handler: (event: APIGatewayProxyEventV2, context: Context) => Promise<unknown>;
};

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;

export type Match = {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string | undefined>>;
};

export type RouteTable = {
  /** The route for a method and a path; a HEAD is answered by the GET of its path. */
  readonly find: (method: string, path: string) => Match | undefined;
  /** The methods a path knows, for Allow; empty when it knows none. */
  readonly allowed: (path: string) => readonly string[];
};

/** A slash hidden in a parameter is not passed on by API Gateway, and a malformed escape names nothing. */
const isReadable = (path: string): boolean => {
  if (/%2f/i.test(path)) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

/** @throws Error when two routes claim the same method and path */
export const createRouteTable = (routes: readonly Route[]): RouteTable => {
  const router = createRouter({ maxParamLength: 200 });
  const byHandler = new Map<unknown, Route>();
  for (const route of routes) {
    const mark = () => undefined;
    byHandler.set(mark, route);
    router.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), mark);
  }
  const find = (asked: string, path: string): Match | undefined => {
    const method = methods.find((name) => name === (asked === 'HEAD' ? 'GET' : asked));
    if (method === undefined || !isReadable(path)) return undefined;
    const found = router.find(method, path);
    const route = byHandler.get(found?.handler);
    return found && route ? { route, parameters: found.params } : undefined;
  };
  return {
    find,
    allowed: (path) => {
      const known = methods.filter((method) => find(method, path) !== undefined);
      if (known.length === 0) return [];
      return [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
    },
  };
};
