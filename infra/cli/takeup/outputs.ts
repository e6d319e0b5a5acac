import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { TakeUpRow } from '../../../functions/store/take-up/take-up.ts';
import { draftBody } from './draft-body.ts';
import { csvFields, csvHeader, listedRow } from './row-fields.ts';

/** Somewhere the rows go, one by one; the list may be longer than memory. */
export type Output = {
  readonly add: (row: TakeUpRow) => Promise<void>;
  readonly end: (summary: unknown) => Promise<void>;
};

const send = async (stream: Writable, text: string): Promise<void> => {
  if (!stream.write(text)) await once(stream, 'drain');
};

/** One JSON object on stdout: the rows as they come, then the figures. */
export const jsonOutput = (stream: Writable): Output => {
  let first = true;
  return {
    add: async (row) => {
      await send(stream, `${first ? '{"rows":[\n' : ',\n'}${JSON.stringify(listedRow(row))}`);
      first = false;
    },
    end: (summary) =>
      send(stream, `${first ? '{"rows":[' : ''}\n],\n"summary":${JSON.stringify(summary, null, 2)}}\n`),
  };
};

/** A sheet that Excel opens in Chinese: UTF-8 with its mark. */
export const csvOutput = (path: string): Output => {
  const stream = createWriteStream(path, { mode: 0o600 });
  const line = (fields: readonly string[]): string => stringify([fields], { escape_formulas: true });
  stream.write(`\uFEFF${line(csvHeader)}`);
  return {
    add: (row) => send(stream, line(csvFields(row))),
    end: async () => {
      stream.end();
      await finished(stream);
    },
  };
};

/** The first rows as pre-filled requests, a file for each. */
export const draftOutput = (folder: string, most: number): Output & { readonly written: () => number } => {
  let written = 0;
  return {
    written: () => written,
    add: async (row) => {
      if (written >= most) return;
      written += 1;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${String(written).padStart(4, '0')}-${row.county}-${row.instrument}.json`;
      await writeFile(join(folder, name), `${JSON.stringify(draftBody(row), null, 2)}\n`, { mode: 0o600 });
    },
    end: () => Promise.resolve(),
  };
};
