import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiProblem } from '../infra/cli/api-client.ts';
import { CliError } from '../infra/cli/cli-error.ts';
import { BenchError } from './bench-error.ts';
import { type Options, readOptions, usage } from './options.ts';
import { reportOf } from './report.ts';
import { runBench } from './run-bench.ts';

const fail = (error: unknown): void => {
  const mendable = error instanceof BenchError || error instanceof CliError || error instanceof ApiProblem;
  process.stderr.write(`${mendable ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
};

/** Runs in a temporary folder, and leaves nothing running and nothing lying about, Ctrl-C or not. */
const measure = async (options: Options): Promise<void> => {
  await using place = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'subsidy-bench-'));
  place.defer(() => rm(folder, { recursive: true, force: true }));
  const interrupted = new Promise<'interrupted'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve('interrupted'));
  });
  const onBorn = (stop: () => Promise<void>) => {
    if (place.disposed) {
      // Started in the very moment of the interruption.
      void stop();
      throw new BenchError('The bench was interrupted.');
    }
    place.defer(stop);
  };
  const running = runBench(options, { folder, onBorn });
  const figures = await Promise.race([running, interrupted]);
  if (figures === 'interrupted') {
    // What was under way fails now, because its desk is stopped.
    running.catch(() => undefined);
    await place.disposeAsync();
    process.exit(130);
  }
  process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : reportOf(figures));
};

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(usage);
  else await measure(options);
} catch (error) {
  fail(error);
}
