import { createServer } from 'node:net';

/** A loopback port nobody listens on just now. */
export const freePort = async (): Promise<number> => {
  const probe = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('A TCP server without a port'));
    });
  });
  await new Promise((resolve) => probe.close(resolve));
  return port;
};
