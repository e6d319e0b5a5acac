import { LambdaClient } from '@aws-sdk/client-lambda';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import { createEngine } from './engine.ts';
import { messageOf } from './errors.ts';
import { lambdaInvoke } from './wire/lambda-client.ts';
import { createStatesServer } from './wire/server.ts';

const help = `Runs the one-machine Step Functions engine by itself.

  npm run engine -- --port 8083 --data .data/states [--host 127.0.0.1]

  --port N     where to listen (0 takes a free port)
  --data DIR   where executions are kept; made if missing
  --host H     default 127.0.0.1

Functions are called at AWS_ENDPOINT_URL_LAMBDA. AWS_REGION defaults to us-east-1.
`;

/** A mistake of the person who starts it: one line, no stack. */
class UsageError extends Error {}

const readOptions = (args: readonly string[]) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const port = Number(values.port);
  if (values.port === undefined || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port must be a number from 0 to 65535 (--help shows an example)');
  if (values.data === undefined) throw new UsageError('--data must name a folder (--help shows an example)');
  return { port, folder: values.data, host: values.host };
};

/** As many calls at a time as the engine makes; the SDK's own limit is 50. */
const sockets = { httpAgent: { maxSockets: 512 }, httpsAgent: { maxSockets: 512 } };

const createClient = (): LambdaClient => {
  const { AWS_REGION, AWS_ACCESS_KEY_ID } = process.env;
  // A local endpoint checks no signature; the SDK refuses to send without one.
  const dummy =
    AWS_ACCESS_KEY_ID === undefined
      ? { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
      : {};
  // Retries are the state machine's to decide.
  return new LambdaClient({
    region: AWS_REGION ?? 'us-east-1',
    maxAttempts: 1,
    requestHandler: sockets,
    ...dummy,
  });
};

const portTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const start = async ({ port, folder, host }: { port: number; folder: string; host: string }) => {
  const onFault = (error: unknown) => process.stderr.write(`engine fault: ${messageOf(error)}\n`);
  const region = process.env['AWS_REGION'] ?? 'us-east-1';
  const invoke = lambdaInvoke(createClient());
  const engine = createEngine({ place: { folder }, clock: systemClock(), invoke, region, onFault });
  try {
    return { engine, server: await createStatesServer({ engine, host, port, onFault }) };
  } catch (error) {
    await engine.close();
    throw portTaken(error) ? new UsageError(`port ${port} is in use: choose another with --port`) : error;
  }
};

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(help);
    return;
  }
  const { engine, server } = await start(options);
  process.stdout.write(`Step Functions engine ready at ${server.url}, data in ${options.folder}\n`);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await server.close();
    await engine.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
};

try {
  await main();
} catch (error) {
  process.stderr.write(`engine: ${messageOf(error)}\n`);
  process.exit(1);
}
