import * as z from 'zod';
import type { Role } from '../actor.ts';
import { applicationId, version } from '../application.ts';
import { both } from '../both.ts';
import { instrument } from '../instruments.ts';
import { booking, payoutId, payoutState, reversal } from '../payout.ts';
import { fen, instant, isoDate } from '../scalars.ts';
import type { Operation } from './operation.ts';
import { noBody, nothing, pageOf, paging, receipt } from './parts.ts';

const tag = 'Payouts';
const finance = ['FINANCE_OFFICER'] as const satisfies readonly Role[];

/** A payout in a list; its account is masked. Booking it names `version`. */
export const payoutView = z.object({
  payoutId,
  applicationId,
  instrument,
  division: z.string(),
  amountFen: fen,
  state: payoutState,
  payeeMasked: z.string(),
  reissueOf: payoutId.optional(),
  approvedAt: instant,
  dueOn: isoDate.optional(),
  overdue: z.boolean(),
  version,
});

export const listPayoutsOperation = {
  operationId: 'listPayouts',
  method: 'GET',
  path: '/payouts',
  tag,
  access: finance,
  summary: { zh: '查看本县待拨付清单（账号脱敏）', en: 'List the county’s payable payouts, accounts masked' },
  params: nothing,
  query: z.strictObject({ ...paging, state: z.literal('PAYABLE').default('PAYABLE') }),
  body: noBody,
  status: 200,
  response: pageOf(payoutView),
  problems: ['INVALID_CURSOR'],
} as const satisfies Operation;

/** At most this many payouts in one file. */
export const maxExported = 100;

export const exportPayoutsOperation = {
  operationId: 'exportPayouts',
  method: 'POST',
  path: '/payouts/exports',
  tag,
  access: finance,
  summary: {
    zh: '导出待拨付清单（含完整账号，导出留痕）',
    en: 'Export payable payouts as CSV with full accounts; the export is recorded',
  },
  params: nothing,
  query: nothing,
  body: z.strictObject({
    payoutIds: z
      .array(payoutId)
      .min(1, both('name at least one payout', '至少选择一笔'))
      .max(
        maxExported,
        both(`export at most ${maxExported} payouts at a time`, `一次最多导出 ${maxExported} 笔`),
      )
      .refine((ids) => new Set(ids).size === ids.length, {
        message: both('each payout may be named once', '同一笔不能重复'),
      }),
  }),
  status: 200,
  produces: 'text/csv; charset=utf-8',
  response: z.string(),
  problems: ['NOT_FOUND', 'PAYOUT_NOT_PAYABLE'],
} as const satisfies Operation;

export const bookPayoutOperation = {
  operationId: 'bookPayout',
  method: 'POST',
  path: '/payouts/{payoutId}/bookings',
  tag,
  access: finance,
  summary: { zh: '登记银行拨付结果', en: 'Book what the bank did: paid, or returned' },
  params: z.strictObject({ payoutId }),
  query: nothing,
  body: z.strictObject({ version, booking }),
  status: 200,
  response: receipt,
  problems: ['NOT_FOUND', 'VERSION_STALE', 'PAYOUT_NOT_PAYABLE', 'DAY_IN_FUTURE', 'AMOUNT_DIFFERS'],
} as const satisfies Operation;

export const reversePayoutOperation = {
  operationId: 'reversePayout',
  method: 'POST',
  path: '/payouts/{payoutId}/reversals',
  tag,
  access: finance,
  summary: {
    zh: '登记银行退回已拨付的款项',
    en: 'Book that the bank took back what it had paid',
  },
  params: z.strictObject({ payoutId }),
  query: nothing,
  body: z.strictObject({ version, reversal }),
  status: 200,
  response: receipt,
  problems: [
    'NOT_FOUND',
    'VERSION_STALE',
    'PAYOUT_NOT_PAID',
    'DAY_IN_FUTURE',
    'AMOUNT_DIFFERS',
    'MORE_THAN_PAID',
  ],
} as const satisfies Operation;
