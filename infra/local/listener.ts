import type { Server } from 'node:http';
import { codeOf, HostError } from './host-error.ts';

export const portInUse = (host: string, port: number, variable: string): HostError =>
  new HostError(
    'PORT_IN_USE',
    `Port ${port} on ${host} is in use. Stop what listens there, or set ${variable} to another port.`,
  );

/**
 * Starts listening; port 0 takes any free one.
 * @throws HostError PORT_IN_USE or ADDRESS_UNUSABLE, naming the variable that mends it
 */
export const listen = (server: Server, host: string, port: number, variable: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const why = `Cannot listen on ${host}:${port} (${codeOf(error)}). Set HOST and ${variable}.`;
      const taken = codeOf(error) === 'EADDRINUSE';
      reject(taken ? portInUse(host, port, variable) : new HostError('ADDRESS_UNUSABLE', why));
    });
    server.listen(port, host, () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('An HTTP server without a port'));
    });
  });

/** Finishes the requests in flight and closes idle connections; after `withinMs` the rest are cut. */
export const close = async (server: Server, withinMs = 10_000): Promise<void> => {
  if (!server.listening) return;
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that turns idle later would hold the server open until its keep-alive ends.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), withinMs);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
};
