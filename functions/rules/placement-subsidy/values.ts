import * as z from 'zod';
import { configurable, ruleValue } from '../../contracts/rule-value.ts';
import { fen } from '../../contracts/scalars.ts';
import { notice, reading, type ShippedValue } from '../values/shipped.ts';

const tier = (zh: string, en: string) => configurable(fen, { zh, en, unit: 'FEN', kind: 'HARD' });

export const placementValues = z.strictObject({
  tierFen: z.strictObject({
    IN_COUNTY: tier('县内每人标准', 'For each person placed in the home county'),
    IN_PROVINCE: tier('省内每人标准', 'For each person placed elsewhere in Shanxi'),
    OUT_OF_PROVINCE: tier('省外每人标准', 'For each person placed in another province'),
  }),
  minContractMonths: configurable(z.int().min(0), {
    zh: '“规定期限”：劳动合同最短月数',
    en: 'The prescribed term of the contract, in months',
    unit: 'MONTHS',
    kind: 'DELEGATED',
  }),
  targetGroup: ruleValue(z.enum(['REGISTERED_POOR', 'ALL_WORKERS']), {
    zh: '“劳动者”范围',
    en: 'Whose placement is paid for',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
  oncePerWorker: ruleValue(z.boolean(), {
    zh: '每人只补一次',
    en: 'One worker, one payment',
    unit: 'SWITCH',
    kind: 'HARD',
  }),
  requireHrLicence: ruleValue(z.boolean(), {
    zh: '须有人力资源服务许可证',
    en: 'A service agency needs its licence',
    unit: 'SWITCH',
    kind: 'HARD',
  }),
  earlyQuitDays: ruleValue(z.int().min(0), {
    zh: '入职后多少天内离职须人工核实',
    en: 'A job that ended within so many days is looked at',
    unit: 'DAYS',
    kind: 'SOFT',
  }),
});

export const placementShipped: readonly ShippedValue[] = [
  { ruleId: 'placement.tierFen.IN_COUNTY', value: 50_000, source: `${notice} 二.2「500元」`, isCap: true },
  { ruleId: 'placement.tierFen.IN_PROVINCE', value: 80_000, source: `${notice} 二.2「800元」`, isCap: true },
  {
    ruleId: 'placement.tierFen.OUT_OF_PROVINCE',
    value: 100_000,
    source: `${notice} 二.2「1000元」`,
    isCap: true,
  },
  { ruleId: 'placement.minContractMonths', value: 6, source: reading('3.2(d)') },
  { ruleId: 'placement.targetGroup', value: 'REGISTERED_POOR', source: reading('3.2(a)') },
  { ruleId: 'placement.oncePerWorker', value: true, source: `${notice} 二.2「按就业人数」` },
  {
    ruleId: 'placement.requireHrLicence',
    value: true,
    source: '人力资源市场暂行条例；晋政发电〔2020〕5号「有资质」',
  },
  { ruleId: 'placement.earlyQuitDays', value: 30, source: reading('3.2(g)') },
];
