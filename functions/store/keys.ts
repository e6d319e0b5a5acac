import type { Role } from '../contracts/actor.ts';
import type { ApplicationId } from '../contracts/application.ts';
import type { Department } from '../contracts/registers/difference.ts';
import type { RecognitionKind } from '../contracts/registers/organisation.ts';

/** Every key of the table is made here and nowhere else (docs/data-model.md). */
export type Key = { readonly pk: string; readonly sk: string };

const padded = (n: number, width: number): string => String(n).padStart(width, '0');

export const applicationPk = (id: ApplicationId): string => `APP#${id}`;
export const headKey = (id: ApplicationId): Key => ({ pk: applicationPk(id), sk: 'HEAD' });
/** Who is paid, sealed: beside the head, which changes at every step and must stay below a write unit. */
export const payeeKey = (id: ApplicationId): Key => ({ pk: applicationPk(id), sk: 'HEAD#PAYEE' });
export const lineKey = (id: ApplicationId, lineNo: number): Key => ({
  pk: applicationPk(id),
  sk: `LINE#${padded(lineNo, 5)}`,
});
export const assessmentKey = (id: ApplicationId, run: number, lineNo: number): Key => ({
  pk: applicationPk(id),
  sk: `ASSESSMENT#${padded(lineNo, 5)}#${padded(run, 3)}`,
});
/** A set of rule values that assessments used, by its hash. */
export const ruleSetKey = (hash: string): Key => ({ pk: `RULE-SET#${hash}`, sk: 'VALUES' });
export const eventKey = (id: ApplicationId, seq: number): Key => ({
  pk: applicationPk(id),
  sk: `EVENT#${padded(seq, 6)}`,
});
/** That somebody read personal data of this application: `what` is the line or the payout. */
export const readingKey = (id: ApplicationId, at: string, requestId: string, what: string): Key => ({
  pk: applicationPk(id),
  sk: `READING#${at}#${requestId}#${what}`,
});
/** A task, a notice or a payout: `rowId` starts with the application's id, so its partition is known from it. */
export const rowKey = (
  id: ApplicationId,
  kind: 'TASK' | 'NOTICE' | 'PAYOUT' | 'RECOVERY',
  rowId: string,
): Key => ({
  pk: applicationPk(id),
  sk: `${kind}#${rowId}`,
});
export const noticeLinesKey = (id: ApplicationId, noticeId: string, page: number): Key => ({
  pk: applicationPk(id),
  sk: `NOTICE-LINES#${noticeId}#${padded(page, 4)}`,
});
export const objectionKey = (id: ApplicationId, objectionId: string): Key => ({
  pk: applicationPk(id),
  sk: `OBJECTION#${objectionId}`,
});

/** The key that makes a second payment impossible: instrument, subject (a pseudonym), period. */
export const entitlementKey = (instrument: string, subject: string, period: string): Key => ({
  pk: `ENTITLEMENT#${instrument}#${subject}#${period}`,
  sk: 'KEY',
});

/** One line of an entitlement's ledger, in the entitlement's own partition. */
export const entryKey = (instrument: string, subject: string, period: string, entryId: string): Key => ({
  pk: entitlementKey(instrument, subject, period).pk,
  sk: `ENTRY#${entryId}`,
});

