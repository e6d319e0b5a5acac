import { Command } from 'commander';
import { createExecutions } from '../../../functions/platform/executions.ts';
import { stuckReasons, type Stuck } from '../../../functions/store/executions/find-stuck.ts';
import { openStore } from '../open-store.ts';
import { deskNow } from '../practice-time.ts';
import { findDesk } from '../running-desk.ts';
import { findStuck } from './find-stuck.ts';
import { mendStuck } from './mend-stuck.ts';
import { applicationMachine, openEngine, type Ended } from './running-executions.ts';

type Options = { readonly mend: boolean; readonly json: boolean; readonly data?: string };
type Told = Stuck & { readonly ended?: Ended; readonly mended?: string };

const endOf = ({ ended }: Told): string => {
  if (ended === undefined) return '';
  const { status, error, lastState } = ended;
  return ` (${[status, error, lastState && `in ${lastState}`].filter(Boolean).join(', ')})`;
};

const lineOf = (told: Told): string =>
  `${told.applicationId} ${told.state} ${told.why}: ${stuckReasons[told.why]}${endOf(told)}${
    told.mended === undefined ? '' : `\n  ${told.mended}`
  }`;

const textOf = (all: readonly Told[], mend: boolean): string =>
  all.length === 0
    ? '没有停滞的申请。No application is stuck.\n'
    : [
        ...all.map(lineOf),
        `${all.length} stuck.${mend ? ' Run it again to see that they go on.' : ' --mend takes them up again.'}\n`,
      ].join('\n');

const look = async (options: Options): Promise<Told[]> => {
  const desk = findDesk(options.data);
  const now = await deskNow(desk);
  const { table } = openStore(desk);
  const engine = openEngine(desk);
  const executions = createExecutions(applicationMachine);
  try {
    const told: Told[] = [];
    for (const stuck of await findStuck({ table, engine, executions, now })) {
      const exists = (await executions.status(stuck.execution)) === 'ENDED';
      const ended = exists ? { ended: await engine.ended(stuck.execution) } : {};
      const tools = { desk: { table }, executions, at: now };
      const mended = options.mend ? { mended: await mendStuck(tools, stuck) } : {};
      told.push({ ...stuck, ...ended, ...mended });
    }
    return told;
  } finally {
    engine.close();
    table.documents.destroy();
  }
};

export const stuckCommand = (): Command =>
  new Command('stuck')
    .description('applications that do not go on by themselves: why, and --mend takes them up again')
    .option('--mend', 'take each up again at the step its row stands at', false)
    .option('--json', 'as JSON', false)
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Compares every application with the executions that run. Mending decides nothing: the new execution (A…-2) begins at the
step the row stands at, and each step reads the row first, so nothing is approved or paid twice. After a table was
restored on another machine, it takes up every application that is under way.

Exit code: 0 none is stuck, or all were mended; 1 some are; 2 wrong use.`,
    )
    .action(async (options: Options) => {
      const told = await look(options);
      process.stdout.write(options.json ? `${JSON.stringify(told, null, 2)}\n` : textOf(told, options.mend));
      if (told.length > 0 && !options.mend) process.exitCode = 1;
    });
