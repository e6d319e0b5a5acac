import { Command, CommanderError } from 'commander';
import { HostError } from '../local/host-error.ts';
import { assessCommand } from './assess/assess-command.ts';
import { callCommand } from './call/call-command.ts';
import { CliError } from './cli-error.ts';
import { clockCommand } from './clock-command.ts';
import { explainCommand } from './explain/explain-command.ts';
import { rulesCommand } from './rules/rules-command.ts';
import { replayCommand } from './replay-command.ts';
import { demoCommand } from './demo/demo-command.ts';
import { importCommand } from './import/import-command.ts';
import { takeupCommand } from './takeup/takeup-command.ts';
import { tokenCommand } from './token-command.ts';
import { whatifCommand } from './whatif/whatif-command.ts';

const commands = (): Command[] => [
  importCommand(),
  assessCommand(),
  tokenCommand(),
  callCommand(),
  explainCommand(),
  replayCommand(),
  whatifCommand(),
  takeupCommand(),
  rulesCommand(),
  clockCommand(),
  demoCommand(),
];

const say = (code: string, message: string): void => {
  process.stderr.write(`${code}: ${message}\n`);
};

/** Commander's words on one line: its suggestion stands on a second one. */
const wrongUse = (text: string): string => {
  const said = text
    .replace(/^error: /u, '')
    .trim()
    .replaceAll(/\s*\n\s*/gu, ' ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${/[.)]$/u.test(said) ? '' : '.'} See --help.`;
};

const program = (): Command => {
  const root = new Command('subsidy')
    .description('The subsidy desk at the command line. 补贴经办台命令行工具。')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false })
    .addHelpText(
      'after',
      `
Each command explains itself with examples: npm run -s subsidy -- import --help`,
    );
  for (const command of commands()) root.addCommand(command);
  // Set on each: a usage error is one line and exit code 2 everywhere, and help is 0.
  for (const command of [root, ...root.commands, ...root.commands.flatMap((one) => one.commands)])
    command.exitOverride().configureOutput({ outputError: (text) => say('WRONG_USE', wrongUse(text)) });
  return root;
};

const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CliError) {
    say(error.code, error.message);
    return error.exitCode;
  }
  if (error instanceof HostError) {
    say(error.code, error.message);
    return 1;
  }
  // A failure of our own is the one thing that shows a stack.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 70;
};

/** Runs one command. What the person can mend is one line on stderr; answers alone go to stdout. */
export const run = async (args: readonly string[]): Promise<void> => {
  try {
    await program().parseAsync([...args], { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
};
