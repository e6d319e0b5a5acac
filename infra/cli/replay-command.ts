import { Command } from 'commander';
import { replayAll, type Replay } from '../../functions/store/assessments/replay.ts';
import { CliError } from './cli-error.ts';
import { deskNow } from './practice-time.ts';
import { createProgress } from './progress.ts';
import { openStore } from './open-store.ts';
import { findDesk } from './running-desk.ts';

type Options = { readonly all: boolean; readonly json: boolean; readonly data?: string };

type Tally = Record<Replay['verdict'], number> & { otherRules: number };

const toldDifferences = 20;

const differenceText = ({
  applicationId,
  lineNo,
  run,
  verdict,
  otherRules,
  stored,
  again,
}: Replay): string => {
  const where = `${applicationId} line ${lineNo} run ${run}: ${verdict}`;
  if (stored === undefined || again === undefined) return where;
  const was = `${stored.outcome} ${(stored.amountFen / 100).toFixed(2)}`;
  const is = `${again.outcome} ${(again.amountFen / 100).toFixed(2)}`;
  return `${where} (stored ${was}, decided again ${is}${otherRules ? '; by another version of the rules' : ''})`;
};

const replay = async ({ data, json }: Options): Promise<{ tally: Tally; differences: Replay[] }> => {
  const desk = findDesk(data);
  await deskNow(desk);
  const { table } = openStore(desk);
  const progress = createProgress(json);
  const tally: Tally = { SAME: 0, DIFFERS: 0, CHANGED: 0, VALUES_MISSING: 0, otherRules: 0 };
  const differences: Replay[] = [];
  progress.begin('重新核算 deciding again', 0);
  try {
    for await (const one of replayAll(table)) {
      tally[one.verdict] += 1;
      if (one.otherRules) tally.otherRules += 1;
      if (one.verdict !== 'SAME') differences.push(one);
      progress.step();
    }
  } finally {
    progress.end();
    table.documents.destroy();
  }
  return { tally, differences };
};

const textOf = (tally: Tally, differences: readonly Replay[]): string => {
  const all = tally.SAME + differences.length;
  const rest = differences.length - toldDifferences;
  return [
    ...differences.slice(0, toldDifferences).map(differenceText),
    ...(rest > 0 ? [`… and ${rest} more (--json shows all)`] : []),
    `${all} assessments decided again from their records: ${tally.SAME} the same byte for byte, ${tally.DIFFERS} differ, ${tally.CHANGED} changed after they were stored, ${tally.VALUES_MISSING} without their rule values.`,
    ...(tally.otherRules > 0
      ? [`${tally.otherRules} of them were made by another version of the rules.`]
      : []),
  ].join('\n');
};

const run = async (options: Options): Promise<void> => {
  if (!options.all)
    throw new CliError('WHAT_TO_REPLAY', 'Write replay --all: every stored assessment is decided again.');
  const { tally, differences } = await replay(options);
  process.stdout.write(
    options.json ? `${JSON.stringify({ tally, differences }, null, 2)}\n` : `${textOf(tally, differences)}\n`,
  );
  if (differences.length > 0) process.exitCode = 1;
};

export const replayCommand = (): Command =>
  new Command('replay')
    .description('decide stored assessments again from their records, and prove that each comes out the same')
    .option('--all', 'every assessment the desk has stored', false)
    .option('--json', 'the count and every difference as JSON', false)
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
A record holds the facts the rules were told, the version of the rules and the hash of the rule values; the answer
must come out the same, byte for byte. Reads the whole table.

Exit code: 0 all the same, 1 something differs, 2 wrong use.`,
    )
    .action(run);
