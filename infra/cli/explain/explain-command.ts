import { Command } from 'commander';
import { nameOf } from '../../../functions/contracts/instruments.ts';
import { letterOf } from '../../../functions/rules/sentences/letter.ts';
import { findDesk } from '../running-desk.ts';
import { readExplained, type Explained } from './read-explained.ts';
import { traceText } from './trace-text.ts';

type Options = {
  readonly as: string;
  readonly trace: boolean;
  readonly json: boolean;
  readonly data?: string;
};

const letter = ({ application, lines }: Explained): string => {
  const { applicationId, instrument, next } = application;
  const told = lines.flatMap(({ view, assessed }) =>
    assessed === undefined ? [] : [{ ...assessed, maskedName: view.maskedName }],
  );
  const text = letterOf({ applicationId, instrument: nameOf(instrument), lines: told, next: next.sentence });
  return `${text.zh}\n\n${text.en}`;
};

const textOf = (explained: Explained, { trace, json }: Options): string => {
  if (json) return JSON.stringify(explained, null, 2);
  return trace ? traceText(explained) : letter(explained);
};

export const explainCommand = (): Command =>
  new Command('explain')
    .description('say why an application came out as it did: a letter for the applicant, or the full trace')
    .argument('<application>', 'its number, for example A20200316-7K3M9QW2ZD')
    .option('--trace', 'every check with its clause, inputs, sources, rule values and hash', false)
    .option('--json', 'the whole answer as JSON', false)
    .option('--as <user>', 'read it as this user of the desk', 'auditor')
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s subsidy -- explain A20200316-7K3M9QW2ZD             the letter, in Chinese and English
  npm run -s subsidy -- explain A20200316-7K3M9QW2ZD --trace     what an auditor checks

Exit code: 0 explained, 1 refused by the desk, 2 wrong use.`,
    )
    .action(async (application: string, options: Options) => {
      const explained = await readExplained(findDesk(options.data), application, options.as);
      process.stdout.write(`${textOf(explained, options)}\n`);
    });
