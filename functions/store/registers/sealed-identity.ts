import * as z from 'zod';
import type { Vault } from '../../platform/vault.ts';

/** Who a pseudonym stands for. Kept sealed beside the record; opened only to compare or to correct. */
export const identity = z.strictObject({
  name: z.string().min(1),
  citizenId: z.string().min(1),
  phone: z.string().optional(),
  /** The id of the record that this one was merged into. */
  mergedInto: z.string().optional(),
});
export type Identity = z.infer<typeof identity>;

const place = (pk: string): string => `${pk}/REGISTER/identity`;

/** Seals an identity for the item with this partition key; moved to another item it does not open. */
export const sealIdentity = (vault: Vault, pk: string, plain: Identity): string =>
  vault.seal(JSON.stringify(plain), place(pk));

/** @throws Error when the sealed field was changed, moved, or sealed with another key */
export const openIdentity = (vault: Vault, pk: string, sealed: string): Identity =>
  identity.parse(JSON.parse(vault.open(sealed, place(pk))));
