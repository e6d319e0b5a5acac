import { brotliDecompressSync, deflateRawSync, inflateRawSync } from 'node:zlib';
import first from './dictionaries/1.json' with { type: 'json' };

/**
 * Records of an instrument repeat each other's sentences. Made small against one like it, a record is some 400 bytes
 * instead of 2,700: a kilobyte is a write unit. A dictionary is never changed, for records name it; a better one is
 * a further file (`npm run dictionaries`).
 */
const files: Readonly<Record<string, Readonly<Record<string, string>>>> = { '1': first };
const newest = '1';

const unpacked = new Map<string, Buffer>();

const dictionaryOf = (name: string): Buffer | undefined => {
  const known = unpacked.get(name);
  if (known) return known;
  const [instrument = '', file = ''] = name.split('/');
  const text = files[file]?.[instrument];
  if (text === undefined) return undefined;
  const dictionary = brotliDecompressSync(Buffer.from(text, 'base64'));
  unpacked.set(name, dictionary);
  return dictionary;
};

/** A record's text made small, and the dictionary it was made small with. */
export const packWith = (instrument: string, text: string) => {
  const dictionary = `${instrument}/${newest}`;
  return { dictionary, packed: deflateRawSync(text, { level: 9, dictionary: dictionaryOf(dictionary) }) };
};

/** @throws Error when there is no such dictionary, or the bytes are not what was packed */
export const unpackWith = (name: string, packed: Uint8Array): string => {
  const dictionary = dictionaryOf(name);
  if (dictionary === undefined) throw new Error(`There is no dictionary ${name}`);
  return inflateRawSync(packed, { dictionary }).toString('utf8');
};
