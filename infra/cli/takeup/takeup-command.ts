import { Command, InvalidArgumentError, Option } from 'commander';
import { instrumentCodes, type Instrument } from '../../../functions/contracts/instruments.ts';
import { createValueBook } from '../../../functions/rules/values/value-book.ts';
import { readEveryRow } from '../../../functions/store/rule-values/every-row.ts';
import { takeUp } from '../../../functions/store/take-up/take-up.ts';
import { CliError } from '../cli-error.ts';
import { countyOf } from '../county-option.ts';
import { deskNow } from '../practice-time.ts';
import { createProgress } from '../progress.ts';
import { openStore } from '../open-store.ts';
import { findDesk } from '../running-desk.ts';
import { csvOutput, draftOutput, jsonOutput, type Output } from './outputs.ts';
import { createSummary, summaryText, type SummaryRow } from './takeup-summary.ts';

type Options = {
  readonly county?: string;
  readonly instrument?: Instrument;
  readonly json: boolean;
  readonly csv?: string;
  readonly draft?: number;
  readonly into?: string;
  readonly data?: string;
};

const mostDrafts = 1000;

const countOf = (text: string): number => {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= mostDrafts) return count;
  throw new InvalidArgumentError(`Write a whole number from 1 to ${mostDrafts}.`);
};

/** @throws CliError DRAFT_WHERE */
const draftsOf = ({ draft, into }: Options) => {
  if (draft === undefined && into === undefined) return undefined;
  if (draft === undefined || into === undefined)
    throw new CliError('DRAFT_WHERE', '--draft N and --into FOLDER go together.');
  return draftOutput(into, draft);
};

type Drafts = ReturnType<typeof draftsOf>;

const outputsOf = ({ json, csv }: Options, drafts: Drafts): readonly Output[] => [
  ...(json ? [jsonOutput(process.stdout)] : []),
  ...(csv === undefined ? [] : [csvOutput(csv)]),
  ...(drafts ? [drafts] : []),
];

const listTo = async (outputs: readonly Output[], options: Options): Promise<SummaryRow[]> => {
  const county = countyOf(options.county);
  const desk = findDesk(options.data);
  await deskNow(desk);
  const { table } = openStore(desk);
  const progress = createProgress(options.json);
  const summary = createSummary();
  const asked = {
    rulesOn: createValueBook(await readEveryRow(table)),
    county,
    instrument: options.instrument,
    onProgress: progress.set,
  };
  progress.begin('读取 reading', 0);
  try {
    for await (const row of takeUp(table, asked)) {
      summary.add(row);
      for (const output of outputs) await output.add(row);
    }
  } finally {
    progress.end();
    table.documents.destroy();
  }
  return summary.rows();
};

const run = async (options: Options): Promise<void> => {
  countyOf(options.county);
  const drafts = draftsOf(options);
  const outputs = outputsOf(options, drafts);
  const rows = await listTo(outputs, options);
  for (const output of outputs) await output.end(rows);
  if (!options.json) process.stdout.write(summaryText(rows));
  if (drafts) process.stderr.write(`${drafts.written()} 份预填 pre-filled: ${options.into ?? ''}\n`);
};

export const takeupCommand = (): Command =>
  new Command('takeup')
    .description('list who is entitled by the registers and has not claimed 应补尽补')
    .option('--county <code>', 'this county only')
    .addOption(new Option('--instrument <code>', 'this subsidy only').choices(instrumentCodes))
    .option('--json', 'the rows and the figures as JSON', false)
    .option('--csv <file>', 'write the rows to a sheet, masked')
    .option('--draft <n>', 'pre-fill the requests of the first n rows', countOf)
    .option('--into <folder>', 'where the pre-filled requests go, one file each')
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Looked at: transport (a seat that was paid for), retention (jobs in the window), training (courses that were passed),
public works posts, unemployment assistance. The others rest on a contract or roster that an employer or agency brings.

A draft at the desk needs the person's consent, the account and the signed commitment, so none is begun for somebody
who has not been asked: --draft writes what the registers know into files, and names what is missing.

Examples:
  npm run -s subsidy -- takeup --county 141124 --csv 应享未享.csv
  npm run -s subsidy -- takeup --instrument RETENTION_ALLOWANCE --draft 20 --into 预填

Exit code: 0 listed, 1 refused, 2 wrong use.`,
    )
    .action(run);
