import { Command, Option } from 'commander';
import { CliError } from './cli-error.ts';
import { instantOfText, moveTime, type PracticeTime, readTime, secondsOf } from './practice-time.ts';
import { findDesk, type RunningDesk } from './running-desk.ts';

type Options = { readonly advance?: string; readonly to?: string; readonly data?: string };

const shown = ({ now, aheadSeconds }: PracticeTime): string => {
  const shanghai = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(now));
  const days = (aheadSeconds / 86_400).toFixed(1);
  return `${shanghai} in Shanghai (${now}); ${days} days from real time\n`;
};

const timeAfter = async (desk: RunningDesk, { advance, to }: Options): Promise<PracticeTime> => {
  if (advance !== undefined) return moveTime(desk, { advanceSeconds: secondsOf(advance) });
  if (to !== undefined) return moveTime(desk, { to: instantOfText(to) });
  const time = await readTime(desk);
  if (time === undefined)
    throw new CliError('NO_PRACTICE_CLOCK', 'This desk keeps real time: it has no practice clock.', 1);
  return time;
};

export const clockCommand = (): Command =>
  new Command('clock')
    .description('show or move the practice desk’s clock, and let happen what falls due')
    .addOption(new Option('--advance <duration>', 'move it forward by 8d, 12h or 30m').conflicts('to'))
    .option('--to <date>', 'move it forward to nine in the morning of a date, or to an instant')
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s subsidy -- clock                    what time it is at the desk
  npm run -s subsidy -- clock --advance 8d       past a public notice of five working days`,
    )
    .action(async (options: Options) => {
      process.stdout.write(shown(await timeAfter(findDesk(options.data), options)));
    });
