import type { Key } from '../../keys.ts';
import type { Table } from '../../table-client.ts';
import type { Write } from '../../transact.ts';
import { batchGet, type Item } from '../batch-get.ts';

type Held = {
  readonly stored: Item | undefined;
  readonly now: Item | undefined;
  readonly write?: () => Write;
};

/**
 * The items that a file is about: as the desk holds them, and as the rows read so far leave them. The sheets of one
 * workbook share it, so that a worker of the first sheet may have wages in the second.
 */
export type Workbench = {
  readonly load: (keys: readonly Key[]) => Promise<void>;
  readonly stored: (key: Key) => Item | undefined;
  readonly now: (key: Key) => Item | undefined;
  readonly isHeld: (key: Key) => boolean;
  readonly put: (key: Key, item: object, write: () => Write) => void;
  /** Made one by one when they are sent: a hundred thousand of them need not exist at once. */
  readonly writes: () => (() => Write)[];
  /** All of them, before and after. */
  readonly items: () => { readonly stored: Item | undefined; readonly now: Item | undefined }[];
  /** What is to be written, before and after. */
  readonly changed: () => { readonly stored: Item | undefined; readonly now: Item }[];
};

const textOf = ({ pk, sk }: { readonly pk?: unknown; readonly sk?: unknown }): string =>
  `${String(pk)}|${String(sk)}`;

export const createWorkbench = (table: Table): Workbench => {
  const held = new Map<string, Held>();
  return {
    load: async (keys) => {
      const missing = keys.filter((key) => !held.has(textOf(key)));
      for (const key of missing) held.set(textOf(key), { stored: undefined, now: undefined });
      for (const item of await batchGet(table, missing)) held.set(textOf(item), { stored: item, now: item });
    },
    stored: (key) => held.get(textOf(key))?.stored,
    now: (key) => held.get(textOf(key))?.now,
    isHeld: (key) => held.has(textOf(key)),
    put: (key, item, write) => {
      const stored = held.get(textOf(key))?.stored;
      held.set(textOf(key), { stored, now: Object.fromEntries(Object.entries(item)), write });
    },
    items: () => [...held.values()],
    changed: () =>
      [...held.values()].flatMap(({ stored, now, write }) => (now && write ? [{ stored, now }] : [])),
    writes: () => [...held.values()].flatMap(({ write }) => (write === undefined ? [] : [write])),
  };
};

/** How often an item was written; zero for one that does not exist. */
export const revisionOf = (item: Item | undefined): number => {
  if (typeof item?.['revision'] === 'number') return item['revision'];
  const source = item?.['source'];
  return typeof source === 'object' && source !== null && 'version' in source ? Number(source.version) : 0;
};
