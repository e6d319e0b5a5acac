import type { ApplicationHead, Payee } from '../contracts/application.ts';
import { definitionOf } from '../contracts/instruments.ts';
import { sameName } from '../contracts/person-name.ts';
import type { StoredLine } from '../contracts/stored-line.ts';
import { ProblemError } from '../platform/errors.ts';
import type { Desk } from './desk.ts';
import { organisationKey, workerKey } from './keys.ts';
import { claimedNameOf, holderNameOf } from './own-account.ts';
import { everyLine, readItem } from './read-application.ts';
import { parseOrganisationRecord } from './registers/organisation-item.ts';
import { openIdentity } from './registers/sealed-identity.ts';
import { workerItem } from './registers/worker-item.ts';

const registeredWorker = async ({ table, vault }: Desk, { subject }: StoredLine): Promise<string> => {
  const key = workerKey(subject);
  const item = workerItem.safeParse(await readItem(table, key));
  return item.success ? openIdentity(vault, key.pk, item.data.identitySealed).name : '';
};

const registeredOrganisation = async ({ table }: Desk, { organisationId = '' }: ApplicationHead) =>
  parseOrganisationRecord(await readItem(table, organisationKey(organisationId)))?.name ?? '';

/** The names of one worker whose line is paid: as it was claimed, and as the register writes it. */
const isWorker = async (
  desk: Desk,
  head: ApplicationHead,
  line: StoredLine,
  name: string,
): Promise<boolean> =>
  sameName(claimedNameOf(desk.vault, head.applicationId, line), name) ||
  sameName(await registeredWorker(desk, line), name);

const isPaidWorker = async (desk: Desk, head: ApplicationHead, name: string): Promise<boolean> => {
  for await (const line of everyLine(desk.table, head.applicationId))
    if (line.standing === 'APPROVED' && (await isWorker(desk, head, line, name))) return true;
  return false;
};

/**
 * Once money was approved its payee stays: the account may change, and a name that was written wrong may be written
 * as the claim or the register has it.
 * @throws ProblemError PAYEE_DIFFERS
 */
export const mustBeSamePayee = async (desk: Desk, head: ApplicationHead, next: Payee): Promise<void> => {
  if (sameName(holderNameOf(desk.vault, head), next.holderName)) return;
  const isTheirs =
    definitionOf(head.instrument).paidTo === 'APPLICANT'
      ? sameName(await registeredOrganisation(desk, head), next.holderName)
      : await isPaidWorker(desk, head, next.holderName);
  if (!isTheirs)
    throw new ProblemError(
      422,
      'PAYEE_DIFFERS',
      'The money has been approved for somebody else. Give an account in the payee’s own name, written as in the claim or in the register.',
    );
};
