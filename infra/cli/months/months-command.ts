import Table from 'cli-table3';
import { Command } from 'commander';
import type * as z from 'zod';
import { getPersonMonthsOperation } from '../../../functions/contracts/api/application-reads.ts';
import { applicationId } from '../../../functions/contracts/application.ts';
import { nameOf } from '../../../functions/contracts/instruments.ts';
import { ApiProblem, createApiClient } from '../api-client.ts';
import { CliError } from '../cli-error.ts';
import { findDesk } from '../running-desk.ts';
import { tokenFor } from '../token-command.ts';

type Options = { readonly as: string; readonly line: string; readonly year?: string; readonly data?: string };
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

const idOf = (text: string) => {
  const parsed = applicationId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new CliError(
    'APPLICATION_ID_WRONG',
    `${text} is no application number; one looks like A20200316-7K3M9QW2ZD.`,
  );
};

const read = async (text: string, { as, line, year, data }: Options): Promise<Months> => {
  const params = { applicationId: idOf(text), lineNo: line };
  const desk = findDesk(data);
  const token = await tokenFor(desk, as);
  try {
    const query = year === undefined ? {} : { year };
    return await createApiClient(desk.url).call(getPersonMonthsOperation, { params, query }, token);
  } catch (error) {
    if (error instanceof ApiProblem) throw new CliError(error.code, error.message, 1, { cause: error });
    throw error;
  }
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
