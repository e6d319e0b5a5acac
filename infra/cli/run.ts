import { Command, CommanderError } from 'commander';
import { HostError } from '../local/host-error.ts';
import { CliError } from './cli-error.ts';

/** Each command by its name. A command is loaded when it is called: all of them together take half a second. */
const commands = {
  import: async () => (await import('./import/import-command.ts')).importCommand(),
  assess: async () => (await import('./assess/assess-command.ts')).assessCommand(),
  token: async () => (await import('./token-command.ts')).tokenCommand(),
  call: async () => (await import('./call/call-command.ts')).callCommand(),
  explain: async () => (await import('./explain/explain-command.ts')).explainCommand(),
  reassess: async () => (await import('./reassess/reassess-command.ts')).reassessCommand(),
  ledger: async () => (await import('./ledger/ledger-command.ts')).ledgerCommand(),
  months: async () => (await import('./months/months-command.ts')).monthsCommand(),
  replay: async () => (await import('./replay-command.ts')).replayCommand(),
  whatif: async () => (await import('./whatif/whatif-command.ts')).whatifCommand(),
  restore: async () => (await import('./restore/restore-command.ts')).restoreCommand(),
  export: async () => (await import('./export/export-command.ts')).exportCommand(),
  takeup: async () => (await import('./takeup/takeup-command.ts')).takeupCommand(),
  values: async () => (await import('./values/values-command.ts')).valuesCommand(),
  differences: async () => (await import('./differences/differences-command.ts')).differencesCommand(),
  stuck: async () => (await import('./stuck/stuck-command.ts')).stuckCommand(),
  reconcile: async () => (await import('./reconcile/reconcile-command.ts')).reconcileCommand(),
  trace: async () => (await import('./trace/trace-command.ts')).traceCommand(),
  keys: async () => (await import('./keys/keys-command.ts')).keysCommand(),
  rules: async () => (await import('./rules/rules-command.ts')).rulesCommand(),
  clock: async () => (await import('./clock-command.ts')).clockCommand(),
  demo: async () => (await import('./demo/demo-command.ts')).demoCommand(),
} as const satisfies Readonly<Record<string, () => Promise<Command>>>;

const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name);

/** The one that is called; all of them for the help, and for a name that is none, so that the nearest is suggested. */
const loadFor = (name: string): Promise<Command[]> =>
  Promise.all((isCommand(name) ? [commands[name]] : Object.values(commands)).map((load) => load()));

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

const program = (commands: readonly Command[]): Command => {
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
  for (const command of commands) root.addCommand(command);
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
    await program(await loadFor(args[0] ?? '')).parseAsync([...args], { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
};
