import * as z from 'zod';
import { workerKey } from '../../keys.ts';
import type { Item } from '../batch-get.ts';
import { workerItem, type WorkerItem } from '../worker-item.ts';
import { putIfUnchanged } from './put-if-unchanged.ts';
import { without } from './without.ts';
import type { Workbench } from './workbench.ts';

const merged = z.object({ record: z.object({ subject: z.string(), mergedInto: z.string() }) });
const mergerOf = (item: Item | undefined) => merged.safeParse(item).data?.record;

type Link = { readonly duplicate: string; readonly stays: string; readonly holds: boolean };

/** Whom each record is merged into now, and whom it no longer is; a merger that is not new is said again. */
const linksOf = ({ stored, now }: ReturnType<Workbench['items']>[number]): Link[] => {
  const [was, is] = [mergerOf(stored), mergerOf(now)];
  const left = was !== undefined && was.mergedInto !== is?.mergedInto ? [was] : [];
  return [
    ...left.map(({ subject, mergedInto }) => ({ duplicate: subject, stays: mergedInto, holds: false })),
    ...(is ? [{ duplicate: is.subject, stays: is.mergedInto, holds: true }] : []),
  ];
};

const linkedBy = (item: WorkerItem, links: readonly Link[]): WorkerItem => {
  const from = new Set(item.record.mergedFrom);
  for (const { duplicate, holds } of links) {
    if (holds) from.add(duplicate);
    else from.delete(duplicate);
  }
  const record = without(item.record, 'mergedFrom');
  return { ...item, record: from.size === 0 ? record : { ...record, mergedFrom: [...from].sort() } };
};

const isSame = (a: WorkerItem, b: WorkerItem): boolean =>
  (a.record.mergedFrom ?? []).join() === (b.record.mergedFrom ?? []).join();

/**
 * Notes in each record that stays which duplicates were merged into it, so that a later claim of that person is seen
 * beside what was paid under the other pseudonym. Said again by every file that has the duplicate's row, so an import
 * that was cut short is mended by its repeat.
 */
export const linkMergers = async (bench: Workbench): Promise<void> => {
  const byStays = Map.groupBy(bench.items().flatMap(linksOf), ({ stays }) => stays);
  await bench.load([...byStays.keys()].map(workerKey));
  for (const [stays, links] of byStays) {
    const key = workerKey(stays);
    const held = bench.now(key);
    if (held === undefined) continue;
    const item = workerItem.parse(held);
    const next = linkedBy(item, links);
    if (isSame(item, next)) continue;
    const stored = bench.stored(key);
    bench.put(key, next, () => putIfUnchanged(key, stored && workerItem.parse(stored), next));
  }
};
