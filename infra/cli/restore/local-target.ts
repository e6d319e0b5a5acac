import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createExecutions } from '../../../functions/platform/executions.ts';
import { openClosedDesk, runningDesk, type OpenedDesk } from '../closed-desk.ts';
import { openStore } from '../open-store.ts';
import { deskNow, moveTime } from '../practice-time.ts';
import { dataFolder, type RunningDesk } from '../running-desk.ts';
import { applicationMachine } from '../stuck/running-executions.ts';
import { mustHaveKeys, placeKeys } from './place-keys.ts';
import type { Target } from './restore-table.ts';

type Options = { readonly data?: string; readonly keys?: string; readonly practice: boolean };

const opened = async ({ data, keys, practice }: Options): Promise<OpenedDesk> => {
  const running = await runningDesk(data);
  if (running) {
    if (keys !== undefined) mustHaveKeys(keys, running);
    return { ...running, close: () => Promise.resolve() };
  }
  if (keys !== undefined) await placeKeys(keys, dataFolder(data), { sample: practice });
  const desk = await openClosedDesk(data, { sample: practice });
  // Its data comes from the export: the sample is not to be loaded on top at the next start.
  if (desk.host?.wantsSample === true) desk.host.markSampleLoaded();
  return desk;
};

/** A practice desk's clock may stand years before ours, or behind the desk that was exported. */
const catchUp = (desk: RunningDesk, practice: boolean) => async (to: string) => {
  if (practice && (await deskNow(desk)) < to) await moveTime(desk, { to });
};

/** The empty desk of a folder on this machine: one that runs, or one that is opened for this command alone. */
export const localTarget = async (
  options: Options,
): Promise<Target & { readonly close: () => Promise<void> }> => {
  const desk = await opened(options);
  const { table, vault } = openStore(desk);
  const client = new DynamoDBClient({ maxAttempts: 6 });
  return {
    client,
    table,
    vault: () => vault,
    executions: createExecutions(applicationMachine),
    now: () => deskNow(desk),
    catchUp: catchUp(desk, options.practice),
    keysHint: 'Name secrets/vault.json of the old desk with --keys, and a new folder with --data.',
    close: async () => {
      client.destroy();
      table.documents.destroy();
      await desk.close();
    },
  };
};
