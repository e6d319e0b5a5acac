import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import type { DatedValue } from '../../../functions/rules/values/dated.ts';
import { changedValues } from '../../../functions/rules/what-if/changed-values.ts';
import type { Item } from '../../../functions/store/registers/batch-get.ts';
import { whatIfOver } from '../../../functions/store/what-if/what-if.ts';
import { itemOfLine } from '../export/item-line.ts';
import { readManifest, type Part } from '../export/manifest.ts';
import { pagesOf } from '../export/part-reader.ts';
import { readExportedShelf } from './exported-shelf.ts';

/** One thread's share of an exported table: every n-th of its files. */

export type Share = {
  readonly folder: string;
  /** The rule values as they are, and the changed ones. */
  readonly rows: readonly DatedValue[];
  readonly changes: readonly DatedValue[];
  readonly county: string | undefined;
  /** This thread is the `at`-th of `threads`. */
  readonly at: number;
  readonly threads: number;
};

const valueRows = z.array(z.custom<DatedValue>());
const { folder, rows, changes, county, at, threads } = z
  .object({
    folder: z.string(),
    rows: valueRows,
    changes: valueRows,
    county: z.string().optional(),
    at: z.int(),
    threads: z.int(),
  })
  .parse(workerData);

const isCounted = ({ kind }: Part): boolean => kind === 'workers' || kind === 'applications';
const matters = (line: string): boolean => line.includes('"S":"ASSESSMENT#') || line.includes('"S":"WORKER#');

const itemsOf = async function* (parts: readonly Part[]): AsyncGenerator<readonly Item[]> {
  for (const part of parts)
    for await (const lines of pagesOf(folder, part)) yield lines.filter(matters).map(itemOfLine);
};

const { parts } = await readManifest(folder);
const mine = parts.filter(isCounted).filter((_, index) => index % threads === at);
const tally = await whatIfOver(
  { pages: itemsOf(mine), shelf: await readExportedShelf(folder, parts) },
  {
    changed: changedValues(rows, changes),
    county,
    onProgress: (seen) => {
      parentPort?.postMessage({ seen });
    },
  },
);
parentPort?.postMessage({ tally });
