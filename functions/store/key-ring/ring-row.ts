import * as z from 'zod';
import { instant } from '../../contracts/scalars.ts';

/** The ring of a desk on AWS: each key as KMS ciphertext, base64. Keys are added and never taken away. */
export const ringRow = z.object({
  revision: z.int().min(1),
  current: z.string(),
  keys: z.array(z.object({ id: z.string(), wrapped: z.base64(), madeAt: instant })).min(1),
  /** Never changed: every pseudonym in the table was made with it. */
  lookupKey: z.base64(),
});
export type RingRow = z.infer<typeof ringRow>;
