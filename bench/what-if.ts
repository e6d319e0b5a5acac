import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { addTally, emptyTally, type Tally } from '../functions/rules/what-if/tally.ts';
import { whatIfReport } from '../infra/cli/whatif/whatif-report.ts';

/** The what-if over a whole register of made-up workers, on as many threads as are named. */

const { values: options } = parseArgs({
  options: { workers: { type: 'string', default: '1600000' }, threads: { type: 'string', default: '2' } },
});
const workers = Number(options.workers);
const threads = Number(options.threads);

type Part = { readonly tally: Tally; readonly made: number };

const part = (from: number, to: number, count: boolean): Promise<Part> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('what-if-part.ts', import.meta.url), {
      workerData: { from, to, count },
    });
    thread.once('message', resolve);
    thread.once('error', reject);
  });

const run = async (count: boolean) => {
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const bounds = Array.from({ length: threads + 1 }, (_, at) => Math.round((workers * at) / threads));
  const parts = await Promise.all(bounds.slice(1).map((to, at) => part(bounds[at] ?? 0, to, count)));
  const tally = emptyTally();
  for (const one of parts) addTally(tally, one.tally);
  const { user, system } = process.cpuUsage(cpuBefore);
  return { tally, seconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6 };
};

const making = await run(false);
const { tally, seconds, cpuSeconds } = await run(true);
const { compared, gains, losses, notConfigured } = whatIfReport(tally);
const freed = notConfigured.reduce((sum, row) => sum + row.freed, 0);
process.stdout.write(
  [
    `${workers} workers, ${threads} threads: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s CPU (of which making them up: ${making.cpuSeconds.toFixed(1)} s CPU)`,
    `${compared} claims compared, ${gains.lines} gain, ${losses.lines} lose, ${freed} freed`,
    `resident at most ${Math.round(process.resourceUsage().maxRSS / 1000)} MB; ${cpus()[0]?.model} × ${cpus().length}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
    '',
  ].join('\n'),
);
