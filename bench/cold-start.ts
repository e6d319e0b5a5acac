import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleFunctions } from '../infra/aws/bundles/bundle-functions.ts';
import { functionList } from '../infra/aws/bundles/function-list.ts';

/**
 * Processor time (user and system) of loading each function's bundle in a fresh Node, against a handler that holds
 * the DynamoDB client and nothing else, bundled the same way and as esbuild bundles without being told anything.
 */

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '15' }, only: { type: 'string', default: '' } },
});
const runs = Number(options.runs);
const wanted = options.only.split(',').filter((name) => name !== '');
const bar = 1.3;

const bareEntry = 'bench/bare-handler.ts';
const probe = `
const before = process.cpuUsage();
await import(process.argv[1]);
const { user, system } = process.cpuUsage(before);
process.stdout.write(String(user + system));`;

const environment = {
  AWS_REGION: 'cn-northwest-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  TZ: ':UTC',
};

const microsOf = async (file: string): Promise<number> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', probe, file], {
    env: environment,
  });
  return Number(stdout);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

type Measured = {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  readonly laterBytes: number;
};

const plainBare = async (folder: string): Promise<Measured> => {
  const file = join(folder, 'plain', 'index.mjs');
  await build({
    entryPoints: [bareEntry],
    outfile: file,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
  });
  return { name: 'bare, plain esbuild', file, bytes: (await readFile(file)).length, laterBytes: 0 };
};

const kilo = (bytes: number): string => (bytes === 0 ? '' : (bytes / 1000).toFixed(0));

/** Round by round, one after the other: what else the machine does then meets all alike. */
const timed = async (all: readonly Measured[]): Promise<ReadonlyMap<string, number>> => {
  const times = new Map(all.map(({ name }) => [name, [] as number[]]));
  for (let run = 0; run < runs; run += 1)
    for (const { name, file } of all) times.get(name)?.push(await microsOf(file));
  return new Map([...times].map(([name, micros]) => [name, median(micros)]));
};

const print = (all: readonly Measured[], times: ReadonlyMap<string, number>): void => {
  const bare = times.get('bare') ?? 0;
  const rows = all
    .map(({ name, bytes, laterBytes }) => ({ name, bytes, laterBytes, micros: times.get(name) ?? 0 }))
    .sort((a, b) => b.micros - a.micros);
  console.log('| Function | kB at load | kB later | CPU ms | × bare |\n| --- | ---: | ---: | ---: | ---: |');
  for (const { name, bytes, laterBytes, micros } of rows) {
    const figures = [kilo(bytes), kilo(laterBytes), (micros / 1000).toFixed(1), (micros / bare).toFixed(2)];
    console.log(`| ${name} | ${figures.join(' | ')} |`);
  }
  const functions = rows.filter(({ name }) => !name.startsWith('bare'));
  const within = functions.filter(({ micros }) => micros <= bar * bare).length;
  console.log(`\n${within} of ${functions.length} functions within ${bar} × bare`);
};

const main = async (folder: string): Promise<void> => {
  const made = await bundleFunctions(folder, [
    { name: 'bare', entry: bareEntry },
    ...functionList.filter(({ name }) => wanted.length === 0 || wanted.includes(name)),
  ]);
  const all = [...made, await plainBare(folder)];
  const [load = 0] = loadavg();
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? ''}`;
  console.log(`${machine}, Node ${process.version}, load ${load.toFixed(1)}, median of ${runs}\n`);
  print(all, await timed(all));
};

const folder = await mkdtemp(join(tmpdir(), 'subsidy-cold-start-'));
try {
  await main(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
