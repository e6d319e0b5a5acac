import { type Database, startDatabase } from './database.ts';
import { engineInvoke } from './engine-invoke.ts';
import { type RunningEngine, startEngine } from './engine.ts';
import type { Functions } from './functions.ts';
import { codeOf, type HostError } from './host-error.ts';
import type { Ground } from './host-ground.ts';
import { createLambdaHost, type LambdaHost } from './lambda-host.ts';
import { type LambdaServer, startLambdaServer } from './lambda-server.ts';

/** The servers behind the door. */
export type Parts = {
  readonly database: Database;
  readonly engine: RunningEngine;
  readonly lambda: LambdaHost;
  readonly lambdaServer: LambdaServer;
  /** Lets the calls through that came before the functions were loaded. */
  readonly provide: (functions: Functions) => void;
};

type Options = {
  readonly externalDatabaseUrl?: string | undefined;
  readonly statesPort: number;
  readonly lambdaPort: number;
  readonly onFatal: (error: HostError) => void;
};

/** Starts database, function host and engine. What the engine resumes waits until the functions are loaded. */
export const startParts = async (
  { folder, hostClock, log }: Ground,
  options: Options,
  stack: AsyncDisposableStack,
): Promise<Parts> => {
  const functions = Promise.withResolvers<Functions>();
  const database = await startDatabase({
    folder: folder.file('database'),
    externalUrl: options.externalDatabaseUrl,
    onGivingUp: options.onFatal,
    onRestart: () => log('DATABASE_RESTARTED'),
  });
  stack.defer(() => database.stop());
  const lambda = createLambdaHost({
    handlers: async () => (await functions.promise).taskHandlers,
    log,
  });
  const lambdaServer = await startLambdaServer(lambda, options.lambdaPort);
  stack.defer(() => lambdaServer.close());
  const engine = await startEngine({
    folder: folder.file('engine'),
    clock: hostClock.clock,
    invoke: engineInvoke(lambda),
    port: options.statesPort,
    onFault: (error) => log('ENGINE_FAULT', { errorName: codeOf(error) }),
  });
  stack.defer(() => engine.stop());
  return { database, engine, lambda, lambdaServer, provide: functions.resolve };
};
