import * as z from 'zod';
import { configurable, ruleValue } from '../../contracts/rule-value.ts';
import { fen } from '../../contracts/scalars.ts';
import { reading, type ShippedValue } from '../values/shipped.ts';

export const baseAwardValues = z.strictObject({
  minPoorWorkers: configurable(z.int().min(1), {
    zh: '最少贫困劳动力人数',
    en: 'Fewest poor workers',
    unit: 'PERSONS',
    kind: 'DELEGATED',
  }),
  awardFen: configurable(fen, {
    zh: '一次性奖励金额',
    en: 'The award, paid once',
    unit: 'FEN',
    kind: 'DELEGATED',
  }),
  countOver: ruleValue(z.enum(['APPLICATION_DAY', 'TWELVE_MONTHS']), {
    zh: '人数统计口径：申请当日在岗，或近十二个月吸纳',
    en: 'Whether workers are counted on the day of the application or over twelve months',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
});

/** Shanxi's notice of December 2018, as Shanxi Daily reports it (POLICY S3). */
const provincial = '山西省2018年12月就业扶贫通知（山西日报2019-01-03，待县确认）';

export const baseShipped: readonly ShippedValue[] = [
  { ruleId: 'base.minPoorWorkers', value: 50, source: provincial },
  { ruleId: 'base.awardFen', value: 10_000_000, source: provincial },
  { ruleId: 'base.countOver', value: 'APPLICATION_DAY', source: reading('3.7') },
];
