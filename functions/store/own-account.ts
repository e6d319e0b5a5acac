import { payee, type ApplicationHead, type ApplicationId } from '../contracts/application.ts';
import { claimedWorker } from '../contracts/claims.ts';
import { sameName } from '../contracts/person-name.ts';
import type { StoredLine } from '../contracts/stored-line.ts';
import type { Vault } from '../platform/vault.ts';
import { payeePlace, workerPlace } from './sealed-places.ts';

/** In whose name the account of an application is, as it stands. */
export const holderNameOf = (vault: Vault, { applicationId, payeeSealed }: ApplicationHead): string =>
  payee.parse(JSON.parse(vault.open(payeeSealed, payeePlace(applicationId)))).holderName;

export const claimedNameOf = (vault: Vault, id: ApplicationId, line: StoredLine): string =>
  claimedWorker.parse(JSON.parse(vault.open(line.workerSealed, workerPlace(id, line.lineNo)))).name;

/**
 * Whether the money goes to an account in the worker's own name (POLICY 3.1, 3.10). Undefined for the placement
 * subsidy, which is the agency's.
 */
export const isOwnAccount = (vault: Vault, head: ApplicationHead, line: StoredLine): boolean | undefined =>
  line.content.instrument === 'PLACEMENT_SUBSIDY'
    ? undefined
    : sameName(holderNameOf(vault, head), claimedNameOf(vault, head.applicationId, line));
