import Table from 'cli-table3';
import { Command, Option } from 'commander';
import { instrumentCodes } from '../../../functions/contracts/instruments.ts';
import { yuan } from '../yuan.ts';
import { assessCases, type Judged } from './assess-cases.ts';
import { readCases } from './read-cases.ts';

type Options = { readonly cases: string; readonly json: boolean; readonly instrument?: string };

const jsonOf = (judged: readonly Judged[]): string => {
  const answers = judged.map(({ id, instrument, decision, amountFen, reasonCode, reasons, differences }) => ({
    id,
    instrument,
    decision,
    amountFen,
    reasonCode,
    reasons,
    ...(differences.length > 0 && { differences }),
  }));
  return `${JSON.stringify(answers, null, 2)}\n`;
};

const mark = ({ expected, differences }: Judged): string => {
  if (!expected) return '';
  return differences.length === 0 ? 'as expected' : 'DIFFERS';
};

const tableOf = (judged: readonly Judged[]): string => {
  const table = new Table({
    head: ['Case', 'Instrument', 'Decision', 'Yuan', 'Reasons', ''],
    colAligns: ['left', 'left', 'left', 'right', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const one of judged) {
    const reasons = one.reasons.length === 0 ? one.reasonCode : one.reasons.join(' ');
    table.push([one.id, one.instrument, one.decision, yuan(one.amountFen), reasons, mark(one)]);
  }
  return `${table.toString()}\n`;
};

const summary = (judged: readonly Judged[]): string => {
  const expected = judged.filter((one) => one.expected);
  const differ = expected.filter(({ differences }) => differences.length > 0);
  const lines = differ.map(({ id, differences }) => `${id}: ${differences.join('; ')}`);
  const counted = `${judged.length} cases; ${expected.length} with an expectation, ${differ.length} of them differ.`;
  return [...lines, counted, ''].join('\n');
};

const run = async ({ cases, json, instrument }: Options): Promise<void> => {
  const judged = assessCases(await readCases(cases), instrument);
  process.stdout.write(json ? jsonOf(judged) : tableOf(judged));
  // With --json, stdout is the array and nothing else.
  (json ? process.stderr : process.stdout).write(summary(judged));
  if (judged.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
};

export const assessCommand = (): Command =>
  new Command('assess')
    .description('decide policy cases from a file with the desk’s own rules; needs no running desk')
    .requiredOption('--cases <file>', 'a JSON file in the format of the policy cases')
    .option('--json', 'print a JSON array', false)
    .addOption(new Option('--instrument <name>', 'only the cases of one instrument').choices(instrumentCodes))
    .addHelpText(
      'after',
      `
Each case is answered with decision, amountFen, reasonCode and all reasons. Instruments that the desk does not
decide yet are answered with NOT_SUPPORTED.

Examples:
  npm run -s subsidy -- assess --cases cases.json
  npm run -s subsidy -- assess --cases cases.json --instrument RETENTION_ALLOWANCE --json

Exit code: 0 as expected (or nothing expected), 1 a case differs from its expectation, 2 the file cannot be read.`,
    )
    .action(run);
