import * as z from 'zod';
import { configurable, ruleValue } from '../../contracts/rule-value.ts';
import { fen } from '../../contracts/scalars.ts';
import { notice, reading, type ShippedValue } from '../values/shipped.ts';

export const postValues = z.strictObject({
  monthlyFen: configurable(fen, {
    zh: '临时公益岗位每月报酬',
    en: 'Pay of a post for each month',
    unit: 'FEN',
    kind: 'DELEGATED',
  }),
  /** Null is no limit: the end of the post and of the agreement hold in any case. */
  maxMonths: configurable(z.int().min(1).max(36), {
    zh: '临时公益岗位最长月数（未设定则以岗位期限为准）',
    en: 'Longest term in months (where none is set, the post’s own end holds)',
    unit: 'MONTHS',
    kind: 'DELEGATED',
  }),
  minDaysPerMonth: ruleValue(z.int().min(1).max(31), {
    zh: '满多少天计一个月',
    en: 'Days that make a month',
    unit: 'DAYS',
    kind: 'DELEGATED',
  }),
});

const notFound = `${notice} 六.3；未找到标准，须由县设定`;

export const postShipped: readonly ShippedValue[] = [
  { ruleId: 'publicWorks.monthlyFen', value: null, source: notFound },
  { ruleId: 'publicWorks.maxMonths', value: null, source: notFound },
  { ruleId: 'publicWorks.minDaysPerMonth', value: 15, source: reading('2') },
];
