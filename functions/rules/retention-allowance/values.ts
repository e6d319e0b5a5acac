import * as z from 'zod';
import { configurable, ruleValue } from '../../contracts/rule-value.ts';
import { fen } from '../../contracts/scalars.ts';
import { notice, reading, type ShippedValue } from '../values/shipped.ts';

export const retentionValues = z.strictObject({
  monthlyFen: configurable(fen, { zh: '每人每月标准', en: 'For each month', unit: 'FEN', kind: 'HARD' }),
  minDaysPerMonth: ruleValue(z.int().min(1).max(31), {
    zh: '满多少天计一个月',
    en: 'Days that make a month',
    unit: 'DAYS',
    kind: 'DELEGATED',
  }),
});

export const retentionShipped: readonly ShippedValue[] = [
  { ruleId: 'retention.monthlyFen', value: 20_000, source: `${notice} 六.2「每人每月200元」`, isCap: true },
  { ruleId: 'retention.minDaysPerMonth', value: 15, source: reading('3.10(a)') },
];
