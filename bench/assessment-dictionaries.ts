import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, deflateRawSync } from 'node:zlib';
import { openRecord } from '../functions/store/assessments/record.ts';
import { itemOfLine } from '../infra/cli/export/item-line.ts';
import { readManifest } from '../infra/cli/export/manifest.ts';
import { pagesOf } from '../infra/cli/export/part-reader.ts';

/*
 * Makes a dictionary file for stored assessments out of an export of the demo's desk:
 *
 *   npm run -s demo -- --data .data-demo && npm start -- --data .data-demo      and in another terminal
 *   npm run -s subsidy -- export /tmp/demo-export
 *   npm run -s dictionaries -- /tmp/demo-export functions/store/assessments/dictionaries/2.json
 *
 * Then name the new file in with-dictionary.ts. A file that records name is never changed.
 */

/** What zlib looks back over. */
const window = 32_768;
/** A record that comes out below this needs no further example. */
const smallEnough = 700;

const [folder = '', file = ''] = process.argv.slice(2);
if (folder === '' || file === '')
  throw new Error('Name the folder of an export and the file to write: see the top of this script.');

const texts = new Map<string, string[]>();
for (const part of (await readManifest(folder)).parts.filter(({ kind }) => kind === 'applications'))
  for await (const page of pagesOf(folder, part))
    for (const line of page) {
      const item = itemOfLine(line);
      if (!String(item['sk']).startsWith('ASSESSMENT#')) continue;
      const { text, record } = openRecord(item);
      const { instrument } = record.assessment;
      texts.set(instrument, [...(texts.get(instrument) ?? []), text]);
    }

/** The last examples are the nearest, so the first that was chosen stands last. */
const joined = (examples: readonly string[]): Buffer =>
  Buffer.from(examples.toReversed().join('')).subarray(-window);

const examplesOf = (all: readonly string[]): string[] => {
  const chosen: string[] = [];
  for (const text of all) {
    const size = deflateRawSync(text, { level: 9, dictionary: joined(chosen) }).length;
    const fits = joined(chosen).length + Buffer.byteLength(text) <= window;
    if (chosen.length === 0 || (fits && size > smallEnough)) chosen.push(text);
  }
  return chosen;
};

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const dictionaries = [...texts].sort().map(([instrument, all]) => {
  const dictionary = joined(examplesOf(all));
  const sizes = all
    .map((text) => deflateRawSync(text, { level: 9, dictionary }).length)
    .sort((a, b) => a - b);
  process.stdout.write(
    `${instrument}: ${all.length} records, median ${sizes[sizes.length >> 1] ?? 0}, largest ${sizes.at(-1) ?? 0} bytes\n`,
  );
  return [instrument, brotliCompressSync(dictionary, quality).toString('base64')] as const;
});
writeFileSync(file, `${JSON.stringify(Object.fromEntries(dictionaries), null, 2)}\n`);
