import * as z from 'zod';
import type { Role } from '../actor.ts';
import { version } from '../application.ts';
import { both } from '../both.ts';
import { handlingCounty } from '../divisions.ts';
import { remark } from '../plain-text.ts';
import { recoveryId, recoveryOrigin, recoveryPart, recoveryReceipt, recoveryRow } from '../recovery.ts';
import { overseers } from './divisions.ts';
import type { Operation } from './operation.ts';
import { noBody, nothing, ofApplication, pageOf, pageQuery, receipt } from './parts.ts';

const tag = 'Recoveries';
const ofRecovery = z.strictObject({ recoveryId });
const reads = { tag, method: 'GET', access: overseers, body: noBody, status: 200 } as const;
const changes = {
  tag,
  method: 'POST',
  params: ofRecovery,
  query: nothing,
  status: 200,
  response: receipt,
} as const;
const reason = remark(2, both('give the reason', '请写明理由'));
const moved = ['NOT_FOUND', 'VERSION_STALE', 'RECOVERY_MOVED_ON'] as const;
const approvers = ['COUNTY_APPROVER'] as const satisfies readonly Role[];

/** What was paid too much. An act on it names `version`, its application's. Nobody is named. */
export const recoveryView = recoveryRow
  .omit({ parts: true, differences: true, proposedBy: true, decidedBy: true })
  .extend({
    version,
    parts: z.array(recoveryPart.omit({ subject: true, run: true, hash: true })),
    yours: z.boolean().describe('You proposed it, so another person decides'),
  });
export type RecoveryView = z.infer<typeof recoveryView>;

/** One transaction holds the ledger entries of so many. */
const partsAtOnce = 90;

const askedPart = recoveryPart
  .pick({ lineNo: true, period: true })
  .strict()
  .extend({
    amountFen: recoveryPart.shape.amountFen
      .optional()
      .describe('Without it all that is in hand and not asked back yet'),
  });
export type AskedPart = z.infer<typeof askedPart>;

const namedOnce = (parts: readonly AskedPart[]): boolean =>
  new Set(parts.map(({ lineNo, period }) => `${lineNo} ${period}`)).size === parts.length;

const askedParts = z
  .array(askedPart)
  .min(1, both('name at least one line and period', '请至少写明一行一期'))
  .max(partsAtOnce, both('at most 90 lines and periods at a time', '每次最多90个行、期'))
  .refine(namedOnce, both('each line and period may be named once', '同一行同一期只能写一次'));

export const proposeRecoveryOperation = {
  ...changes,
  operationId: 'proposeRecovery',
  path: '/applications/{applicationId}/recoveries',
  access: ['COUNTY_REVIEWER'] as const satisfies readonly Role[],
  summary: {
    zh: '人工提出追回（规则未能判定时，须由他人决定）',
    en: 'Propose by one’s own word to recover what was paid, where the rules only see a caveat',
  },
  params: ofApplication,
  body: z.strictObject({
    version,
    origin: recoveryOrigin.exclude(['REVERSAL']),
    reason,
    parts: askedParts,
  }),
  problems: [
    'NOT_FOUND',
    'FOUR_EYES',
    'VERSION_STALE',
    'IS_SUPPLEMENT',
    'STATE_DOES_NOT_ALLOW',
    'SUPPLEMENT_OPEN',
    'NO_SUCH_LINE',
    'MORE_THAN_IN_HAND',
  ],
} as const satisfies Operation;

export const listRecoveriesOperation = {
  ...reads,
  operationId: 'listRecoveries',
  path: '/divisions/{division}/recoveries',
  summary: { zh: '查看一个县待决定、待追回的资金', en: 'List what a county asks back, the oldest first' },
  params: z.strictObject({ division: handlingCounty }),
  query: pageQuery,
  response: pageOf(recoveryView),
  problems: ['OTHER_COUNTY', 'INVALID_CURSOR'],
} as const satisfies Operation;

export const getRecoveryOperation = {
  ...reads,
  operationId: 'getRecovery',
  path: '/recoveries/{recoveryId}',
  summary: {
    zh: '查看一项追回及新旧情况对照',
    en: 'Read what is asked back, old and new facts side by side',
  },
  params: ofRecovery,
  query: nothing,
  response: recoveryView.extend({ differences: recoveryRow.shape.differences }),
  problems: ['NOT_FOUND'],
} as const satisfies Operation;

export const decideRecoveryOperation = {
  ...changes,
  operationId: 'decideRecovery',
  path: '/recoveries/{recoveryId}/decisions',
  access: approvers,
  summary: {
    zh: '决定是否追回（提出人本人不能决定）',
    en: 'Approve or dismiss a recovery that somebody else proposed',
  },
  body: z.strictObject({ version, decision: z.enum(['APPROVE', 'DISMISS']), reason }),
  problems: [...moved, 'PROPOSED_IT', 'FOUR_EYES', 'RECOVERY_OUT_OF_DATE'],
} as const satisfies Operation;

export const receiveRecoveryOperation = {
  ...changes,
  operationId: 'receiveRecovery',
  path: '/recoveries/{recoveryId}/receipts',
  access: ['FINANCE_OFFICER'] as const satisfies readonly Role[],
  summary: { zh: '登记收到的追回资金', en: 'Book money that came back, the whole or a part' },
  body: z.strictObject({ version, received: recoveryReceipt }),
  problems: [...moved, 'MORE_THAN_ASKED', 'DAY_IN_FUTURE'],
} as const satisfies Operation;

export const writeOffRecoveryOperation = {
  ...changes,
  operationId: 'writeOffRecovery',
  path: '/recoveries/{recoveryId}/write-offs',
  access: approvers,
  summary: { zh: '核销无法追回的资金', en: 'Give up what has not come back, with the reason' },
  body: z.strictObject({ version, reason }),
  problems: [...moved, 'PROPOSED_IT', 'FOUR_EYES'],
} as const satisfies Operation;
