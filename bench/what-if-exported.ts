import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { marshall } from '@aws-sdk/util-dynamodb';
import { currentRows } from '../functions/rules/values/index.ts';
import { lineOfItem } from '../infra/cli/export/item-line.ts';
import { manifestName, type Manifest } from '../infra/cli/export/manifest.ts';
import { createPartWriter } from '../infra/cli/export/part-writer.ts';
import { whatIfFromExport } from '../infra/cli/whatif/whatif-from-export.ts';
import { whatIfReport } from '../infra/cli/whatif/whatif-report.ts';
import { madeUpWorkers } from './made-up-workers.ts';
import { whatIfChanges } from './what-if-changes.ts';

/** The command's own way over a whole register: made-up workers are exported to files, then compared from there. */

const { values: options } = parseArgs({
  options: { workers: { type: 'string', default: '1600000' }, threads: { type: 'string', default: '2' } },
});
const workers = Number(options.workers);
const folder = await mkdtemp(join(tmpdir(), 'what-if-exported-'));

/** As long as a sealed identity is. */
const identitySealed = 'A'.repeat(180);

const exportWorkers = async (): Promise<number> => {
  const writer = createPartWriter(folder, 'workers');
  for (const worker of madeUpWorkers(0, workers)) {
    const pk = `WORKER#${worker.record.subject}`;
    const item = marshall(
      { pk, sk: 'REGISTER', revision: 1, identitySealed, ...worker },
      { removeUndefinedValues: true },
    );
    await writer.write(pk, lineOfItem(item));
  }
  await writer.close();
  const made: Manifest = {
    format: 'subsidy-desk-table/1',
    exportedAt: '2020-07-01T01:00:00.000Z',
    items: workers,
    parts: writer.parts,
  };
  await writeFile(join(folder, manifestName), JSON.stringify(made));
  const sizes = await Promise.all(writer.parts.map(({ name }) => stat(join(folder, name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
};

try {
  const bytes = await exportWorkers();
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 100);
  const tally = await whatIfFromExport(folder, {
    rows: currentRows,
    changes: whatIfChanges,
    threads: Number(options.threads),
  });
  clearInterval(watch);
  const { user, system } = process.cpuUsage(cpuBefore);
  const { compared, gains, losses } = whatIfReport(tally);
  process.stdout.write(
    [
      `${workers} exported workers (${Math.round(bytes / 1e6)} MB of files), ${options.threads} threads: ${((performance.now() - startedAt) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s CPU`,
      `${compared} claims compared, ${gains.lines} gain, ${losses.lines} lose`,
      `resident at most ${Math.round(peak / 1e6)} MB; ${cpus()[0]?.model} × ${cpus().length}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
      '',
    ].join('\n'),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
