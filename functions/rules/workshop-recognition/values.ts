import * as z from 'zod';
import { configurable, ruleValue } from '../../contracts/rule-value.ts';
import { notice, reading, type ShippedValue } from '../values/shipped.ts';

export const workshopValues = z.strictObject({
  minPoorWorkers: configurable(z.int().min(1), {
    zh: '政府免费场地：最少贫困劳动力人数',
    en: 'Fewest poor workers, in premises that government gives free',
    unit: 'PERSONS',
    kind: 'HARD',
  }),
  requireFreeGovernmentPremises: ruleValue(z.boolean(), {
    zh: '须由政府免费提供厂房车间',
    en: 'Government must give the premises free of charge',
    unit: 'SWITCH',
    kind: 'HARD',
  }),
  ordinaryMinPoorWorkers: configurable(z.int().min(1), {
    zh: '自有或租用场地（原认定标准）：最少贫困劳动力人数',
    en: 'The ordinary standard: fewest poor workers in own or rented premises',
    unit: 'PERSONS',
    kind: 'DELEGATED',
  }),
  villagePremises: ruleValue(z.enum(['REVIEW', 'ACCEPT', 'REFUSE']), {
    zh: '村集体免费提供的场地',
    en: 'Premises that a village collective gives free',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
  countOtherCounties: ruleValue(z.boolean(), {
    zh: '外县贫困劳动力计入人数',
    en: 'Poor workers of other counties count',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
});

export const workshopShipped: readonly ShippedValue[] = [
  { ruleId: 'workshop.minPoorWorkers', value: 10, source: `${notice} 六.1「10人以上」` },
  {
    ruleId: 'workshop.requireFreeGovernmentPremises',
    value: true,
    source: `${notice} 六.1「政府免费提供厂房车间」`,
  },
  { ruleId: 'workshop.ordinaryMinPoorWorkers', value: null, source: reading('3.9(a)') },
  { ruleId: 'workshop.villagePremises', value: 'REVIEW', source: reading('3.9(e)') },
  { ruleId: 'workshop.countOtherCounties', value: true, source: reading('3.9(d)') },
];
