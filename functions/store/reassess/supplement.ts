import { createHash } from 'node:crypto';
import type { Actor } from '../../contracts/actor.ts';
import { applicationId, type ApplicationHead, type ApplicationId } from '../../contracts/application.ts';
import type { Instant } from '../../contracts/scalars.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { dayOf } from '../../platform/time.ts';
import type { Vault } from '../../platform/vault.ts';
import { beforeFirstEvent, nextEvent } from '../audit/events.ts';
import { doerOf } from '../doer.ts';
import {
  divisionPartition,
  headKey,
  lineKey,
  outboxPartition,
  outboxShardOf,
  ownerPartition,
} from '../keys.ts';
import { putPayee } from '../payee-fields.ts';
import { payeePlace, rosterPlace, workerPlace } from '../sealed-places.ts';
import { storedHead } from '../stored-head.ts';
import type { Write } from '../transact.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Follows from the application and its version, so that an attempt that was cut short finds the same number. */
const idAfter = ({ applicationId: first, version }: ApplicationHead, at: Instant): ApplicationId => {
  const digest = createHash('sha256').update(`${first} ${version}`).digest();
  const text = [...digest.subarray(0, 10)].map((byte) => alphabet.charAt(byte % 32)).join('');
  return applicationId.parse(`A${dayOf(at).replaceAll('-', '')}-${text}`);
};

/** A sealed field is bound to its row, so it is opened there and sealed again where it is copied to. */
const moved = (vault: Vault, sealed: string | undefined, from: string, to: string): string | undefined =>
  sealed === undefined ? undefined : vault.seal(vault.open(sealed, from), to);

const copyLine = (vault: Vault, from: ApplicationId, to: ApplicationId, line: StoredLine): Write => {
  const { lineNo, subject, maskedName, maskedCitizenId, roster, content } = line;
  const workerSealed = moved(vault, line.workerSealed, workerPlace(from, lineNo), workerPlace(to, lineNo));
  const rosterSealed = moved(vault, line.rosterSealed, rosterPlace(from, lineNo), rosterPlace(to, lineNo));
  const copy: StoredLine = {
    lineNo,
    subject,
    maskedName,
    maskedCitizenId,
    ...(workerSealed !== undefined && { workerSealed }),
    ...(roster !== undefined && { roster }),
    ...(rosterSealed !== undefined && { rosterSealed }),
    content,
    standing: 'OPEN',
    run: 0,
    amountFen: 0,
    reasons: [],
    held: [],
    earns: [],
  };
  return { Put: { Item: { ...lineKey(to, lineNo), ...copy } } };
};

const copyHead = (first: ApplicationHead, id: ApplicationId, opened: Opened) => {
  const { actor, at, lines } = opened;
  const { instrument, division, owner, applicantKind, applicantName, channel } = first;
  const { filers, proxies } = first.participants;
  return {
    applicationId: id,
    adjusts: first.applicationId,
    instrument,
    division,
    state: 'SUBMITTED',
    flags: [],
    owner,
    applicantKind,
    applicantName,
    ...(first.organisationId !== undefined && { organisationId: first.organisationId }),
    channel,
    ...(first.proxy && { proxy: first.proxy }),
    payeeMasked: first.payeeMasked,
    payeeAccountKind: first.payeeAccountKind,
    lineCount: lines.length,
    // Whoever accepted the new facts has edited them, and may decide nothing about them.
    participants: {
      filers,
      proxies,
      factEditors: [actor.id],
      accountChangers: [],
      verifiers: [],
      reexaminers: [],
      approvers: [],
    },
    createdAt: at,
    // The rules ask when the money was claimed: a recognition revoked since then takes nothing back.
    submittedAt: first.submittedAt ?? at,
    stateSince: at,
    openObjections: 0,
    payoutNo: 0,
    reservedFen: 0,
    outbox: { kind: 'START', at },
  };
};

type Opened = { readonly actor: Actor; readonly at: Instant; readonly lines: readonly StoredLine[] };

/**
 * An application for what a paid one lacks, for the payee as approved; it goes the usual way from its check on. Its
 * lines may be written ahead of it: without its head nobody finds them.
 */
export const openSupplement = (vault: Vault, first: ApplicationHead, opened: Opened) => {
  const { actor, at, lines } = opened;
  const id = idAfter(first, at);
  const event = nextEvent(id, beforeFirstEvent, {
    type: 'SUPPLEMENT_OPENED',
    at,
    by: doerOf(actor),
    details: { adjusts: first.applicationId, lines: lines.length },
  });
  const head = {
    ...headKey(id),
    ...storedHead(copyHead(first, id, opened)),
    version: event.version,
    ownerPk: ownerPartition(first.owner),
    ownerSk: at,
    divisionPk: divisionPartition(first.division),
    divisionSk: at,
    workPk: outboxPartition(outboxShardOf(id)),
    workSk: `${at}#${id}`,
  };
  const payeeSealed = moved(vault, first.payeeSealed, payeePlace(first.applicationId), payeePlace(id));
  const begin: Write[] = [
    { Put: { Item: head, ConditionExpression: 'attribute_not_exists(pk)' } },
    event.write,
    ...(payeeSealed === undefined ? [] : [putPayee(id, payeeSealed)]),
  ];
  return { id, begin, lines: lines.map((line) => copyLine(vault, first.applicationId, id, line)) };
};
