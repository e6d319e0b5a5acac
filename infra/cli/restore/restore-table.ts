import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../../functions/contracts/scalars.ts';
import type { Executions } from '../../../functions/platform/executions.ts';
import type { Vault } from '../../../functions/platform/vault.ts';
import type { Table } from '../../../functions/store/table-client.ts';
import { CliError } from '../cli-error.ts';
import { readExecutions } from '../export/executions.ts';
import { executionsName, type Manifest } from '../export/manifest.ts';
import type { Progress } from '../progress.ts';
import { checkExport } from './check-export.ts';
import { loadLive, loadRows } from './load-table.ts';
import { restartAll, type Restarted } from './restart-all.ts';
import { beginRestoration, exportHashOf, noteRestoration, type Restoration } from './restoration.ts';
import { createSamples } from './sealed-samples.ts';

/** An empty desk, here or on AWS. */
export type Target = {
  readonly client: DynamoDBClient;
  readonly table: Table;
  readonly vault: () => Vault;
  readonly executions: Executions;
  readonly now: () => Promise<Instant>;
  /** Brings a practice desk's clock to the export's; elsewhere time goes by itself. */
  readonly catchUp: (to: Instant) => Promise<void>;
  /** What to do when the keys do not fit. */
  readonly keysHint: string;
};

export type Restored = Restarted & {
  readonly items: number;
  readonly exportedAt: Instant;
  /** Ran when the export was made, and has nothing to do by its row. */
  readonly ranOnly: readonly string[];
  /** Is under way by its row, and did not run. */
  readonly rowOnly: readonly string[];
};

/** `A…-2` is an execution of the application `A…`. */
const applicationOf = (execution: string): string => execution.split('-').slice(0, 2).join('-');

const compared = async (
  folder: string,
  { underWay }: Restarted,
): Promise<Pick<Restored, 'ranOnly' | 'rowOnly'>> => {
  if (!existsSync(join(folder, executionsName))) return { ranOnly: [], rowOnly: [] };
  const ran = new Set((await readExecutions(folder)).map(({ name }) => applicationOf(name)));
  return {
    ranOnly: [...ran].filter((id) => !underWay.has(id)),
    // One that was only just submitted has no execution yet; the sweeper starts it.
    rowOnly: [...underWay]
      .filter(([id, done]) => !ran.has(id) && done !== 'NOT_STARTED_YET')
      .map(([id]) => id),
  };
};

const mustBeLater = async ({ now, catchUp }: Target, exportedAt: Instant): Promise<void> => {
  await catchUp(exportedAt);
  const at = await now();
  if (at >= exportedAt) return;
  throw new CliError(
    'CLOCK_BEHIND',
    `The desk's clock says ${at}, and the export was made at ${exportedAt}. Set the clock right; on a practice desk: subsidy clock --to ${exportedAt}`,
    1,
  );
};

const staged = async (
  { table, client, executions, now }: Target,
  { parts, items }: Manifest,
  {
    folder,
    progress,
    begun,
  }: { readonly folder: string; readonly progress: Progress; readonly begun: Restoration },
): Promise<Restarted> => {
  let done = 0;
  const onItems = (more: number) => progress.set((done += more));
  const load = { folder, parts, into: { client, tableName: table.name }, onItems };
  const note = (stage: Restoration['stage']) => noteRestoration(table, { ...begun, stage });
  progress.begin('写入 items written', items);
  if (begun.stage === 'ROWS') {
    await note('ROWS');
    await loadRows(load);
    await note('LIVE');
  }
  if (begun.stage !== 'EXECUTIONS') {
    await loadLive(load);
    await note('EXECUTIONS');
  }
  progress.end();
  progress.begin('恢复流程 executions restarted', 0);
  const restarted = await restartAll({ table, executions, now, onApplication: progress.step });
  progress.end();
  await noteRestoration(table, { ...begun, stage: 'DONE', doneAt: await now() });
  return restarted;
};

/**
 * Fills an empty desk from an export and lets its applications go on. Cut short, it is repeated: rows are written again,
 * what has come to life since is left alone, and nobody gets a second execution.
 * @throws CliError NO_EXPORT, EXPORT_DAMAGED, TABLE_NOT_EMPTY, KEYS_DO_NOT_OPEN, CLOCK_BEHIND: all before a write
 */
export const restoreTable = async (folder: string, target: Target, progress: Progress): Promise<Restored> => {
  const samples = createSamples();
  progress.begin('检查 export checked', 0);
  const made = await checkExport(folder, samples.look);
  progress.set(made.items);
  progress.end();
  const exportHash = await exportHashOf(folder);
  const { exportedAt, items } = made;
  const begun = await beginRestoration(target.table, { exportHash, exportedAt, at: await target.now() });
  await samples.tryKeys(target.vault, target.keysHint);
  await mustBeLater(target, exportedAt);
  const restarted = await staged(target, made, { folder, progress, begun });
  return { ...restarted, ...(await compared(folder, restarted)), items, exportedAt };
};
