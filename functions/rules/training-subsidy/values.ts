import * as z from 'zod';
import { configurable, ruleValue } from '../../contracts/rule-value.ts';
import { fen } from '../../contracts/scalars.ts';
import { notice, reading, type ShippedValue } from '../values/shipped.ts';

/** What a day is worth, up to and including this one; the next step begins on the day after. */
const dayRates = z
  .array(z.strictObject({ upToDay: z.int().min(1), fen }))
  .min(1)
  .refine((rates) => rates.every(({ upToDay }, at) => upToDay > (rates[at - 1]?.upToDay ?? 0)), {
    message: 'each step ends on a later day than the one before it',
  });

export const trainingValues = z.strictObject({
  onlineShareMaxBp: configurable(z.int().min(0).max(10_000), {
    zh: '线上理论课时一般不超过总课时的比例',
    en: 'The usual limit of online theory, as a share of all hours',
    unit: 'BP',
    kind: 'SOFT',
  }),
  shareCounts: ruleValue(z.enum(['ONLINE_THEORY', 'ALL_THEORY']), {
    zh: '比例所指的理论课时：线上，或全部',
    en: 'Which theory the share limits: online, or all of it',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
  recognisedPlatforms: ruleValue(z.array(z.string().min(1)), {
    zh: '认可的线上培训平台',
    en: 'Online platforms whose hours count',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
  dayRates: configurable(dayRates, {
    zh: '每天培训补贴标准',
    en: 'For each day of training',
    unit: 'FEN',
    kind: 'DELEGATED',
  }),
  maxSubsidisedDays: configurable(z.int().min(1), {
    zh: '最多补贴天数',
    en: 'Days that are paid at most',
    unit: 'DAYS',
    kind: 'DELEGATED',
  }),
  oncePerYearPerType: ruleValue(z.boolean(), {
    zh: '同类型培训每人每年只补一次',
    en: 'One subsidy of a type for each person and year',
    unit: 'SWITCH',
    kind: 'HARD',
  }),
});

/** POLICY S5: the year of the report is not shown; it is taken as 2019, and the county confirms it before paying. */
const fundMeasure = '山西省就业补助资金办法（新华社太原2月4日报道），待县确认';

export const trainingShipped: readonly ShippedValue[] = [
  { ruleId: 'training.onlineShareMaxBp', value: 3000, source: `${notice} 三.2「一般不超过总课时的30%」` },
  { ruleId: 'training.shareCounts', value: 'ONLINE_THEORY', source: reading('3.4(a)') },
  {
    ruleId: 'training.recognisedPlatforms',
    value: ['中国职业培训在线', '就业创业和职业培训在线'],
    source: `${notice} 三.2`,
  },
  {
    ruleId: 'training.dayRates',
    value: [
      { upToDay: 10, fen: 15_000 },
      { upToDay: 15, fen: 10_000 },
    ],
    source: fundMeasure,
  },
  { ruleId: 'training.maxSubsidisedDays', value: 15, source: fundMeasure },
  { ruleId: 'training.oncePerYearPerType', value: true, source: fundMeasure },
];
