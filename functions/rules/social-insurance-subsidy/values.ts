import * as z from 'zod';
import { configurable, ruleValue } from '../../contracts/rule-value.ts';
import { insuranceLine } from '../../contracts/registers/worker.ts';
import { notice, reading, type ShippedValue } from '../values/shipped.ts';

const retirement = (zh: string, en: string) =>
  configurable(z.int().min(40).max(80), { zh, en, unit: 'YEARS', kind: 'DELEGATED' });

export const socialInsuranceValues = z.strictObject({
  lines: configurable(z.array(insuranceLine).min(1), {
    zh: '补贴的险种',
    en: 'The insurances that are paid for',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
  rateBp: configurable(z.int().min(0).max(10_000), {
    zh: '单位实缴部分的补贴比例',
    en: 'The part of the employer’s share that is paid',
    unit: 'BP',
    kind: 'DELEGATED',
  }),
  minContractMonths: configurable(z.int().min(0), {
    zh: '劳动合同最短月数',
    en: 'The shortest contract, in months',
    unit: 'MONTHS',
    kind: 'DELEGATED',
  }),
  maxMonths: configurable(z.int().min(0).max(120), {
    zh: '每人最多补贴月数',
    en: 'Months that are paid at most for one worker',
    unit: 'MONTHS',
    kind: 'DELEGATED',
  }),
  nearRetirementYears: ruleValue(z.int().min(0).max(20), {
    zh: '初次核定时距退休不足多少年的，可补至退休',
    en: 'Within so many years of retirement it is paid until then',
    unit: 'YEARS',
    kind: 'HARD',
  }),
  retirementAge: z.strictObject({
    MALE: retirement('男性退休年龄', 'When men retire'),
    FEMALE_WORKER: retirement('女工人退休年龄', 'When women in workers’ posts retire'),
    FEMALE_CADRE: retirement('女干部退休年龄', 'When women in managerial and technical posts retire'),
  }),
  waiverExtendsTerm: ruleValue(z.boolean(), {
    zh: '社保费减免月份是否顺延补贴期限',
    en: 'Whether months with a waiver are added to the longest term',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
});

const provincial = '山西省就业扶贫政策（山西日报2019-01-03）：企业招用贫困劳动力社会保险补贴';
const national = '就业困难人员社会保险补贴：单位实缴部分，最长3年，距退休不足5年可补至退休';

const notFound = `${notice}；未写明，未找到依据，由县设定`;

/** The retirement ages stand in no source that POLICY found: the county sets them. */
export const socialInsuranceShipped: readonly ShippedValue[] = [
  {
    ruleId: 'socialInsurance.lines',
    value: ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'],
    source: provincial,
  },
  { ruleId: 'socialInsurance.rateBp', value: 10_000, source: reading('3.6') },
  { ruleId: 'socialInsurance.minContractMonths', value: 12, source: provincial },
  { ruleId: 'socialInsurance.maxMonths', value: 36, source: national },
  { ruleId: 'socialInsurance.nearRetirementYears', value: 5, source: national },
  {
    ruleId: 'socialInsurance.waiverExtendsTerm',
    value: false,
    source: `${notice}；晋政发电〔2020〕5号的顺延针对就业困难人员，待县确认`,
  },
  { ruleId: 'socialInsurance.retirementAge.MALE', value: null, source: notFound },
  { ruleId: 'socialInsurance.retirementAge.FEMALE_WORKER', value: null, source: notFound },
  { ruleId: 'socialInsurance.retirementAge.FEMALE_CADRE', value: null, source: notFound },
];
