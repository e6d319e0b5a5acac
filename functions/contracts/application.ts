import * as z from 'zod';
import { bankAccount } from './bank-account.ts';
import { both } from './both.ts';
import { lineOutcome } from './assessment.ts';
import { reasonCode } from './reasons.ts';
import { missingValue } from './rule-proposal.ts';
import { handlingCounty } from './divisions.ts';
import { instrument, paysNobody } from './instruments.ts';
import { plainText, remark } from './plain-text.ts';
import { fen, instant, isoDate } from './scalars.ts';

/** An application's life (DESIGN section 4). Anything else is a flag, not a state. */
export const states = [
  'DRAFT',
  'SUBMITTED',
  'CHECKING',
  'IN_VERIFICATION',
  'RETURNED',
  'ON_NOTICE',
  'IN_APPROVAL',
  'APPROVED',
  'PAYING',
  'CLOSED',
  'REFUSED',
  'WITHDRAWN',
] as const;
export const applicationState = z.enum(states);
export type ApplicationState = z.infer<typeof applicationState>;

export const flags = ['OBJECTION_OPEN', 'NOT_CONFIGURED', 'PAYMENT_RETURNED', 'PARKED'] as const;
export type Flag = (typeof flags)[number];

export const applicationId = z
  .string()
  .regex(
    /^A\d{8}-[0-9A-HJKMNP-TV-Z]{10}$/,
    both('an application number looks like A20200316-7K3M9QW2ZD', '申请编号形如 A20200316-7K3M9QW2ZD'),
  )
  .brand<'ApplicationId'>();
export type ApplicationId = z.infer<typeof applicationId>;

/**
 * The version of an application that somebody saw: the number of its last audit event and the start of that
 * event's hash. A change names the version it rests on; if another change came first, it is refused.
 */
export const version = z
  .string()
  .regex(
    /^\d{1,9}-[0-9a-f]{32}$/,
    both('send back the version you were given with the application', '请原样提交读取申请时得到的 version'),
  )
  .brand<'Version'>();
export type Version = z.infer<typeof version>;

/** Everything the machine can wait for: a person's task, a public notice, a booking. */
export const waitKinds = [
  'VERIFY',
  'CORRECT',
  'NOTICE',
  'REEXAMINE',
  'APPROVE',
  'SECOND_APPROVE',
  'PAY',
  'CORRECT_PAYEE',
  'CONFIGURE',
  'OPERATE',
] as const;
export type WaitKind = (typeof waitKinds)[number];

export const applicantKinds = ['PERSON', 'ORGANISATION'] as const;
export const channels = ['ONLINE', 'VILLAGE', 'TOWNSHIP', 'PROXY'] as const;

/** Who gets the money. Sealed before it is stored. */
export const payee = z.strictObject({
  holderName: plainText(100),
  bankName: plainText(100),
  account: bankAccount,
});
export type Payee = z.infer<typeof payee>;

/** Filing for somebody else needs their consent on record (POLICY 3.1). */
export const proxyConsent = z.strictObject({
  relation: z.enum(['FAMILY', 'VILLAGE_CADRE', 'TOWNSHIP_OFFICER', 'VILLAGE_TEAM']),
  consentTextVersion: plainText(20),
  takenBy: z.enum(['SIGNATURE', 'PHONE_CALL', 'WITNESS']),
});

const draftParts = z.strictObject({
  instrument,
  division: handlingCounty.describe('the county that handles the claim: the worker’s home county'),
  channel: z.enum(channels).default('ONLINE'),
  commitmentSigned: z.literal(
    true,
    both('the commitment letter must be signed before a claim is filed', '须先签署承诺书才能申请'),
  ),
  payee: payee.optional().describe('who is paid; left out where nobody is (recognitions)'),
  proxy: proxyConsent.optional(),
});

/** A recognition pays nobody; everything else names who is paid. */
const payeeFits: z.core.CheckFn<z.infer<typeof draftParts>> = ({ value, issues }) => {
  const paid = !paysNobody(value.instrument);
  if (paid === (value.payee !== undefined)) return;
  const message = paid
    ? both('name who is paid, and into which account', '请填写收款人和收款账户')
    : both('this recognition pays nobody; leave the payee out', '认定不发放资金，请不要填写收款账户');
  issues.push({ code: 'custom', path: ['payee'], message, input: value.payee });
};

