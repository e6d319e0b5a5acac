import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import {
  decideRuleProposalOperation,
  importRuleValuesOperation,
  listRuleProposalsOperation,
  listRuleValuesOperation,
  withdrawRuleProposalOperation,
} from '../../../functions/contracts/api/rule-values.ts';
import { isoDate } from '../../../functions/contracts/scalars.ts';
import { proposalId } from '../../../functions/contracts/rule-proposal.ts';
import { CliError } from '../cli-error.ts';
import { askBy, type By } from '../as-user.ts';
import { proposalsText, valuesText } from './values-text.ts';

type ForDivision = By & { readonly division: string };
type Listing = ForDivision & { readonly on?: string; readonly open: boolean; readonly json: boolean };

const idOf = (text: string) => {
  const parsed = proposalId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new CliError(
    'PROPOSAL_ID_WRONG',
    `${text} is no proposal’s number; one looks like P141124-20200316-7K3M9QW2ZD.`,
  );
};

const dayOf = (on: string | undefined) => {
  if (on === undefined || isoDate.safeParse(on).success) return on;
  throw new CliError('DATE_WRONG', `${on} is no date. Write 2020-06-22.`);
};

const textOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CliError('FILE_NOT_READABLE', `${file} cannot be read.`, 2, { cause: error });
  }
};

const say = (text: string): void => {
  process.stdout.write(text);
};
const sayReceipt = ({
  proposalId: id,
  state,
  changes,
}: {
  proposalId: string;
  state: string;
  changes: number;
}) => {
  say(`${id} ${state}（${changes} 项 values）\n`);
};

const list = async ({ on, open, json, division, ...by }: Listing): Promise<void> => {
  const day = dayOf(on);
  const query = day === undefined ? {} : { on: day };
  const ask = await askBy(by);
  const found = await ask(listRuleValuesOperation, { params: { division }, query });
  say(json ? `${JSON.stringify(found, null, 2)}\n` : valuesText(found, open));
};

const decide =
  (decision: 'APPROVE' | 'REJECT') => async (id: string, options: By & { readonly reason: string }) => {
    const { reason, ...by } = options;
    const ask = await askBy(by);
    sayReceipt(
      await ask(decideRuleProposalOperation, {
        params: { proposalId: idOf(id) },
        body: { decision, reason },
      }),
    );
  };

const as = (command: Command, user: string): Command =>
  command
    .option('--as <user>', 'this user of the desk', user)
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)');
const ofDivision = (command: Command): Command =>
  command.option('--division <code>', 'the county, prefecture or province', '141124');

const listCommand = (): Command =>
  as(
    ofDivision(
      new Command('list').description('every rule value in force on a day, and those nobody has set'),
    )
      .option('--on <date>', 'the day of the event (today)')
      .option('--open', 'only those that nobody has set', false)
      .option('--json', 'the whole answer as JSON', false),
    'auditor',
  ).action(list);

const proposeCommand = (): Command =>
  as(
    ofDivision(
      new Command('propose')
        .description(
          'propose the values of a CSV or JSON file; nothing is in force until another person approves',
        )
        .argument('<file>', 'columns as for whatif'),
    ),
    'rule-admin',
  ).action(async (file: string, { division, ...by }: ForDivision) => {
    const text = await textOf(file);
    const ask = await askBy(by);
    sayReceipt(await ask(importRuleValuesOperation, { params: { division }, body: { text } }));
  });

const proposalsCommand = (): Command =>
  as(
    ofDivision(new Command('proposals').description('what has been proposed, the newest first')),
    'auditor',
  ).action(async ({ division, ...by }: ForDivision) => {
    const ask = await askBy(by);
    const { items } = await ask(listRuleProposalsOperation, {
      params: { division },
      query: { limit: '100' },
    });
    say(proposalsText(items));
  });

const decideCommand = (name: 'approve' | 'reject', does: string): Command =>
  as(
    new Command(name)
      .description(does)
      .argument('<proposal>', 'its number, for example P141124-20200316-7K3M9QW2ZD')
      .requiredOption('--reason <text>', 'why'),
    'rule-admin-2',
  ).action(decide(name === 'approve' ? 'APPROVE' : 'REJECT'));

const withdrawCommand = (): Command =>
  as(
    new Command('withdraw')
      .description('take back what one proposed oneself')
      .argument('<proposal>', 'its number'),
    'rule-admin',
  ).action(async (id: string, by: By) => {
    const ask = await askBy(by);
    sayReceipt(await ask(withdrawRuleProposalOperation, { params: { proposalId: idOf(id) }, body: {} }));
  });

export const valuesCommand = (): Command =>
  new Command('values')
    .description('rule values: what is in force, propose changes, approve what another proposed')
    .addCommand(listCommand())
    .addCommand(proposeCommand())
    .addCommand(proposalsCommand())
    .addCommand(
      decideCommand('approve', 'approve what somebody else proposed; claims that waited are checked again'),
    )
    .addCommand(decideCommand('reject', 'reject what somebody else proposed'))
    .addCommand(withdrawCommand())
    .addHelpText(
      'after',
      `
Examples:
  npm run -s subsidy -- values list --open
  npm run -s subsidy -- values propose 新标准.csv
  npm run -s subsidy -- values approve P141124-20200316-7K3M9QW2ZD --reason 与文件核对一致

Exit code: 0 done, 1 refused by the desk, 2 wrong use.`,
    );
