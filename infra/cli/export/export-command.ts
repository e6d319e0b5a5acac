import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { machineArn, tableName } from '../../local/place.ts';
import { closeFolder } from '../../local/closed-folder.ts';
import { CliError } from '../cli-error.ts';
import { openDesk, type OpenedDesk } from '../closed-desk.ts';
import { dataFolder } from '../running-desk.ts';
import { countyOf } from '../county-option.ts';
import { openStore } from '../open-store.ts';
import { deskNow } from '../practice-time.ts';
import { createProgress } from '../progress.ts';
import { belongsTo } from './county-closure.ts';
import { exportTable, scanTable } from './export-table.ts';
import type { StoredItem } from './item-line.ts';
import { listRunning, type Running } from './list-running.ts';
import { readCounty } from './read-county.ts';

type Options = { readonly data?: string; readonly county?: string; readonly close: boolean };
type Source = Parameters<typeof scanTable>[0];

/** What goes with one county, and which of the executions are its own; everything without a county. */
const chosen = async (source: Source, county: string | undefined) => {
  if (county === undefined) return { isOurs: () => true };
  const people = await readCounty(() => scanTable(source), county);
  return {
    keep: (item: StoredItem) => belongsTo(county, people, item),
    isOurs: ({ name }: Running) => people.applications.has(name.split('-').slice(0, 2).join('-')),
  };
};

const write = async (
  source: Source,
  sfn: SFNClient,
  folder: string,
  at: string,
  county: string | undefined,
) => {
  const progress = createProgress();
  progress.begin('导出 exporting', 0);
  const { isOurs, ...keep } = await chosen(source, county);
  const executions = listRunning(sfn, machineArn('application'), isOurs);
  const made = await exportTable(source, {
    to: folder,
    at,
    county,
    executions,
    onProgress: progress.set,
    ...keep,
  });
  progress.end();
  const ran = made.executions?.items ?? 0;
  process.stdout.write(
    `已导出 ${made.items} 条记录到 ${made.parts.length} 个文件，办理中的流程 ${ran} 个：${folder}\n` +
      `Exported ${made.items} items into ${made.parts.length} files, and the list of ${ran} executions that run: ${folder}\n`,
  );
};

const mustBeStopped = (desk: OpenedDesk): void => {
  if (desk.host !== undefined) return;
  throw new CliError(
    'DESK_RUNS',
    'A desk that runs cannot be closed: what changes after it was read would be lost. Stop it (Ctrl-C) first.',
    1,
  );
};

const run = async (folder: string, { data, county: code, close }: Options): Promise<void> => {
  const county = countyOf(code);
  const desk = await openDesk(data);
  if (close) mustBeStopped(desk);
  try {
    const at = await deskNow(desk);
    openStore(desk).table.documents.destroy();
    const client = new DynamoDBClient({ maxAttempts: 6 });
    const sfn = new SFNClient({ maxAttempts: 4 });
    try {
      await write({ client, tableName }, sfn, folder, at, county);
    } finally {
      client.destroy();
      sfn.destroy();
    }
    if (close) closeFolder(dataFolder(data), { at, exportedTo: resolve(folder) });
  } finally {
    await desk.close();
  }
};

export const exportCommand = (): Command =>
  new Command('export')
    .description(
      'write the whole table, or one county, into a folder of files: for a backup, a move, or what-ifs',
    )
    .argument('<folder>', 'a folder that does not exist yet')
    .option('--county <code>', 'only what one county needs to go on by itself, for example 141124')
    .addOption(
      new Option('--close', 'for a move: the stopped desk never starts again')
        .default(false)
        .conflicts('county'),
    )
    .option('--data <dir>', 'the data folder of the desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
The files are gzipped lines as DynamoDB's own exports write them, with the list of executions that run. Names, numbers and
accounts in them are sealed, as they are in the table; the keys (secrets/vault.json) are not among them: keep a copy of
that file elsewhere, or nobody can ever read the rest.

A desk that runs goes on while it is read, so what changes meanwhile may be in it or not: good for a what-if. For a backup
or a move stop the desk (Ctrl-C) first; this command then opens it for itself alone.

Example:
  npm run -s subsidy -- export /data/desk-2020-06-30
  npm run -s subsidy -- whatif --values 新标准.csv --from /data/desk-2020-06-30
  npm run -s subsidy -- restore --from /data/desk-2020-06-30 --keys OLD/secrets/vault.json --data NEW

Exit code: 0 exported, 1 there is no desk, or it runs and was to be closed, 2 wrong use.`,
    )
    .action(run);
