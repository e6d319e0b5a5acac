import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DatedValue } from '../../../functions/rules/values/dated.ts';
import { addTally, emptyTally, type Tally } from '../../../functions/rules/what-if/tally.ts';
import { readManifest } from '../export/manifest.ts';
import type { Share } from './whatif-thread.ts';

type Said = { readonly seen?: number; readonly tally?: Tally };

const runShare = (share: Share, onSeen: (seen: number) => void): Promise<Tally> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('whatif-thread.ts', import.meta.url), { workerData: share });
    thread.on('message', ({ seen, tally }: Said) => {
      if (seen !== undefined) onSeen(seen);
      if (tally !== undefined) resolve(tally);
    });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      reject(new Error(`A thread of the what-if stopped with ${code}`));
    });
  });

/**
 * The what-if over an export, on as many threads as there are processors: each reads every n-th file.
 * @throws CliError NO_EXPORT
 */
export const whatIfFromExport = async (
  folder: string,
  asked: {
    readonly rows: readonly DatedValue[];
    readonly changes: readonly DatedValue[];
    readonly county?: string | undefined;
    readonly onProgress?: (items: number) => void;
    readonly threads?: number;
  },
): Promise<Tally> => {
  await readManifest(folder);
  const { rows, changes, county, onProgress, threads = availableParallelism() } = asked;
  const seen = Array.from({ length: threads }, () => 0);
  const tallies = await Promise.all(
    seen.map((_, at) =>
      runShare({ folder, rows, changes, county, at, threads }, (items) => {
        seen[at] = items;
        onProgress?.(seen.reduce((sum, count) => sum + count, 0));
      }),
    ),
  );
  const tally = emptyTally();
  for (const one of tallies) addTally(tally, one);
  return tally;
};
