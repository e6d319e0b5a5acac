import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Command } from 'commander';
import { tableName } from '../../local/place.ts';
import { openStore } from '../open-store.ts';
import { deskNow } from '../practice-time.ts';
import { createProgress } from '../progress.ts';
import { findDesk } from '../running-desk.ts';
import { exportTable } from './export-table.ts';

const run = async (folder: string, { data }: { readonly data?: string }): Promise<void> => {
  const desk = findDesk(data);
  const at = await deskNow(desk);
  openStore(desk).table.documents.destroy();
  const client = new DynamoDBClient({ maxAttempts: 6 });
  const progress = createProgress();
  progress.begin('导出 exporting', 0);
  try {
    const { items, parts } = await exportTable(
      { client, tableName },
      { to: folder, at, onProgress: progress.set },
    );
    progress.end();
    process.stdout.write(`已导出 ${items} 条记录到 ${parts.length} 个文件：${folder}\n`);
    process.stdout.write(`Exported ${items} items into ${parts.length} files: ${folder}\n`);
  } finally {
    client.destroy();
  }
};

export const exportCommand = (): Command =>
  new Command('export')
    .description('write the whole table into a folder of files, for many what-ifs over a large register')
    .argument('<folder>', 'a folder that does not exist yet')
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
The files are gzipped lines as DynamoDB's own exports write them. Names, numbers and accounts in them are sealed, as
they are in the table; the keys (secrets/vault.json) are not among them. The desk goes on while it is read, so what
changes meanwhile may be in it or not.

Example:
  npm run -s subsidy -- export /data/desk-2020-06-30
  npm run -s subsidy -- whatif --values 新标准.csv --from /data/desk-2020-06-30

Exit code: 0 exported, 1 no desk runs, 2 wrong use.`,
    )
    .action(run);
