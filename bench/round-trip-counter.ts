import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/*
 * Loaded before a desk (--import) by the bench. It listens on the channel on which the store names each of its round
 * trips, and to the HTTP server's, to know for which request one was made; it tells its parent when asked. Nothing of
 * the desk knows of it.
 */

const asking = new AsyncLocalStorage<string>();
const counts = new Map<string, number>();

/** `POST /applications/{id}/lines`; for a call to the engine its own name, `StartExecution`. */
const nameOf = ({ method, url, headers }: IncomingMessage): string => {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.slice(target.indexOf('.') + 1);
  const path = (url ?? '').replace(/\?.*/, '').replaceAll(/\/[^/]*\d[^/]*/g, '/{id}');
  return `${method} ${path}`;
};

subscribe('http.server.request.start', (message) => {
  asking.enterWith(nameOf((message as { request: IncomingMessage }).request));
});
subscribe('subsidy.database.round-trip', (message) => {
  const key = `${asking.getStore() ?? 'background'} ${(message as { command: string }).command}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
});
process.on('message', () => process.send?.(Object.fromEntries(counts)));
// The desk's end must not wait for the bench.
process.channel?.unref();
