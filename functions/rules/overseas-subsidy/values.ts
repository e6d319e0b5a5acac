import * as z from 'zod';
import { configurable, ruleValue } from '../../contracts/rule-value.ts';
import { fen } from '../../contracts/scalars.ts';
import { notice, reading, type ShippedValue } from '../values/shipped.ts';

export const overseasValues = z.strictObject({
  amountFen: configurable(fen, {
    zh: '境外劳务输出每人补贴标准',
    en: 'For each worker sent abroad',
    unit: 'FEN',
    kind: 'DELEGATED',
  }),
  payee: ruleValue(z.enum(['APPLICANT', 'WORKER']), {
    zh: '收款人：申请人，或只能是劳动者本人',
    en: 'Who is paid: whoever applies, or only the worker',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
  minTrainingMinutes: ruleValue(z.int().min(0), {
    zh: '行前培训最少分钟数',
    en: 'Minutes of training before departure, at least',
    unit: 'MINUTES',
    kind: 'DELEGATED',
  }),
  besideTransport: ruleValue(z.boolean(), {
    zh: '同一次出境可同时享受交通补助',
    en: 'The transport subsidy may stand beside it for the same departure',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
});

/** About 26,000 yuan to Japan is a total of several items under a later policy (POLICY 3.3): no rate, so none is shipped. */
export const overseasShipped: readonly ShippedValue[] = [
  { ruleId: 'overseas.amountFen', value: null, source: `${notice} 二.3「按规定」，未找到标准，由县设定` },
  { ruleId: 'overseas.payee', value: 'APPLICANT', source: reading('3.3') },
  { ruleId: 'overseas.minTrainingMinutes', value: 1, source: reading('3.3') },
  { ruleId: 'overseas.besideTransport', value: false, source: reading('5') },
];
