import { codeOf, HostError } from './host-error.ts';
import { startHost } from './host.ts';
import { readSettings, type Settings, usage } from './options.ts';
import { readyText } from './ready-text.ts';
import { loadSampleOnce } from './sample-data.ts';

/** npm passes on a Ctrl-C that the terminal has sent already: a second one counts only after this long. */
const secondSignalAfterMs = 500;

const lineOf = (error: unknown): string => {
  if (error instanceof HostError) return `${error.code}: ${error.message}\n`;
  const where = error instanceof Error ? (error.stack ?? error.message) : '';
  return `UNEXPECTED: the desk cannot go on (${codeOf(error)}).\n${where}\n`;
};

const fail = (error: unknown): void => {
  process.stderr.write(lineOf(error));
  process.exit(1);
};

const stopOnSignal = (stop: () => Promise<void>): void => {
  let first: number | undefined;
  const onSignal = () => {
    const now = performance.now();
    if (first !== undefined) {
      if (now - first > secondSignalAfterMs) process.exit(130);
      return;
    }
    first = now;
    process.stdout.write('\nStopping …\n');
    stop().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
};

const serve = async (settings: Settings): Promise<void> => {
  const starting = startHost({
    ...settings,
    onFatal: (error) =>
      void starting.then(
        (host) => host.stop().finally(() => fail(error)),
        // A start that fails says so itself, below.
        () => undefined,
      ),
  });
  stopOnSignal(async () => (await starting).stop());
  const host = await starting;
  await loadSampleOnce(host);
  process.stdout.write(readyText(host, performance.now()));
};

/** `npm start`: serves until a signal. What the operator can mend is one line and exit code 1. */
export const run = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> => {
  try {
    const settings = readSettings(args, env);
    if (settings === 'help') process.stdout.write(usage);
    else await serve(settings);
  } catch (error) {
    fail(error);
  }
};
