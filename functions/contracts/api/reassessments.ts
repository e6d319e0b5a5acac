import * as z from 'zod';
import type { Role } from '../actor.ts';
import { applicationId, version } from '../application.ts';
import { lineOutcome } from '../assessment.ts';
import { both } from '../both.ts';
import { ledgerEntry } from '../ledger.ts';
import { remark } from '../plain-text.ts';
import { recoveryOrigin } from '../recovery.ts';
import { runDifference } from '../run-difference.ts';
import { fen } from '../scalars.ts';
import type { Operation } from './operation.ts';
import { applicants, noBody, nothing, ofApplication, pageOf, pageQuery, receipt, staff } from './parts.ts';

const tag = 'Ledger';
const reviewers = ['COUNTY_REVIEWER'] as const satisfies readonly Role[];
const whyNot = [
  'NOT_FOUND',
  'FOUR_EYES',
  'IS_SUPPLEMENT',
  'STATE_DOES_NOT_ALLOW',
  'SUPPLEMENT_OPEN',
  'NO_SUCH_LINE',
  'TOO_MANY_LINES',
] as const;

/** What each entitlement is worth today, what the payee has of it, and what would follow. */
const worth = z.object({ period: z.string(), fullFen: fen, inHandFen: z.int(), deltaFen: z.int() });

export const reassessmentView = z.object({
  applicationId,
  version,
  lines: z.array(
    z.object({ lineNo: z.int(), maskedName: z.string(), outcome: lineOutcome, worths: z.array(worth) }),
  ),
  differences: z.array(runDifference).describe('Facts, values, checks and amounts, old beside new'),
  moreFen: fen.describe('What is lacking'),
  lessFen: fen.describe('What was paid too much'),
  offsetFen: fen.describe('What of it pays down an open recovery'),
  supplementFen: fen.describe('What of it a supplement would pay'),
});
export type ReassessmentView = z.infer<typeof reassessmentView>;

const lineNos = z
  .string()
  .regex(/^\d{1,4}(,\d{1,4})*$/, both('name lines like 1,4,7', '行号写作 1,4,7'))
  .transform((text) => text.split(',').map(Number))
  .pipe(z.array(z.int().min(1)));

export const tryReassessmentOperation = {
  tag,
  method: 'GET',
  access: reviewers,
  operationId: 'tryReassessment',
  path: '/applications/{applicationId}/reassessment',
  summary: {
    zh: '试算：按最新登记数据重新核定（不保存）',
    en: 'See what a re-assessment would find today; nothing is written',
  },
  params: ofApplication,
  query: z.strictObject({ lines: lineNos.optional().describe('Only these, as 1,4,7') }),
  body: noBody,
  status: 200,
  response: reassessmentView,
  problems: whyNot,
} as const satisfies Operation;

export const reassessOperation = {
  tag,
  method: 'POST',
  access: reviewers,
  operationId: 'reassess',
  path: '/applications/{applicationId}/reassessments',
  summary: {
    zh: '重新核定已发放的申请（补发差额或提出追回）',
    en: 'Assess a paid application again: a supplement, a proposal to recover, or nothing',
  },
  params: ofApplication,
  query: nothing,
  body: z.strictObject({
    version,
    origin: recoveryOrigin,
    reason: remark(2, both('give the reason', '请写明理由')),
    lineNos: z.array(z.int().min(1)).min(1).optional().describe('Only these lines; without it all'),
  }),
  status: 200,
  response: receipt,
  problems: [...whyNot, 'VERSION_STALE', 'ENTITLEMENT_HELD'],
} as const satisfies Operation;

const ledgerOfEntitlement = z.object({
  period: z.string(),
  fullFen: fen.describe('The full value that was last assessed for whoever holds it'),
  inHandFen: z.int().describe('What the payee has: paid less what came back'),
  entries: z.array(
    ledgerEntry.pick({
      kind: true,
      side: true,
      amountFen: true,
      keepsFen: true,
      applicationId: true,
      payoutId: true,
      recoveryId: true,
      at: true,
    }),
  ),
});

export const getLedgerOperation = {
  tag,
  method: 'GET',
  access: [...applicants, ...staff] as const,
  operationId: 'getLedger',
  path: '/applications/{applicationId}/ledger',
  summary: {
    zh: '查看资金台账（逐人逐期的发放、补发、追回）',
    en: 'Read what was paid and came back, line by line and period by period',
  },
  params: ofApplication,
  query: pageQuery,
  body: noBody,
  status: 200,
  response: pageOf(
    z.object({ lineNo: z.int(), maskedName: z.string(), entitlements: z.array(ledgerOfEntitlement) }),
  ),
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
} as const satisfies Operation;
export type LedgerLine = z.infer<(typeof getLedgerOperation)['response']>['items'][number];
