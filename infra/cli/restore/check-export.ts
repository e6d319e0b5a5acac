import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CliError } from '../cli-error.ts';
import { storedItemOf, type StoredItem } from '../export/item-line.ts';
import { executionsName, readManifest, type Manifest, type Part } from '../export/manifest.ts';
import { pagesOf } from '../export/part-reader.ts';

const damaged = (folder: string, why: string): CliError =>
  new CliError(
    'EXPORT_DAMAGED',
    `${folder}: ${why}. Nothing was written. Take another copy of the export.`,
    1,
  );

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

const checkPart = async (folder: string, part: Part, look: (item: StoredItem) => void): Promise<void> => {
  let items = 0;
  for await (const page of pagesOf(folder, part)) {
    items += page.length;
    for (const line of page) look(storedItemOf(line));
  }
  if (items !== part.items)
    throw damaged(folder, `${part.name} holds ${items} items in place of ${part.items}`);
};

const mustBeWhole = async (folder: string, files: ReadonlyMap<string, string>): Promise<void> => {
  const there = new Set(await readdir(folder));
  for (const [name, sha256] of files) {
    if (!there.has(name)) throw damaged(folder, `${name} is missing`);
    if ((await hashOf(join(folder, name))) !== sha256)
      throw damaged(folder, `${name} is not the file that was exported`);
  }
};

/**
 * Reads an export through, before anything is written anywhere: every file by its hash, every item by its count.
 * @throws CliError NO_EXPORT, EXPORT_DAMAGED
 */
export const checkExport = async (folder: string, look: (item: StoredItem) => void): Promise<Manifest> => {
  const made = await readManifest(folder);
  const files = new Map(made.parts.map(({ name, sha256 }) => [name, sha256]));
  if (made.executions) files.set(executionsName, made.executions.sha256);
  await mustBeWhole(folder, files);
  for (const part of made.parts) await checkPart(folder, part, look);
  const counted = made.parts.reduce((sum, { items }) => sum + items, 0);
  if (counted !== made.items)
    throw damaged(folder, `its files hold ${counted} items, its manifest says ${made.items}`);
  return made;
};
