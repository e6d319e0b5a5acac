import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Part, PartKind } from './manifest.ts';

/** Items to a file: enough to be worth a thread's while, few enough for a thousand threads to share a province. */
const itemsPerPart = 20_000;

type Open = {
  readonly name: string;
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<string>;
};

const openPart = (folder: string, name: string): Open => {
  const hash = createHash('sha256');
  const zip = createGzip({ level: 1 });
  const file = createWriteStream(join(folder, name), { flags: 'wx', mode: 0o600 });
  zip.on('data', (chunk: Buffer) => hash.update(chunk));
  zip.pipe(file);
  const done = Promise.all([finished(zip), finished(file)]);
  // Whoever closes the part meets the failure.
  done.catch(() => undefined);
  return {
    name,
    write: async (text) => {
      if (!zip.write(text)) await Promise.race([once(zip, 'drain'), done]);
    },
    close: async () => {
      zip.end();
      await done;
      return hash.digest('hex');
    },
  };
};

/**
 * Writes the items of one kind into files of some 20,000; the items of one partition stay in one file and in their
 * order.
 */
export const createPartWriter = (folder: string, kind: PartKind) => {
  const parts: Part[] = [];
  let open: Open | undefined;
  let items = 0;
  let partition = '';
  const close = async (): Promise<void> => {
    if (open === undefined) return;
    parts.push({ name: open.name, kind, items, sha256: await open.close() });
    open = undefined;
    items = 0;
  };
  return {
    parts,
    write: async (pk: string, text: string): Promise<void> => {
      if (items >= itemsPerPart && pk !== partition) await close();
      open ??= openPart(folder, `${kind}-${String(parts.length).padStart(4, '0')}.jsonl.gz`);
      partition = pk;
      items += 1;
      await open.write(text);
    },
    close,
  };
};
export type PartWriter = ReturnType<typeof createPartWriter>;
