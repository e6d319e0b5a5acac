import { SFNClient } from '@aws-sdk/client-sfn';
import type { Actor } from '../../functions/contracts/actor.ts';
import { newKeyFile } from '../../functions/platform/key-file.ts';
import manifest from '../../package.json' with { type: 'json' };
import type { MovableClock } from './clock.ts';
import { setFunctionEnvironment } from './environment.ts';
import { type Functions, loadFunctions } from './functions.ts';
import { healthRoute } from './health.ts';
import type { HostError } from './host-error.ts';
import { type Ground, takeGround } from './host-ground.ts';
import { type Parts, startParts } from './host-parts.ts';
import { openSigningKey } from './issuer-key.ts';
import { audience, createIssuer, type Issuer, issuerPath } from './issuer.ts';
import type { LambdaHost } from './lambda-host.ts';
import { landingPageRoute } from './landing-page.ts';
import { deployMachine, fillMachine, type Machine, readMachines } from './machines.ts';
import { account, credentials, lambdaArn, machineArn, region, tableName } from './place.ts';
import { practiceClockRoutes } from './practice-clock.ts';
import { type Schedule, startSchedules } from './schedules.ts';
import { readOrMakeSecret } from './secret-file.ts';

const sweepEveryMs = 5_000;
const applicationMachine = 'application';

export type HostOptions = {
  readonly dataDir: string;
  readonly host: string;
  /** 0 takes any free port, as it does for the two below. */
  readonly port: number;
  readonly statesPort?: number;
  readonly lambdaPort?: number;
  /** A clock of the caller's own; without it real time plus what the practice clock was moved by. */
  readonly clock?: MovableClock;
  /** For a new folder: a practice desk, with sample users and a clock that may be moved. Default true. */
  readonly sample?: boolean;
  readonly reset?: boolean;
  /** A DynamoDB elsewhere; without it the server that comes with the desk. */
  readonly externalDatabaseUrl?: string | undefined;
  readonly writeLog?: (line: string) => void;
  /** Called when the host cannot go on: the database keeps dying. */
  readonly onFatal?: (error: HostError) => void;
  /** What runs on the host; without them the desk's own. */
  readonly load?: () => Promise<Functions>;
  readonly machines?: readonly Machine[];
};

