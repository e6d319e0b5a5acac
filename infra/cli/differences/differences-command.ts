import { Command, Option } from 'commander';
import {
  decideDifferenceOperation,
  getDifferenceOperation,
  listDifferencesOperation,
} from '../../../functions/contracts/api/differences.ts';
import {
  department,
  differenceDecisions,
  type Department,
} from '../../../functions/contracts/registers/difference.ts';
import { allPages } from '../api-client.ts';
import { askBy, type By } from '../as-user.ts';
import { differencesText } from './differences-text.ts';

type Listing = By & {
  readonly department?: Department;
  readonly division?: string;
  readonly json: boolean;
};
type Deciding = By & { readonly decision: (typeof differenceDecisions)[number]; readonly reason: string };

const list = async ({ json, department: owner, division, ...by }: Listing): Promise<void> => {
  const ask = await askBy(by);
  const found = await allPages((cursor) =>
    ask(listDifferencesOperation, {
      query: {
        limit: '100',
        ...(owner !== undefined && { department: owner }),
        ...(division !== undefined && { division }),
        ...(cursor !== undefined && { cursor }),
      },
    }),
  );
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : differencesText(found));
};

/** Read just before: the desk refuses the decision when the difference changes in between. */
const decide = async (differenceId: string, { decision, reason, ...by }: Deciding): Promise<void> => {
  const params = { differenceId };
  const ask = await askBy(by);
  const { version } = await ask(getDifferenceOperation, { params });
  const { state } = await ask(decideDifferenceOperation, { params, body: { version, decision, reason } });
  process.stdout.write(`${differenceId} ${state}\n`);
};

const as = (command: Command): Command =>
  command
    .option('--as <user>', 'this user of the desk', 'verifier')
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)');

const listCommand = (): Command =>
  as(
    new Command('list')
      .description('the open differences between the two departments’ registers, the oldest first; masked')
      .addOption(
        new Option('--department <name>', 'whose fields (one’s own department’s)').choices(
          department.options,
        ),
      )
      .option('--division <code>', 'the county (one’s own)')
      .option('--json', 'the whole answer as JSON', false),
  ).action(list);

const decideCommand = (): Command =>
  as(
    new Command('decide')
      .description('keep our value, or take the file’s; never by who imported it')
      .argument('<difference>', 'its number, as the list shows it')
      .addOption(
        new Option('--decision <decision>', 'what is decided')
          .choices(differenceDecisions)
          .makeOptionMandatory(),
      )
      .requiredOption('--reason <text>', 'why'),
  ).action(decide);

export const differencesCommand = (): Command =>
  new Command('differences')
    .description('differences between the registers of the two departments: list them, decide them')
    .addCommand(listCommand())
    .addCommand(decideCommand())
    .addHelpText(
      'after',
      `
Examples:
  npm run -s subsidy -- differences list
  npm run -s subsidy -- differences decide p3Qv8sYkR2mN5xW0aB7cDg --decision KEEP_OURS --reason 与原件一致

Exit code: 0 done, 1 refused by the desk, 2 wrong use.`,
    );
