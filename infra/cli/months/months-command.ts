import Table from 'cli-table3';
import { Command } from 'commander';
import type * as z from 'zod';
import { getPersonMonthsOperation } from '../../../functions/contracts/api/application-reads.ts';
import { nameOf } from '../../../functions/contracts/instruments.ts';
import { applicationIdOf } from '../application-id.ts';
import { askBy, type By } from '../as-user.ts';

type Options = By & { readonly line: string; readonly year?: string };
type Months = z.output<(typeof getPersonMonthsOperation)['response']>;

const yuan = (fen: number): string => (fen === 0 ? '' : (fen / 100).toFixed(2));

const granted = ({ granted: all }: Months['months'][number]): string =>
  all
    .map(
      ({ instrument, period, amountFen, applicationId: id, thisLine }) =>
        `${nameOf(instrument).zh} ${period} ${yuan(amountFen)} 元 ${thisLine ? '本行' : id}`,
    )
    .join('\n');

const tableOf = ({ months }: Months): string => {
  const table = new Table({
    head: ['月份', '务工', '工资（元）', '参保单位', '补贴'],
    style: { head: [], border: [] },
  });
  for (const month of months)
    table.push([
      month.month,
      month.jobs.map(({ employerName, workplace }) => `${employerName} ${workplace}`).join('\n'),
      yuan(month.wagesFen),
      month.insuredBy.join('\n'),
      granted(month),
    ]);
  return table.toString();
};

const read = async (text: string, { line, year, ...by }: Options): Promise<Months> => {
  const params = { applicationId: applicationIdOf(text), lineNo: line };
  const ask = await askBy(by);
  return ask(getPersonMonthsOperation, { params, query: year === undefined ? {} : { year } });
};

export const monthsCommand = (): Command =>
  new Command('months')
    .description('one worker’s months: where they worked, for whom, and what every instrument granted')
    .argument('<application>', 'its number, for example A20200316-7K3M9QW2ZD')
    .option('--line <n>', 'the line of the application', '1')
    .option('--year <year>', 'another year than the claim’s own')
    .option('--as <user>', 'read it as this user of the desk; staff only', 'auditor')
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Example:
  npm run -s subsidy -- months A20200316-7K3M9QW2ZD --line 3

Exit code: 0 shown, 1 refused by the desk, 2 wrong use.`,
    )
    .action(async (application: string, options: Options) => {
      const found = await read(application, options);
      const unknown = found.knownToRegister ? '' : '登记系统中没有此人。\n';
      process.stdout.write(`${unknown}${tableOf(found)}\n`);
    });