export const draft = draftParts.check(payeeFits);
export type Draft = z.infer<typeof draft>;

/** At most this many lines in one application. */
export const maxLines = 5000;
/** At most this many lines in one request: a chunk is one transaction, and a transaction holds 100 writes. */
export const maxLinesPerChunk = 90;

/** A field that a verifier marked as wrong when returning an application. */
export const markedField = z.strictObject({
  lineNo: z.int().min(1).optional(),
  field: plainText(100),
  note: remark(),
});
export type MarkedField = z.infer<typeof markedField>;

/** Everybody who had a hand in it; `mayDecide` reads it. Ids of people, never citizen ids. */
export const participants = z.strictObject({
  filers: z.array(z.string()),
  proxies: z.array(z.string()),
  factEditors: z.array(z.string()),
  accountChangers: z.array(z.string()),
  verifiers: z.array(z.string()),
  reexaminers: z.array(z.string()),
  approvers: z.array(z.string()),
});
export type Participants = z.infer<typeof participants>;

/** What the last check made of the lines. */
export const tally = z.strictObject({
  run: z.int().min(1),
  approve: z.int().min(0),
  reject: z.int().min(0),
  review: z.int().min(0),
  notConfigured: z.int().min(0),
  /** Sum over lines that are approved as they stand, in fen. */
  amountFen: fen,
  overall: lineOutcome,
  reasons: z.array(reasonCode),
  /** The rule values it waits for, each for the day of an event. */
  missing: z.array(missingValue).max(50).optional(),
  /** How far the rule values of the county had come when the check found some missing. */
  rulesAt: z.string().optional(),
});
export type Tally = z.infer<typeof tally>;

export const wait = z.strictObject({ kind: z.enum(waitKinds), rowId: z.string(), dueOn: isoDate });
export type Wait = z.infer<typeof wait>;

export const outboxEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('START'), at: instant }),
  z.strictObject({ kind: z.literal('ANSWER'), at: instant, wait, answer: z.string() }),
]);
export type OutboxEntry = z.infer<typeof outboxEntry>;

export const applicationHead = z.object({
  applicationId,
  instrument,
  division: z.string(),
  state: applicationState,
  flags: z.array(z.enum(flags)),
  version,
  owner: z.string(),
  applicantKind: z.enum(applicantKinds),
  /** A person’s is masked; an organisation’s is the register’s, once the application has been checked. */
  applicantName: z.string(),
  organisationId: z.string().optional(),
  channel: z.enum(channels),
  proxy: proxyConsent.optional(),
  /** Absent where nobody is paid: a recognition. */
  payeeSealed: z.string().optional(),
  payeeMasked: z.string().optional(),
  payeeAccountKind: z.string().optional(),
  lineCount: z.int().min(0),
  participants,
  createdAt: instant,
  submittedAt: instant.optional(),
  stateSince: instant,
  tally: tally.optional(),
  marked: z.array(markedField).optional(),
  /** What the machine waits for right now, and the row that holds its task token. */
  wait: wait.optional(),
  noticeId: z.string().optional(),
  openObjections: z.int().min(0),
  noticeEndsOn: isoDate.optional(),
  payoutNo: z.int().min(0),
  /** What approval reserved in the county's fund and has not paid yet. */
  reservedFen: fen,
  /** A supplement pays what a re-assessment found on top of this paid application. */
  adjusts: applicationId.optional(),
  /** The last supplement of a paid application, and how often its lines were assessed. */
  supplement: applicationId.optional(),
  runs: z.int().optional(),
  /** Set once the machine has given back what an application held that ended without money. */
  ended: z.boolean().optional(),
  /** Why it ended, for the applicant's sentence. */
  endReason: z.string().optional(),
  /** Set once its first execution was replaced by another. */
  execution: z.strictObject({ no: z.int().min(2), startedAt: instant }).optional(),
  /** A call to Step Functions that follows from the last change; it is repeated until it has gone through. */
  outbox: outboxEntry.optional(),
});
export type ApplicationHead = z.infer<typeof applicationHead>;
