import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';

/** Anything that JSON cannot hold would be lost without a word, so it is refused. */
const stringify = configure({ strict: true });

/** One text for one meaning: the names of every object in order, nothing left out but what is undefined. */
export const canonical = (value: object): string => stringify(value);

/** SHA-256, in hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
