import { userInfo } from 'node:os';
import { Command, Option } from 'commander';
import { departments } from '../../../functions/contracts/registers/difference.ts';
import { dayOf } from '../../../functions/platform/time.ts';
import type { Desk } from '../../../functions/store/desk.ts';
import { ImportInterruptedError } from '../../../functions/store/registers/import/carry-out.ts';
import {
  confirmImport,
  ConfirmRefusedError,
} from '../../../functions/store/registers/import/confirm-import.ts';
import type { ImportReport } from '../../../functions/store/registers/import/import-report.ts';
import { importRegister } from '../../../functions/store/registers/import/import-register.ts';
import { registers, registerNames } from '../../../functions/store/registers/register-names.ts';
import { CliError } from '../cli-error.ts';
import { deskNow } from '../practice-time.ts';
import { createProgress } from '../progress.ts';
import { openStore } from '../open-store.ts';
import { findDesk, type RunningDesk } from '../running-desk.ts';
import { tokenFor } from '../token-command.ts';
import { type Options, whatToImport } from './import-options.ts';
import { listUnfinished } from './list-unfinished.ts';
import { writeMarkedCopy } from './marked-copy.ts';
import { reportText } from './report-text.ts';

type File = Awaited<ReturnType<typeof whatToImport>>;

/** The bar begins when something is written: a dry run and a refusal have none. */
const createBar = (silent: boolean) => {
  const progress = createProgress(silent);
  let begun = false;
  return {
    onProgress: (written: number, toWrite: number) => {
      if (!begun) progress.begin('写入 writing', toWrite);
      begun = true;
      progress.set(written);
    },
    end: () => {
      if (begun) progress.end();
    },
  };
};

/** One of the desk's users, or whoever runs the command on this machine. @throws CliError USER_UNKNOWN */
const importerOf = async (desk: RunningDesk, { as }: Options): Promise<string> => {
  if (as === undefined) return `machine:${userInfo().username}`;
  await tokenFor(desk, as);
  return as;
};

type When = { readonly at: string; readonly by: string };

const runImport = async (
  store: Desk,
  { at, by }: When,
  file: File,
  options: Options,
): Promise<ImportReport> => {
  const bar = createBar(options.json);
  const { onProgress } = bar;
  try {
    return options.confirm === undefined
      ? await importRegister(store, {
          ...file,
          asOf: options.asOf ?? dayOf(at),
          at,
          by,
          dryRun: options.dryRun,
          onProgress,
        })
      : await confirmImport(store, { ...file, dryRunId: options.confirm, at, by, onProgress });
  } catch (error) {
    if (error instanceof ImportInterruptedError || error instanceof ConfirmRefusedError)
      throw new CliError(error.code, error.message, 1, { cause: error });
    throw error;
  } finally {
    bar.end();
  }
};

const run = async (argument: string | undefined, options: Options): Promise<void> => {
  if (options.unfinished) return listUnfinished(options.data);
  const file = await whatToImport(argument, options);
  const desk = findDesk(options.data);
  const at = await deskNow(desk);
  const by = await importerOf(desk, options);
  const store = openStore(desk);
  if (!options.json && file.bytes.length > 1_000_000)
    process.stderr.write('读取和比对 reading and comparing …\n');
  const report = await runImport(store, { at, by }, file, options).finally(() => {
    store.table.documents.destroy();
  });
  if (options.markedCopy !== undefined)
    process.stderr.write(await writeMarkedCopy(options.markedCopy, file, report));
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  if (report.issues.length > 0) process.exitCode = 1;
};

const registerHelp = registers
  .map((name) => `  ${name.padEnd(14)} ${registerNames[name].zh} ${registerNames[name].en}`)
  .join('\n');

export const importCommand = (): Command =>
  new Command('import')
    .description(
      'import a CSV file or a workbook into the registers of the running desk: all of it, or nothing',
    )
    .argument('[file]', 'CSV (UTF-8 or GBK) or .xlsx, with Chinese or English column names')
    .option('--file <file>', 'the same, by name')
    .addOption(new Option('--register <name>', 'which register (found by the header)').choices(registers))
    .addOption(
      new Option('--department <name>', "whose data it is (the register's own department)").choices(
        departments,
      ),
    )
    .option('--as-of <date>', 'the day the data were taken, for rows without 数据日期 (today)')
    .option('--dry-run', 'say what each row would do, and write nothing', false)
    .option('--confirm <id>', 'do what that dry run said')
    .option('--marked-copy <out.xlsx>', 'write a copy with the bad cells coloured and a 原因 column')
    .option('--as <user>', 'who imports it: the differences it opens are decided by somebody else')
    .option('--json', 'print the whole report as JSON', false)
    .option('--unfinished', 'list the imports that were interrupted', false)
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Registers:
${registerHelp}

Examples:
  npm run -s subsidy -- import 台账.xlsx --dry-run --marked-copy 台账-原因.xlsx
  npm run -s subsidy -- import 台账.xlsx --confirm DR-1a2b3c4d5e6f
  npm run -s subsidy -- import 就业登记.csv --register spells --as-of 2020-06-12

Exit code: 0 imported, 1 refused (every error is listed with its cell), 2 wrong use.
The columns of each register: functions/store/registers/README.md`,
    )
    .action(run);
