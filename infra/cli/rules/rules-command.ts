import { Command } from 'commander';
import { coverageCommand } from './coverage-command.ts';

export const rulesCommand = (): Command =>
  new Command('rules')
    .description('the rules and their values: what they cover, what is in force')
    .addCommand(coverageCommand())
    .addHelpText(
      'after',
      `
Example:
  npm run -s subsidy -- rules coverage           every clause of the notice, and the checks behind it`,
    );