export const workerKey = (subject: string): Key => ({ pk: `WORKER#${subject}`, sk: 'REGISTER' });
export const organisationKey = (organisationId: string): Key => ({
  pk: `ORGANISATION#${organisationId}`,
  sk: 'REGISTER',
});
export const courseKey = (courseId: string): Key => ({ pk: `COURSE#${courseId}`, sk: 'REGISTER' });
/** Premises are looked for by who is in them. */
export const premisesKey = (organisationId: string): Key => ({
  pk: `PREMISES#${organisationId}`,
  sk: 'REGISTER',
});
export const recognitionKey = (organisationId: string, kind: RecognitionKind): Key => ({
  pk: `RECOGNITION#${organisationId}#${kind}`,
  sk: 'REGISTER',
});
/** What goes on with a recognition (proposals, reviews), beside its entry in the register. */
export const recognitionLifeKey = (organisationId: string, kind: RecognitionKind): Key => ({
  pk: recognitionKey(organisationId, kind).pk,
  sk: 'LIFE',
});
export const recognitionEventKey = (organisationId: string, kind: RecognitionKind, seq: number): Key => ({
  pk: recognitionKey(organisationId, kind).pk,
  sk: `EVENT#${padded(seq, 6)}`,
});
export const postKey = (postId: string): Key => ({ pk: `POST#${postId}`, sk: 'REGISTER' });
export const importKey = (fileHash: string): Key => ({ pk: `IMPORT#${fileHash}`, sk: 'STATE' });
export const dryRunKey = (dryRunId: string, page: number): Key => ({
  pk: `DRY-RUN#${dryRunId}`,
  sk: `PAGE#${padded(page, 4)}`,
});
export const differenceKey = (differenceId: string): Key => ({
  pk: `DIFFERENCE#${differenceId}`,
  sk: 'STATE',
});
export const differenceEventKey = (differenceId: string, seq: number): Key => ({
  pk: differenceKey(differenceId).pk,
  sk: `EVENT#${padded(seq, 6)}`,
});
/** Who shows an account, a phone or a device, so that a risk check can count them; `mark` is a pseudonym. */
export const sharedMarkKey = (kind: 'ACCOUNT' | 'PHONE' | 'DEVICE' | 'SUBJECT', mark: string): Key => ({
  pk: `SHARED#${kind}#${mark}`,
  sk: 'SUBJECTS',
});
export const fundKey = (division: string, year: string): Key => ({ pk: `FUND#${division}`, sk: year });
/** What a day's reconciliation of a county found. */
export const reconciliationKey = (division: string, day: string): Key => ({
  pk: `RECONCILIATION#${division}`,
  sk: day,
});
/** The keys that seal personal fields, as KMS ciphertext; one machine has them in a file instead. */
export const keyRingKey: Key = { pk: 'VAULT', sk: 'KEYS' };
/** From which export a table was filled, and how far that has come. */
export const restorationKey: Key = { pk: 'RESTORATION', sk: 'STATE' };
/** A division's approved rule values, all in one item: each check reads three of them. */
export const ruleValuesKey = (division: string): Key => ({ pk: `RULES#${division}`, sk: 'ROWS' });
export const ruleProposalKey = (division: string, proposalId: string): Key => ({
  pk: ruleValuesKey(division).pk,
  sk: `PROPOSAL#${proposalId}`,
});
export const ruleEventKey = (division: string, seq: number): Key => ({
  pk: ruleValuesKey(division).pk,
  sk: `EVENT#${padded(seq, 6)}`,
});
/** That the applications which waited for an approved value are to be checked again. */
export const ruleFollowUpKey = (division: string, proposalId: string): Key => ({
  pk: ruleValuesKey(division).pk,
  sk: `FOLLOW-UP#${proposalId}`,
});
export const idempotencyKey = (caller: string, key: string): Key => ({
  pk: `REQUEST#${caller}#${key}`,
  sk: 'ANSWER',
});

export const queuePartition = (role: Role, division: string): string => `QUEUE#${role}#${division}`;
/** What two sources say differently, for the department that owns the field. */
export const differencePartition = (owner: Department, division: string): string =>
  `DIFFERENCE#${owner}#${division}`;
export const noticePartition = (division: string): string => `NOTICE#${division}`;
/** What was paid too much, until it is decided and has come back. */
export const recoveryPartition = (division: string): string => `RECOVERY#${division}`;
export const payoutPartition = (division: string): string => `PAYABLE#${division}`;
/** The outbox is spread so that a county's end-of-month rush does not meet in one partition. */
export const outboxShards = 4;
export const outboxPartition = (shard: number): string => `OUTBOX#${shard}`;
export const outboxShardOf = (id: ApplicationId): number => id.charCodeAt(id.length - 1) % outboxShards;

export const ruleFollowUpPartition = 'RULE-FOLLOW-UPS';

export const ownerPartition = (owner: string): string => `OWNER#${owner}`;
/** A county's recognitions, in the index of divisions. */
export const recognitionPartition = (division: string): string => `RECOGNITIONS#${division}`;
export const divisionPartition = (division: string): string => `DIVISION#${division}`;
