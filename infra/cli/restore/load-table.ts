import { storedItemOf, type StoredItem } from '../export/item-line.ts';
import type { Manifest } from '../export/manifest.ts';
import { pagesOf } from '../export/part-reader.ts';
import { writeIfAbsent, writeItems, type Into } from './write-items.ts';

/**
 * What the desk acts on by itself as soon as it is there: the outbox of a head, and a follow-up of an approved value.
 * They come last, when everything they could ask for is in its place.
 */
const isLive = ({ pk, sk }: StoredItem): boolean =>
  (pk?.S?.startsWith('APP#') === true && sk?.S === 'HEAD') || sk?.S?.startsWith('FOLLOW-UP#') === true;

type Load = {
  readonly folder: string;
  readonly parts: Manifest['parts'];
  readonly into: Into;
  readonly onItems: (items: number) => void;
};

const pages = async function* ({ folder, parts }: Load, wanted: (item: StoredItem) => boolean) {
  for (const part of parts)
    for await (const page of pagesOf(folder, part)) yield page.map(storedItemOf).filter(wanted);
};

/** All but what is alive; repeated, it writes the same again. */
export const loadRows = async (load: Load): Promise<void> => {
  for await (const items of pages(load, (item) => !isLive(item))) {
    await writeItems(load.into, items);
    load.onItems(items.length);
  }
};

/** What comes to life; repeated, it leaves alone what lives already. */
export const loadLive = async (load: Load): Promise<void> => {
  for await (const items of pages(load, isLive)) {
    for (const item of items) await writeIfAbsent(load.into, item);
    load.onItems(items.length);
  }
};
