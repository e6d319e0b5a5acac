import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import type { DatedValue } from '../functions/rules/values/dated.ts';
import { currentRows } from '../functions/rules/values/index.ts';
import { changedValues } from '../functions/rules/what-if/changed-values.ts';
import { emptyTally } from '../functions/rules/what-if/tally.ts';
import { registeredWorker } from '../functions/store/registers/registered-worker.ts';
import { countWorker } from '../functions/store/what-if/what-if.ts';
import { madeUpWorkers } from './made-up-workers.ts';

/** One thread's share of the register: made, parsed as a scanned item is, and counted; or made alone. */

const { from, to, count } = z.object({ from: z.int(), to: z.int(), count: z.boolean() }).parse(workerData);

const change = (
  ruleId: string,
  value: unknown,
  level: DatedValue['level'],
  division: string,
): DatedValue => ({
  ruleId,
  level,
  division,
  value,
  from: '2020-01-01',
  source: '测试文件',
});

/** They touch every county, so that everything is decided twice. */
const changes = [
  change('retention.monthlyFen', 18_000, 'PROVINCE', '140000'),
  change('transport.capFen', 60_000, 'PROVINCE', '140000'),
  change('publicWorks.monthlyFen', 40_000, 'PREFECTURE', '141100'),
  change('retention.minDaysPerMonth', 10, 'COUNTY', '141124'),
];

const changed = changedValues(currentRows, changes);
const nothing = { course: () => undefined, organisation: () => undefined };
const tally = emptyTally();
let made = 0;
for (const worker of madeUpWorkers(from, to)) {
  made += 1;
  if (count) countWorker(tally, registeredWorker.parse(worker), nothing, { changed });
}
parentPort?.postMessage({ tally, made });
