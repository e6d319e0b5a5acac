import * as z from 'zod';
import { configurable, ruleValue } from '../../contracts/rule-value.ts';
import { fen, isoDate } from '../../contracts/scalars.ts';
import type { DatedValue } from '../values/dated.ts';
import { notice, reading, type ShippedValue } from '../values/shipped.ts';

const sum = (zh: string, en: string) => configurable(fen, { zh, en, unit: 'FEN', kind: 'DELEGATED' });

export const unemploymentValues = z.strictObject({
  assistanceMonthlyFen: sum('失业补助金每月标准', 'Assistance for each month'),
  uiBenefitMonthlyFen: sum('当地失业保险金每月标准', 'Local unemployment insurance benefit for each month'),
  ceilingBpOfUiBenefit: ruleValue(z.int().min(0).max(10_000), {
    zh: '不高于当地失业保险金标准的比例',
    en: 'At most this share of the local benefit',
    unit: 'BP',
    kind: 'HARD',
  }),
  maxMonths: configurable(z.int().min(1).max(36), {
    zh: '最长发放月数',
    en: 'Longest term in months',
    unit: 'MONTHS',
    kind: 'DELEGATED',
  }),
  epidemicFrom: ruleValue(isoDate, {
    zh: '自何日起失业可视为受疫情影响',
    en: 'The first day on which a loss may be due to the epidemic',
    unit: 'DATE',
    kind: 'DELEGATED',
  }),
  resigned: ruleValue(z.enum(['OFFICER', 'PAID', 'NOT_PAID']), {
    zh: '本人自愿离职的',
    en: 'Those who resigned by choice',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
});

const national = '人社部发〔2020〕40号';
const notFound = `${notice}；未找到标准，须由县设定`;

export const unemploymentShipped: readonly ShippedValue[] = [
  { ruleId: 'unemployment.assistanceMonthlyFen', value: null, source: notFound },
  { ruleId: 'unemployment.uiBenefitMonthlyFen', value: null, source: notFound },
  {
    ruleId: 'unemployment.ceilingBpOfUiBenefit',
    value: 10_000,
    source: `${notice} 七.3「不高于当地失业保险金标准」`,
    isCap: true,
  },
  { ruleId: 'unemployment.maxMonths', value: 6, source: `${national}：最长6个月` },
  { ruleId: 'unemployment.epidemicFrom', value: '2020-01-20', source: reading('3.12(b)') },
  { ruleId: 'unemployment.resigned', value: 'OFFICER', source: reading('3.12(d)') },
];

/**
 * The later national ceiling: at most 80 % of the benefit, March to December 2020. It is law after the notice, so it
 * is not shipped: a province or county that applies it enters this row. It then holds by its own dates.
 */
export const laterNationalCeiling: DatedValue = {
  ruleId: 'unemployment.ceilingBpOfUiBenefit',
  level: 'PROVINCE',
  division: '140000',
  value: 8_000,
  from: '2020-03-01',
  to: '2020-12-31',
  source: `${national}：不超过当地失业保险金的80%`,
};
