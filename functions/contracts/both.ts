import type { Sentence } from './scalars.ts';

const joint = ' · ';

/** A message in both languages, in the one string that a schema can carry. */
export const both = (en: string, zh: string): string => `${en}${joint}${zh}`;

/** The two halves of such a message; undefined for one that was not written with `both`. */
export const halvesOf = (message: string): Sentence | undefined => {
  const at = message.indexOf(joint);
  return at === -1 ? undefined : { en: message.slice(0, at), zh: message.slice(at + joint.length) };
};
