import { Command } from 'commander';
import type { DatedValue } from '../../../functions/rules/values/dated.ts';
import type { ValueFault } from '../../../functions/rules/values/value-fault.ts';
import { changedValues } from '../../../functions/rules/what-if/changed-values.ts';
import type { Tally } from '../../../functions/rules/what-if/tally.ts';
import { readEveryRow } from '../../../functions/store/rule-values/every-row.ts';
import { whatIf } from '../../../functions/store/what-if/what-if.ts';
import { countyOf } from '../county-option.ts';
import { deskNow } from '../practice-time.ts';
import { createProgress } from '../progress.ts';
import { openStore } from '../open-store.ts';
import { findDesk } from '../running-desk.ts';
import { readChanges } from './read-changes.ts';
import { readExportedRows } from './exported-rows.ts';
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

type Asked = {
  readonly changes: readonly DatedValue[];
  readonly county: string | undefined;
  readonly onProgress: (items: number) => void;
};

/** What is asked: the rule values as they are there, and the comparison with changed ones. */
type Place = {
  readonly rows: readonly DatedValue[];
  readonly compare: (asked: Asked) => Promise<Tally>;
  readonly close: () => void;
};

const openDesk = async (data: string | undefined): Promise<Place> => {
  const desk = findDesk(data);
  await deskNow(desk);
  const { table } = openStore(desk);
  const rows = await readEveryRow(table);
  return {
    rows,
    compare: ({ changes, ...asked }) => whatIf(table, { changed: changedValues(rows, changes), ...asked }),
    close: () => {
      table.documents.destroy();
    },
  };
};

const openExport = async (folder: string): Promise<Place> => {
  const rows = await readExportedRows(folder);
  return {
    rows,
    compare: (asked) => whatIfFromExport(folder, { rows, ...asked }),
    close: () => undefined,
  };
};

const compareAt = async (place: Place, options: Options): Promise<void> => {
  const { rows: changes, faults } = await readChanges(options.values, place.rows);
  if (faults.length > 0) {
    tellFaults(faults, options.json);
    return;
  }
  const progress = createProgress(options.json);
  progress.begin('读取 reading', 0);
  const asked = { changes, county: countyOf(options.county), onProgress: progress.set };
  const report = whatIfReport(await place.compare(asked).finally(progress.end));
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : whatIfText(report));
};

const run = async (options: Options): Promise<void> => {
  const place = await (options.from === undefined ? openDesk(options.data) : openExport(options.from));
  try {
    await compareAt(place, options);
  } finally {
    place.close();
  }
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
