import { Command, Option } from 'commander';
import { getApplicationOperation } from '../../../functions/contracts/api/application-reads.ts';
import {
  reassessOperation,
  tryReassessmentOperation,
} from '../../../functions/contracts/api/reassessments.ts';
import { recoveryOrigins, type RecoveryOrigin } from '../../../functions/contracts/recovery.ts';
import { applicationIdOf } from '../application-id.ts';
import { askBy } from '../as-user.ts';
import { CliError } from '../cli-error.ts';
import { comparisonText } from './comparison-text.ts';

type Options = {
  readonly as: string;
  readonly try: boolean;
  readonly json: boolean;
  readonly reason?: string;
  readonly origin: RecoveryOrigin;
  readonly data?: string;
};

const madeText = (id: string | undefined): string => {
  if (id === undefined) return '没有差额，未作任何支付或追回。Nothing differs; nothing was made.';
  return id.includes('.RECOVERY.') ? `提出追回 recovery proposed: ${id}` : `补发申请 supplement: ${id}`;
};

const reassess = async (text: string, options: Options): Promise<string> => {
  const params = { applicationId: applicationIdOf(text) };
  if (!options.try && options.reason === undefined)
    throw new CliError('REASON_MISSING', 'Say why with --reason, or look first with --try.');
  const ask = await askBy(options);
  if (options.try) {
    const found = await ask(tryReassessmentOperation, { params });
    return options.json ? JSON.stringify(found, null, 2) : comparisonText(found);
  }
  const { version } = await ask(getApplicationOperation, { params });
  const { origin, reason = '' } = options;
  const receipt = await ask(reassessOperation, { params, body: { version, origin, reason } });
  return options.json ? JSON.stringify(receipt, null, 2) : madeText(receipt.id);
};

export const reassessCommand = (): Command =>
  new Command('reassess')
    .description('assess a paid application again: pay what it lacks, propose to recover what was too much')
    .argument('<application>', 'its number, for example A20200316-7K3M9QW2ZD')
    .option('--as <user>', 'as this user of the desk, a re-examiner', 'reviewer')
    .option('--try', 'show old and new facts side by side, and write nothing', false)
    .option('--reason <text>', 'why; kept with what follows')
    .addOption(
      new Option('--origin <origin>', 'where it was found')
        .choices(recoveryOrigins)
        .default('REGISTER_CORRECTION'),
    )
    .option('--json', 'the whole answer as JSON', false)
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s subsidy -- reassess A20200316-7K3M9QW2ZD --try
  npm run -s subsidy -- reassess A20200316-7K3M9QW2ZD --as reviewer --reason 贫困身份登记更正

Exit code: 0 done, 1 refused by the desk, 2 wrong use.`,
    )
    .action(async (application: string, options: Options) => {
      process.stdout.write(`${await reassess(application, options)}\n`);
    });
