import type { Clock } from './clock.ts';
import { answers } from './database-process.ts';
import { codeOf } from './host-error.ts';
import { portInUse } from './listener.ts';
import { account, partition, region } from './place.ts';
import { createEngine, type Engine } from './states/engine.ts';
import type { Invoke } from './states/options.ts';
import { createStatesServer } from './states/wire/server.ts';

export type RunningEngine = {
  readonly url: string;
  readonly isUp: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly folder: string;
  readonly clock: Clock;
  readonly invoke: Invoke;
  readonly port: number;
  readonly onFault: (error: unknown) => void;
};

const openServer = async (engine: Engine, port: number, onFault: Options['onFault']) => {
  try {
    return await createStatesServer({ engine, host: '127.0.0.1', port, onFault });
  } catch (error) {
    await engine.close();
    throw codeOf(error) === 'EADDRINUSE' ? portInUse('127.0.0.1', port, 'STATES_PORT') : error;
  }
};

/** The workflow engine with its wire server on loopback; executions of an earlier run go on at once. */
export const startEngine = async ({
  folder,
  clock,
  invoke,
  port,
  onFault,
}: Options): Promise<RunningEngine> => {
  const engine = createEngine({
    place: { folder },
    clock,
    invoke,
    accountId: account,
    region,
    partition,
    onFault,
  });
  const server = await openServer(engine, port, onFault);
  return {
    url: server.url,
    isUp: () => answers(server.url),
    stop: async () => {
      await server.close();
      await engine.close();
    },
  };
};
