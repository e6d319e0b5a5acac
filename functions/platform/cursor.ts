import * as z from 'zod';
import { ProblemError } from './errors.ts';
import { NotAtHandError } from './not-at-hand.ts';
import type { Vault } from './vault.ts';

const place = z.record(z.string(), z.union([z.string(), z.number()]));
type Place = Readonly<Record<string, unknown>>;

export type Pager = {
  /** Where to go on; undefined for the first page. @throws ProblemError INVALID_CURSOR */
  readonly start: (cursor: string | undefined) => z.infer<typeof place> | undefined;
  /** The field of the answer, sealed; nothing at the end of the list. */
  readonly next: (next: Place | undefined) => { readonly nextCursor?: string };
};

/**
 * Cursors of one list. They are sealed: the keys of the table are nobody's business, and a cursor opens only in
 * the list it was given with. `scope` names that list: the operation, the person, what was asked.
 */
export const createPager = (vault: Vault, ...scope: readonly string[]): Pager => {
  const seal = JSON.stringify(['CURSOR', ...scope]);
  return {
    start: (cursor) => {
      if (cursor === undefined) return undefined;
      try {
        return place.parse(JSON.parse(vault.open(cursor, seal)));
      } catch (error) {
        if (error instanceof NotAtHandError) throw error;
        // Forged, cut off, or of another list: which of them is nobody's business either.
        throw new ProblemError(
          400,
          'INVALID_CURSOR',
          'This cursor is not of this list. Begin again without one.',
        );
      }
    },
    next: (next) =>
      next === undefined ? {} : { nextCursor: vault.seal(JSON.stringify(place.parse(next)), seal) },
  };
};
