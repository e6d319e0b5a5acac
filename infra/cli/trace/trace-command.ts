import { Command } from 'commander';
import type { ApplicationId } from '../../../functions/contracts/application.ts';
import { applicationIdOf } from '../application-id.ts';
import { CliError } from '../cli-error.ts';
import { openStore } from '../open-store.ts';
import { findDesk } from '../running-desk.ts';
import { executionSteps } from './execution-steps.ts';
import { logSteps } from './log-steps.ts';
import { rowSteps } from './row-steps.ts';
import type { TraceStep } from './trace-step.ts';

type Options = { readonly json: boolean; readonly data?: string };

const wayOf = async (id: ApplicationId, { data }: Options): Promise<TraceStep[]> => {
  const desk = findDesk(data);
  const { table } = openStore(desk);
  try {
    const rows = await rowSteps(table, id);
    if (rows.length === 0) throw new CliError('NOT_FOUND', `This desk has no application ${id}.`, 1);
    const states = await executionSteps(desk, id);
    const all = [...rows, ...states, ...logSteps(desk.file('logs/access.log'), id)];
    return all.sort((one, other) => one.at.localeCompare(other.at));
  } finally {
    table.documents.destroy();
  }
};

const textOf = (steps: readonly TraceStep[]): string =>
  steps
    .map(
      ({ at, from, what, requestId }) =>
        `${at} ${from.padEnd(7)} ${what}${requestId === undefined ? '' : `  [${requestId}]`}\n`,
    )
    .join('');

export const traceCommand = (): Command =>
  new Command('trace')
    .description('the way of one application, from the click to the payout, in the order of time')
    .argument('<application>', 'its number', applicationIdOf)
    .option('--json', 'as JSON', false)
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Audit events, requests and tasks of the log, states of its executions, payouts. The number in brackets is the request's:
the browser gets it as x-request-id, and an audit event names the request that did it. No names, no numbers of people, no
accounts; people's own words are left out. On AWS the same lines are found with CloudWatch Logs Insights: see
infra/cli/README.md.

Exit code: 0 shown, 1 there is no such application, 2 wrong use.`,
    )
    .action(async (id: ApplicationId, options: Options) => {
      const steps = await wayOf(id, options);
      process.stdout.write(options.json ? `${JSON.stringify(steps, null, 2)}\n` : textOf(steps));
    });
