import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { isoDate } from '../../../functions/contracts/scalars.ts';
import { dayOf } from '../../../functions/platform/time.ts';
import { unfinishedImports } from '../../../functions/store/registers/import/import-record.ts';
import {
  ImportInterruptedError,
  importRegister,
  type ImportReport,
} from '../../../functions/store/registers/import/import-register.ts';
import { register, registers, registerNames } from '../../../functions/store/registers/register-names.ts';
import { codeOf } from '../../local/host-error.ts';
import { CliError } from '../cli-error.ts';
import { deskNow } from '../practice-time.ts';
import { createProgress } from '../progress.ts';
import { findDesk, openStore } from '../running-desk.ts';
import { reportText } from './report-text.ts';

type Options = {
  readonly register?: string;
  readonly file?: string;
  readonly asOf?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly unfinished: boolean;
  readonly data?: string;
};

const readBytes = (file: string): Promise<Buffer> =>
  readFile(file).catch((error: unknown) => {
    throw new CliError('FILE_NOT_READ', `${file} cannot be read (${codeOf(error)}).`);
  });

const whatToImport = (options: Options) => {
  if (options.register === undefined || options.file === undefined)
    throw new CliError(
      'WHAT_TO_IMPORT',
      'Name the register and the file: import --register workers --file workers.csv',
    );
  if (options.asOf !== undefined && !isoDate.safeParse(options.asOf).success)
    throw new CliError('DATE_WRONG', `${options.asOf} is no date. Write --as-of 2020-06-12.`);
  return { name: register.parse(options.register), file: options.file };
};

const importFile = async (options: Options): Promise<ImportReport> => {
  const { name, file } = whatToImport(options);
  const bytes = await readBytes(file);
  const desk = findDesk(options.data);
  const at = await deskNow(desk);
  const store = openStore(desk);
  const progress = createProgress(options.json);
  const bar = { begun: false };
  try {
    return await importRegister(store, {
      register: name,
      bytes,
      asOf: options.asOf ?? dayOf(at),
      at,
      dryRun: options.dryRun,
      onProgress: (written, toWrite) => {
        if (!bar.begun) progress.begin('写入 writing', toWrite);
        bar.begun = true;
        progress.set(written);
      },
    });
  } catch (error) {
    if (error instanceof ImportInterruptedError)
      throw new CliError(error.code, error.message, 1, { cause: error });
    throw error;
  } finally {
    if (bar.begun) progress.end();
    store.table.documents.destroy();
  }
};

const listUnfinished = async ({ data }: Options): Promise<void> => {
  const desk = findDesk(data);
  // Asked first: a desk that was killed leaves its address behind.
  await deskNow(desk);
  const { table } = openStore(desk);
  const found = await unfinishedImports(table);
  table.documents.destroy();
  const lines = found.map(
    (record) =>
      `${record.startedAt}  ${record.register.padEnd(13)}  ${record.toWrite} records to write  sha256 ${record.fileHash.slice(0, 16)}…\n`,
  );
  process.stdout.write(
    lines.length === 0
      ? '没有中断的导入。 No import was interrupted.\n'
      : `${lines.join('')}请重新导入同一文件以补完。 Import the same file again to complete it.\n`,
  );
};

const run = async (options: Options): Promise<void> => {
  if (options.unfinished) return listUnfinished(options);
  const report = await importFile(options);
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  if (report.issues.length > 0) process.exitCode = 1;
};

const registerHelp = registers
  .map((name) => `  ${name.padEnd(14)} ${registerNames[name].zh} ${registerNames[name].en}`)
  .join('\n');

export const importCommand = (): Command =>
  new Command('import')
    .description('import a CSV file into a register of the running desk: all of it, or nothing')
    .addOption(new Option('--register <name>', 'which register').choices(registers))
    .option('--file <file>', 'the CSV file: UTF-8 or GBK, Chinese or English column names')
    .option('--as-of <date>', 'the day the data were taken, for rows without 数据日期 (today)')
    .option('--dry-run', 'say what each row would do, and write nothing', false)
    .option('--json', 'print the whole report as JSON', false)
    .option('--unfinished', 'list the imports that were interrupted', false)
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Registers:
${registerHelp}

Examples:
  npm run -s subsidy -- import --register workers --file workers.csv --dry-run
  npm run -s subsidy -- import --register spells --file 就业登记.csv --as-of 2020-06-12

Exit code: 0 imported, 1 refused (every error is listed with its cell), 2 wrong use.
The columns of each register: functions/store/registers/README.md`,
    )
    .action(run);
