import type { ApplicationId, Payee } from '../contracts/application.ts';
import { maskAccount } from '../contracts/bank-account.ts';
import type { Vault } from '../platform/vault.ts';
import { payeeKey } from './keys.ts';
import { payeePlace } from './sealed-places.ts';
import type { Write } from './transact.ts';

/** Who is paid: sealed for a row of its own, and what the application's head may show in lists. */
export const payeeFields = (vault: Vault, id: ApplicationId, payee: Payee) => ({
  payeeSealed: vault.seal(JSON.stringify(payee), payeePlace(id)),
  shown: { payeeMasked: maskAccount(payee.account.number), payeeAccountKind: payee.account.kind },
});

/** The payee's row, as it is or as it becomes. */
export const putPayee = (id: ApplicationId, payeeSealed: string): Write => ({
  Put: { Item: { ...payeeKey(id), payeeSealed } },
});
