import { Command } from 'commander';
import type { DatedValue } from '../../../functions/rules/values/dated.ts';
import { currentRows } from '../../../functions/rules/values/index.ts';
import type { ValueFault } from '../../../functions/rules/values/value-fault.ts';
import { changedValues } from '../../../functions/rules/what-if/changed-values.ts';
import type { Tally } from '../../../functions/rules/what-if/tally.ts';
import { whatIf } from '../../../functions/store/what-if/what-if.ts';
import { countyOf } from '../county-option.ts';
import { deskNow } from '../practice-time.ts';
import { createProgress } from '../progress.ts';
import { openStore } from '../open-store.ts';
import { findDesk } from '../running-desk.ts';
import { readChanges } from './read-changes.ts';
import { whatIfFromExport } from './whatif-from-export.ts';
import { whatIfReport, whatIfText } from './whatif-report.ts';

type Options = {
  readonly values: string;
  readonly county?: string;
  readonly from?: string;
  readonly json: boolean;
  readonly data?: string;
};

const faultText = ({ row, column, code, problem }: ValueFault): string =>
  `  第 ${row} 行 row ${row}, ${column}  [${code}]\n    ${problem.zh} ${problem.en}`;

const tellFaults = (faults: readonly ValueFault[], json: boolean): void => {
  process.exitCode = 1;
  process.stdout.write(
    json
      ? `${JSON.stringify({ faults }, null, 2)}\n`
      : `${['错误 Errors:', ...faults.map(faultText), '未运行。 Nothing was run.'].join('\n')}\n`,
  );
};

type Compare = (
  changes: readonly DatedValue[],
  asked: { readonly county: string | undefined; readonly onProgress: (items: number) => void },
) => Promise<Tally>;

const overTheDesk =
  (data: string | undefined): Compare =>
  async (changes, asked) => {
    const desk = findDesk(data);
    await deskNow(desk);
    const { table } = openStore(desk);
    try {
      return await whatIf(table, { changed: changedValues(currentRows, changes), ...asked });
    } finally {
      table.documents.destroy();
    }
  };

const overAnExport =
  (folder: string): Compare =>
  (changes, asked) =>
    whatIfFromExport(folder, { changes, ...asked });

const compare = async (changes: readonly DatedValue[], options: Options): Promise<Tally> => {
  const county = countyOf(options.county);
  const over = options.from === undefined ? overTheDesk(options.data) : overAnExport(options.from);
  const progress = createProgress(options.json);
  progress.begin('读取 reading', 0);
  try {
    return await over(changes, { county, onProgress: progress.set });
  } finally {
    progress.end();
  }
};

const run = async (options: Options): Promise<void> => {
  const { rows, faults } = await readChanges(options.values, currentRows);
  if (faults.length > 0) {
    tellFaults(faults, options.json);
    return;
  }
  const report = whatIfReport(await compare(rows, options));
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : whatIfText(report));
};

export const whatifCommand = (): Command =>
  new Command('whatif')
    .description('try changed rule values on every stored line and every worker, and change nothing')
    .requiredOption('--values <file>', 'the changed values: CSV or a JSON list')
    .option('--county <code>', 'this county only')
    .option('--from <folder>', 'an export of a desk (see export) instead of the desk that runs')
    .option('--json', 'everything as JSON', false)
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
The columns: ruleId, level (PROVINCE, PREFECTURE, COUNTY), division, value, from, to (may be empty), source; or
规则编号, 级别, 行政区划, 值, 生效日期, 终止日期, 依据文件. Money is in fen; null takes a figure away.

Stored lines are decided by the facts they were decided by; workers by what the registers alone say they are entitled
to (see takeup), whether they have claimed or not. Where a fare is not known, the sums are the most that could be paid.

A large register is read faster from an export than from the desk, and the desk is left in peace.

Examples:
  npm run -s subsidy -- whatif --values 新标准.csv --county 141124
  npm run -s subsidy -- whatif --values 新标准.csv --from /data/desk-2020-06-30

Exit code: 0 compared, 1 the values have errors (all are listed, nothing is run), 2 wrong use.`,
    )
    .action(run);
