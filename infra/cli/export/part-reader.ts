import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Part } from './manifest.ts';

const linesPerPage = 1_000;

/** The lines of a part, a thousand at a time. */
export const pagesOf = async function* (
  folder: string,
  { name }: Pick<Part, 'name'>,
): AsyncGenerator<readonly string[]> {
  const file = createReadStream(join(folder, name));
  const text = file.pipe(createGunzip());
  file.once('error', (error) => text.destroy(error));
  let page: string[] = [];
  for await (const line of createInterface({ input: text, crlfDelay: Infinity })) {
    page.push(line);
    if (page.length < linesPerPage) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
};
