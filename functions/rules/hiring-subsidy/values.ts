import * as z from 'zod';
import { configurable, ruleValue, type ValueMeaning } from '../../contracts/rule-value.ts';
import { fen, isoDate, type Sentence } from '../../contracts/scalars.ts';
import { notice, ours, reading, type ShippedValue } from '../values/shipped.ts';

const sum = (zh: string, en: string) => configurable(fen, { zh, en, unit: 'FEN', kind: 'DELEGATED' });
const months = (zh: string, en: string) =>
  configurable(z.int().min(0).max(120), { zh, en, unit: 'MONTHS', kind: 'DELEGATED' });
const days = (zh: string, en: string) =>
  ruleValue(z.int().min(1).max(31), { zh, en, unit: 'DAYS', kind: 'DELEGATED' });
const either = (meaning: Sentence): ValueMeaning => ({ ...meaning, unit: 'SWITCH', kind: 'DELEGATED' });

/** Of clause 四.3 and, where it copies the workshop's, of 五.2: the two are one subsidy (POLICY 3.8 a). */
export const hiringValues = z.strictObject({
  poorWorkerFen: sum('每招用一名贫困劳动力标准', 'For each poor worker hired'),
  workshopMinMonths: months('扶贫车间：一年内累计工作最少月数', 'Workshop: months worked within a year'),
  workshopMinPayFen: sum('扶贫车间：一年内工资最少数额', 'Workshop: gross pay within a year'),
  enterpriseMinContractMonths: months('小微企业：劳动合同最短月数', 'Small enterprise: months of contract'),
  largeEnterpriseFen: sum('大中型企业：每人标准', 'Medium or large enterprise: for each poor worker'),
  largeEnterpriseMinContractMonths: months(
    '大中型企业：劳动合同最短月数',
    'Medium or large enterprise: months of contract',
  ),
  keyProjectFen: sum('重点项目：每人标准', 'Key project: for each poor worker'),
  keyProjectMinContractMonths: months('重点项目：劳动合同最短月数', 'Key project: months of contract'),
  lastHireOn: ruleValue(isoDate, {
    zh: '标准执行至（招用日期）',
    en: 'The figures hold for hirings until',
    unit: 'DATE',
    kind: 'HARD',
  }),
  oncePerWorker: ruleValue(z.boolean(), {
    zh: '每人只补一次',
    en: 'One worker, one payment',
    unit: 'SWITCH',
    kind: 'HARD',
  }),
  yearOf: ruleValue(
    z.enum(['ANY_12_MONTHS', 'CALENDAR_YEAR']),
    either({ zh: '“1年内”的算法', en: 'What “within a year” means' }),
  ),
  payProof: ruleValue(
    z.enum(['BANK_RECORD', 'WAGE_SHEET']),
    either({ zh: '工资凭证', en: 'What proves the pay' }),
  ),
  minDaysPerMonth: days('满多少天计一个月', 'Days that make a month'),
  shortMonthDays: days('不满月的天数合计多少天折一个月', 'Days of short months that add up to one'),
  rehireMonths: ruleValue(z.int().min(0).max(120), {
    zh: '离职后多少个月内再招用不算新招用',
    en: 'Rehired within so many months is not newly hired',
    unit: 'MONTHS',
    kind: 'DELEGATED',
  }),
  individualBusiness: ruleValue(
    z.enum(['OFFICER', 'AS_ENTERPRISE', 'NOT_PAID']),
    either({ zh: '个体工商户', en: 'Individual businesses' }),
  ),
  farmFamily: ruleValue(
    z.enum(['NOT_PAID', 'OFFICER', 'AS_EMPLOYEES']),
    either({ zh: '经营主体业主的家庭成员', en: 'Family members of the farm’s owner' }),
  ),
});

const workshop = '晋财社〔2019〕1号、山西省2018年12月通知（山西日报2019-01-03）';
const small = '晋财社〔2019〕1号（吕梁市补贴清单）';
const notFound = `${notice}；未找到标准，须由县设定`;

export const hiringShipped: readonly ShippedValue[] = [
  { ruleId: 'hiring.poorWorkerFen', value: 120_000, source: `${workshop}；${small}` },
  { ruleId: 'hiring.workshopMinMonths', value: 6, source: `${workshop}「不少于6个月」` },
  { ruleId: 'hiring.workshopMinPayFen', value: 600_000, source: `${workshop}「不低于6000元」` },
  { ruleId: 'hiring.enterpriseMinContractMonths', value: 6, source: `${small}「半年以上劳动合同」` },
  { ruleId: 'hiring.largeEnterpriseFen', value: null, source: notFound },
  { ruleId: 'hiring.largeEnterpriseMinContractMonths', value: null, source: notFound },
  { ruleId: 'hiring.keyProjectFen', value: null, source: notFound },
  { ruleId: 'hiring.keyProjectMinContractMonths', value: null, source: notFound },
  { ruleId: 'hiring.lastHireOn', value: '2021-12-31', source: small },
  { ruleId: 'hiring.oncePerWorker', value: true, source: `${notice} 四.3「一次性」` },
  { ruleId: 'hiring.yearOf', value: 'ANY_12_MONTHS', source: reading('3.5(a)') },
  { ruleId: 'hiring.payProof', value: 'BANK_RECORD', source: reading('3.5(c)') },
  { ruleId: 'hiring.minDaysPerMonth', value: 15, source: reading('2') },
  { ruleId: 'hiring.shortMonthDays', value: 30, source: ours },
  { ruleId: 'hiring.rehireMonths', value: 12, source: reading('3.5(e)') },
  { ruleId: 'hiring.individualBusiness', value: 'OFFICER', source: reading('3.5(d)') },
  { ruleId: 'hiring.farmFamily', value: 'NOT_PAID', source: reading('3.8(d)') },
];
