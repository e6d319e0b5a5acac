import { Command } from 'commander';
import { createProgress } from '../progress.ts';

type Options = { readonly data?: string; readonly json: boolean };

export const demoCommand = (): Command =>
  new Command('demo')
    .description('play 344 sample claims from filing to money on a desk of its own, in about a minute')
    .option('--data <dir>', 'a new folder to keep the desk in (a temporary one)')
    .option('--json', 'print the figures as JSON', false)
    .addHelpText(
      'after',
      `
Every step goes through the HTTP API, each person signed in as themselves; the desk's clock is moved from
15 June to 6 July 2020. The figures are the same on each run.

Examples:
  npm run demo
  npm run -s subsidy -- demo --json
  npm run -s subsidy -- demo --data .data-demo && npm start -- --data .data-demo     look around afterwards`,
    )
    .action(async ({ data, json }: Options) => {
      // Loaded here: the host is large, and the other commands do without it.
      const [{ runDemo }, { reportOf }] = await Promise.all([import('./run-demo.ts'), import('./report.ts')]);
      const result = await runDemo({ dataDir: data, keepFiles: !json, progress: createProgress(json) });
      const { figures, stories } = result;
      process.stdout.write(json ? `${JSON.stringify({ ...figures, stories }, null, 2)}\n` : reportOf(result));
    });
