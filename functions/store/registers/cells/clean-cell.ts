/** Characters nobody sees: BOM, zero-width and direction marks, soft hyphen, control characters. */
const invisible = /\p{Cf}/gu;
const control = /\p{Cc}/gu;

export type CleanCell = { readonly text: string; readonly cleaned: boolean };

/**
 * A cell without hidden characters and outer spaces. A `code` (id, number, date, word of a list) also loses inner
 * spaces and Excel's leading apostrophe, and its full-width letters and digits become half-width; a `text` keeps
 * its own characters, since 、（） belong in names.
 */
export const cleanCell = (raw: string, kind: 'code' | 'text'): CleanCell => {
  const visible = raw.replace(invisible, '').replace(/\s+/gu, ' ').replace(control, '').trim();
  const text = kind === 'text' ? visible : visible.normalize('NFKC').replace(/\s/gu, '').replace(/^'/u, '');
  return { text, cleaned: text !== raw.trim() };
};
