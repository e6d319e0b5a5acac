import type { ApplicationId, Payee } from '../contracts/application.ts';
import { maskAccount } from '../contracts/bank-account.ts';
import type { Vault } from '../platform/vault.ts';
import { payeePlace } from './sealed-places.ts';

/** What an application's head holds of who is paid: sealed, and beside it what may be listed. */
export const payeeFields = (vault: Vault, id: ApplicationId, payee: Payee) => ({
  payeeSealed: vault.seal(JSON.stringify(payee), payeePlace(id)),
  payeeMasked: maskAccount(payee.account.number),
  payeeAccountKind: payee.account.kind,
});
