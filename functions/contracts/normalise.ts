/** Full-width forms to their ASCII twins; spaces, tabs, zero-width and non-breaking marks out. */
export const normaliseCode = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, '');
