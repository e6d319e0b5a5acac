import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { unreadable, UnreadableFileError } from '../cells/import-issue.ts';
import { brokenWorkbook } from './file-format.ts';

/** Above anything that 100,000 rows take (some 100 MB of XML), and below what would fill a small machine. */
const mostBytes = 256 * 1024 * 1024;
const mostEntries = 2000;

const tooLarge = {
  code: 'FILE_UNPACKS_TOO_LARGE',
  problem: {
    zh: '工作簿解压后过大（超过 256 MB），可能是恶意构造的文件。',
    en: 'The workbook unpacks to more than 256 MB; it may have been made to do harm.',
  },
  mend: {
    zh: '请删去多余的工作表、图片和格式，或分成几个文件。',
    en: 'Take out sheets, pictures and formats that are not needed, or split it.',
  },
};

/** The parts of a workbook by their names; each is read as a stream whose length is the one that was declared. */
export type Archive = {
  readonly names: readonly string[];
  readonly open: (name: string) => Promise<Readable>;
};

/** What a zip reader says of a broken archive is of no use to a clerk. */
export const orBroken = async <T>(reading: Promise<T>): Promise<T> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw unreadable(1, brokenWorkbook);
  }
};

const readDirectory = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  if (zip.entryCount > mostEntries) throw unreadable(1, tooLarge);
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize;
    if (total > mostBytes) throw unreadable(1, tooLarge);
    entries.set(entry.fileName, entry);
  }
  return entries;
};

/**
 * Opens a workbook's archive after its directory has said how large it becomes. An entry that unpacks to another size
 * than it declares fails while it is read, so the declared sizes are a limit and not a promise.
 * @throws UnreadableFileError when it is broken, or unpacks to too much
 */
export const openArchive = async (bytes: Uint8Array): Promise<Archive> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await orBroken(fromBufferPromise(buffer, { lazyEntries: true }));
  const entries = await orBroken(readDirectory(zip));
  return {
    names: [...entries.keys()],
    open: (name) => {
      const entry = entries.get(name);
      return entry === undefined
        ? Promise.reject(unreadable(1, brokenWorkbook))
        : orBroken(zip.openReadStreamPromise(entry));
    },
  };
};
