import { mkdir, readdir, stat } from 'node:fs/promises';
import { cpus, loadavg, release, type } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findDesk } from '../infra/cli/running-desk.ts';
import { type DeskProcess, startDesk } from './desk-process.ts';
import {
  type Counted,
  cpuBetween,
  type Figures,
  memoryOf,
  type Phase,
  phases,
  roundTripsOf,
  type Startup,
} from './figures.ts';
import { importRegisters } from './import-registers.ts';
import type { Options } from './options.ts';
import { approveAll, type Bench, fileAll, letNoticesEnd, payAll } from './phases.ts';
import { canReadProcesses, type ProcessFigures, readProcessTree } from './process-tree.ts';
import { createStopwatch } from './stopwatch.ts';
import { madeUpWorkers } from './workers.ts';

/** At rest is: so long after the last thing that was asked of it. */
const restMs = 3_000;

const treeOf = ({ pid }: DeskProcess): readonly ProcessFigures[] | undefined =>
  canReadProcesses ? readProcessTree(pid) : undefined;

const memoryAtRest = async (desk: DeskProcess) => {
  await pause(restMs);
  const tree = treeOf(desk);
  return tree && memoryOf(tree);
};

const bytesIn = async (folder: string): Promise<number> => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};

export type Place = {
  readonly folder: string;
  /** What is left running when the bench fails or is interrupted is stopped by this. */
  readonly onBorn: (stop: () => Promise<void>) => void;
};

const startup = async (
  { folder, onBorn }: Place,
  compileCache: Startup['compileCache'],
  whileOpen: (dataDir: string) => Promise<void>,
): Promise<Startup> => {
  const dataDir = join(folder, compileCache);
  const desk = await startDesk({
    kind: 'npm',
    folder: dataDir,
    compileCache: join(folder, 'compile-cache'),
    onBorn,
  });
  const cpuSeconds = treeOf(desk)?.reduce((sum, one) => sum + one.cpuSeconds, 0);
  const atRest = await memoryAtRest(desk);
  await whileOpen(dataDir);
  await desk.stop();
  return { compileCache, readyAfterSeconds: desk.readyAfterSeconds, cpuSeconds, atRest };
};

type Played = Pick<Figures, 'phases' | 'endToEnd'> & { readonly counted: readonly Counted[] };

/** Plays the phases one after the other; each is timed from its first request to its last claim's arrival. */
const play = async (bench: Bench, host: DeskProcess): Promise<Played> => {
  const timed: Figures['phases'][number][] = [];
  const counted: Counted[] = [];
  const claims = bench.workers.length;
  const during = async <T>(phase: Phase, work: () => Promise<T>): Promise<T> => {
    const before = await host.roundTrips();
    const startedAt = performance.now();
    const done = await work();
    const seconds = (performance.now() - startedAt) / 1000;
    timed.push({ phase, seconds, claimsPerSecond: claims / seconds });
    counted.push({ phase, before, after: await host.roundTrips() });
    return done;
  };
  const [filing, notice, approving, paying] = phases;
  const lastDay = await during(filing, () => fileAll(bench));
  const tasks = await during(notice, () => letNoticesEnd(bench, lastDay));
  await during(approving, () => approveAll(bench, tasks));
  await during(paying, () => payAll(bench));
  const seconds = timed.reduce((sum, phase) => sum + phase.seconds, 0);
  return { phases: timed, endToEnd: { seconds, claimsPerSecond: claims / seconds }, counted };
};

const measured = async ({ claims, inFlight }: Options, { folder, onBorn }: Place, dataDir: string) => {
  const host = await startDesk({
    kind: 'counted',
    folder: dataDir,
    compileCache: join(folder, 'compile-cache'),
    onBorn,
  });
  const afterStart = await memoryAtRest(host);
  const stopwatch = createStopwatch();
  const before = treeOf(host);
  const own = process.cpuUsage();
  const bench = { desk: findDesk(dataDir), stopwatch, workers: madeUpWorkers(claims), inFlight };
  const { counted, ...played } = await play(bench, host);
  const spent = process.cpuUsage(own);
  const after = treeOf(host);
  const afterRun = await memoryAtRest(host);
  await host.stop();
  return {
    ...played,
    latencies: stopwatch.latencies(),
    cpuSecondsPerClaim: before && after && cpuBetween(before, after, claims),
    benchCpuSecondsPerClaim: (spent.user + spent.system) / 1e6 / claims,
    memory: afterStart && afterRun && { afterStart, afterRun },
    roundTrips: roundTripsOf(counted, claims),
  };
};

const machine = () => ({
  cpus: cpus().length,
  cpu: cpus()[0]?.model ?? 'unknown',
  os: `${type()} ${release()}`,
  node: process.version,
  load: loadavg()[0] ?? 0,
});

/** Starts the desk twice on new folders, then plays the claims on the second of them. */
export const runBench = async (options: Options, place: Place): Promise<Figures> => {
  const { claims, inFlight } = options;
  const runsOn = machine();
  const imports = join(place.folder, 'imports');
  await mkdir(imports);
  const cold = await startup(place, 'empty', () => Promise.resolve());
  const warm = await startup(place, 'filled', (dataDir) =>
    importRegisters(madeUpWorkers(claims), dataDir, imports),
  );
  const dataDir = join(place.folder, warm.compileCache);
  const beforeBytes = await bytesIn(dataDir);
  const run = await measured(options, place, dataDir);
  const afterBytes = await bytesIn(dataDir);
  return {
    claims,
    inFlight,
    at: new Date().toISOString(),
    machine: runsOn,
    startups: [cold, warm],
    ...run,
    disk: { beforeBytes, afterBytes, bytesPerClaim: (afterBytes - beforeBytes) / claims },
  };
};
