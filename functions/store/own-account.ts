import { payee, type ApplicationHead, type ApplicationId } from '../contracts/application.ts';
import { claimedWorker } from '../contracts/claimed-people.ts';
import { definitionOf } from '../contracts/instruments.ts';
import { sameName } from '../contracts/person-name.ts';
import type { StoredLine } from '../contracts/stored-line.ts';
import type { Vault } from '../platform/vault.ts';
import { payeePlace, workerPlace } from './sealed-places.ts';

/** In whose name the account of an application is, as it stands; in nobody's where nobody is paid. */
export const holderNameOf = (vault: Vault, { applicationId, payeeSealed }: ApplicationHead): string =>
  payeeSealed === undefined
    ? ''
    : payee.parse(JSON.parse(vault.open(payeeSealed, payeePlace(applicationId)))).holderName;

/** A line about an organisation names no worker. */
export const claimedNameOf = (
  vault: Vault,
  id: ApplicationId,
  { lineNo, workerSealed }: StoredLine,
): string =>
  workerSealed === undefined
    ? ''
    : claimedWorker.parse(JSON.parse(vault.open(workerSealed, workerPlace(id, lineNo)))).name;

/** Whether the money goes to an account in the worker's own name (POLICY 3.1, 3.10). Undefined where it is not the worker's. */
export const isOwnAccount = (vault: Vault, head: ApplicationHead, line: StoredLine): boolean | undefined =>
  definitionOf(line.content.instrument).paidTo !== 'WORKER'
    ? undefined
    : sameName(holderNameOf(vault, head), claimedNameOf(vault, head.applicationId, line));
