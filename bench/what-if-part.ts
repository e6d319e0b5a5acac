import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { currentRows } from '../functions/rules/values/index.ts';
import { changedValues } from '../functions/rules/what-if/changed-values.ts';
import { emptyTally } from '../functions/rules/what-if/tally.ts';
import { registeredWorker } from '../functions/store/registers/registered-worker.ts';
import { countWorker } from '../functions/store/what-if/what-if.ts';
import { madeUpWorkers } from './made-up-workers.ts';
import { whatIfChanges } from './what-if-changes.ts';

/** One thread's share of the register: made, parsed as a scanned item is, and counted; or made alone. */

const { from, to, count } = z.object({ from: z.int(), to: z.int(), count: z.boolean() }).parse(workerData);

const changed = changedValues(currentRows, whatIfChanges);
const nothing = { course: () => undefined, organisation: () => undefined };
const tally = emptyTally();
let made = 0;
for (const worker of madeUpWorkers(from, to)) {
  made += 1;
  if (count) countWorker(tally, registeredWorker.parse(worker), nothing, { changed });
}
parentPort?.postMessage({ tally, made });
