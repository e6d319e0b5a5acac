import { Command, Option } from 'commander';
import { createProgress } from '../progress.ts';
import { awsTarget } from './aws-target.ts';
import { localTarget } from './local-target.ts';
import { restoreTable, type Restored } from './restore-table.ts';

type Options = {
  readonly from: string;
  readonly to: 'here' | 'aws';
  readonly data?: string;
  readonly keys?: string;
  readonly practice: boolean;
  readonly table?: string;
  readonly machine?: string;
  readonly kmsKey?: string;
  readonly json: boolean;
};

const countOf = ({ underWay }: Restored, ...done: readonly string[]): number =>
  [...underWay.values()].filter((one) => done.includes(one)).length;

const listed = (what: string, ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : [`${what}: ${ids.join(', ')}`];

const figuresOf = (restored: Restored) => ({
  exportedAt: restored.exportedAt,
  items: restored.items,
  applications: restored.applications,
  underWay: restored.underWay.size,
  // Those that a run before this one had restarted run already.
  restarted: countOf(restored, 'RESTARTED', 'RUNNING'),
  leftToTheSweeper: countOf(restored, 'NOT_STARTED_YET'),
  ranOnly: restored.ranOnly,
  rowOnly: restored.rowOnly,
});

const textOf = (restored: Restored): string => {
  const { items, applications, underWay, restarted, leftToTheSweeper, exportedAt } = figuresOf(restored);
  return [
    `已恢复 ${items} 条记录、${applications} 件申请（截至 ${exportedAt}）；在办 ${underWay} 件，流程已恢复 ${restarted} 个。`,
    `Restored ${items} items and ${applications} applications as of ${exportedAt}. ${underWay} are under way: ` +
      `${restarted} taken up again, ${leftToTheSweeper} to be started by the sweeper.`,
    ...listed('Ran when the export was made, and have nothing left to do', restored.ranOnly),
    ...listed('Did not run when the export was made, and do now', restored.rowOnly),
    'Now compare the books: npm run -s subsidy -- reconcile\n',
  ].join('\n');
};

const run = async (options: Options): Promise<void> => {
  const target = options.to === 'aws' ? awsTarget(options) : await localTarget(options);
  try {
    const restored = await restoreTable(options.from, target, createProgress());
    process.stdout.write(
      options.json ? `${JSON.stringify(figuresOf(restored), null, 2)}\n` : textOf(restored),
    );
  } finally {
    await target.close();
  }
};

export const restoreCommand = (): Command =>
  new Command('restore')
    .description('fill an empty desk from an export, and let its applications go on')
    .requiredOption('--from <folder>', 'what subsidy export wrote')
    .addOption(
      new Option('--to <place>', 'a folder of this machine, or a stack on AWS')
        .choices(['here', 'aws'])
        .default('here'),
    )
    .option('--data <dir>', 'here: the folder of the new desk (DATA_DIR, .data)')
    .option('--keys <file>', 'here: secrets/vault.json of the old desk, for a folder that has no keys in use')
    .option(
      '--practice',
      'here: the new folder is a practice desk, with sample users and a clock that moves',
      false,
    )
    .option('--table <name>', 'aws: the table (TABLE_NAME)')
    .option('--machine <arn>', 'aws: the machine “application” (APPLICATION_MACHINE_ARN)')
    .option('--kms-key <arn>', 'aws: the KMS key (VAULT_KEY_ARN)')
    .option('--json', 'as JSON', false)
    .addHelpText(
      'after',
      `
Checks every file of the export by its hash and count, that the table is empty, and that the keys open what is sealed,
before it writes anything. Then come the rows, then the applications, then an execution for each that is under way, at the
step its row stands at. Run it again after it was cut short: it knows its own.

A folder without a desk, or whose desk is stopped, is opened by this command for itself alone: start the desk afterwards.

Example:
  npm run -s subsidy -- restore --from /backup/desk-2020-06-30 --keys /safe/vault.json --data /data/new-desk
  DATA_DIR=/data/new-desk npm start

Exit code: 0 restored, 1 refused or cut short, 2 wrong use.`,
    )
    .action(run);
