import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** A record's text made small: a write unit is a kilobyte, and records repeat themselves. */
export const pack = (text: string) => brotliCompressSync(text, quality);

export const unpack = (packed: Uint8Array): string => brotliDecompressSync(packed).toString('utf8');