export type Host = {
  readonly url: string;
  readonly statesUrl: string;
  readonly lambdaUrl: string;
  readonly databaseUrl: string;
  readonly folder: string;
  readonly sample: boolean;
  /** True until the sample data of a new practice desk is in; see `markSampleLoaded`. */
  readonly wantsSample: boolean;
  readonly markSampleLoaded: () => void;
  readonly clock: MovableClock;
  readonly users: readonly Actor[];
  readonly issueToken: (userId: string) => Promise<string>;
  /** Moves the host's clock forward, runs what falls due, then the schedules once. */
  readonly advanceClock: (ms: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const deployAll = async (
  machines: readonly Machine[],
  { engine }: Parts,
  handlers: Functions['taskHandlers'],
): Promise<void> => {
  const client = new SFNClient({ endpoint: engine.url, region, credentials });
  const known = new Set(Object.keys(handlers));
  try {
    for (const machine of machines) {
      const filled = { name: machine.name, definition: fillMachine(machine, known, lambdaArn) };
      await deployMachine(client, filled, { stateMachineArn: machineArn(machine.name), account });
    }
  } finally {
    client.destroy();
  }
};

const issuerOf = (url: string) => `${url}${issuerPath}`;

const prepareEnvironment = (
  { folder, url, hostClock }: Ground,
  { database, engine, lambdaServer }: Parts,
): void => {
  const keyFile = folder.file('secrets/vault.json');
  readOrMakeSecret(keyFile, () => newKeyFile(new Date(hostClock.clock.now()).toISOString()));
  setFunctionEnvironment({
    databaseUrl: database.url,
    statesUrl: engine.url,
    lambdaUrl: lambdaServer.url,
    applicationMachineArn: machineArn(applicationMachine),
    issuer: issuerOf(url),
    audience,
    keyFile,
  });
};

const openDoor = (
  { http, folder, hostClock: { clock } }: Ground,
  { database, engine }: Parts,
  issuer: Issuer,
  { functions, advanceTo }: { functions: Functions; advanceTo: (epochMs: number) => Promise<void> },
): void =>
  http.serve([
    landingPageRoute(new URL('../../web/index.html', import.meta.url)),
    healthRoute({
      database: database.isUp,
      engine: engine.isUp,
      now: () => clock.now(),
      version: manifest.version,
    }),
    ...issuer.routes,
    ...(folder.sample ? practiceClockRoutes({ folder, clock, advanceTo }) : []),
    ...functions.routes,
  ]);

const schedulesOf = ({ taskHandlers }: Functions, lambda: LambdaHost): Schedule[] => {
  const run = async (time: string) => {
    const { failure } = await lambda.invoke('SweepOutbox', JSON.stringify({ time }));
    if (failure) throw Object.assign(new Error(failure.errorMessage), { code: failure.errorType });
  };
  return Object.hasOwn(taskHandlers, 'SweepOutbox')
    ? [{ name: 'SweepOutbox', everyMs: sweepEveryMs, run }]
    : [];
};

const defaults = {
  statesPort: 0,
  lambdaPort: 0,
  sample: true,
  reset: false,
  writeLog: (line: string) => process.stderr.write(line),
  onFatal: () => undefined,
  load: loadFunctions,
} satisfies Partial<HostOptions>;

const start = async (given: HostOptions, stack: AsyncDisposableStack): Promise<Omit<Host, 'stop'>> => {
  const options = { ...defaults, ...given };
  const ground = await takeGround(options, stack);
  const { folder, hostClock, users, log, url } = ground;
  const parts = await startParts(ground, options, stack);
  const { database, engine, lambda, lambdaServer } = parts;
  const now = () => hostClock.clock.now();

  prepareEnvironment(ground, parts);
  const [functions, key] = await Promise.all([
    options.load(),
    openSigningKey(folder.file('secrets/signing-key.json')),
  ]);
  await database.ensureTable(tableName, functions.tableDefinition);
  const machines = options.machines ?? readMachines(new URL('../../workflows/', import.meta.url));
  await deployAll(machines, parts, functions.taskHandlers);
  parts.provide(functions);

  const schedules = startSchedules(schedulesOf(functions, lambda), now, log);
  const advanceTo = async (epochMs: number) => {
    await hostClock.advanceTo(epochMs);
    await schedules.runAll();
  };
  const issuer = createIssuer({ key, users, issuer: issuerOf(url), now });
  // Stopped in this order: no new requests, no new sweeps, then engine, functions, database.
  stack.defer(() => schedules.stop());
  stack.defer(() => ground.http.close());
  openDoor(ground, parts, issuer, { functions, advanceTo });

  const addresses = { url, statesUrl: engine.url, lambdaUrl: lambdaServer.url, databaseUrl: database.url };
  folder.announce(addresses);
  return {
    ...addresses,
    folder: folder.path,
    sample: folder.sample,
    wantsSample: folder.sample && !folder.sampleLoaded,
    markSampleLoaded: folder.markSampleLoaded,
    clock: hostClock.clock,
    users: users.all,
    issueToken: issuer.issueToken,
    advanceClock: (ms) => advanceTo(hostClock.clock.now() + ms),
  };
};

/**
 * Starts the whole desk on this machine: database, engine, functions, HTTP server, issuer, schedules.
 * One host per process, as functions read their environment once; one host per data folder.
 * @throws HostError with one line that says what to mend; what was started by then is stopped again
 */
export const startHost = async (options: HostOptions): Promise<Host> => {
  const stack = new AsyncDisposableStack();
  try {
    const host = await start(options, stack);
    let stopping: Promise<void> | undefined;
    return { ...host, stop: () => (stopping ??= stack.disposeAsync()) };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
};
