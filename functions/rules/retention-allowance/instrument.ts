import { monthsBetween } from '../calendar/days.ts';
import { monthsOfYear } from '../grid/stretch.ts';
import type { InstrumentDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { retentionClaim, retentionMonths } from './claim.ts';
import { retentionFacts } from './facts.ts';
import { assessRetention } from './index.ts';
import { retentionShipped, retentionValues } from './values.ts';

/** 稳岗补贴, clause 六.2; README.md beside this file is its page of prose. */
export const retentionAllowance: InstrumentDefinition<
  typeof retentionClaim,
  typeof retentionFacts,
  typeof retentionValues,
  'retention'
> = {
  names: { zh: '稳岗补贴', en: 'Retention allowance' },
  clause: '六.2',
  checks: [
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'handled-by-home-county',
    'employment-kind',
    'in-window',
    'counted-months',
    'proof',
    'confirmed-by-register',
    'own-account',
    'each-month-once',
    'combination',
  ],
  about: 'WORKER',
  paidTo: 'WORKER',
  claimedBy: ['WORKER'],
  claim: retentionClaim,
  facts: retentionFacts,
  windowed: true,
  section: 'retention',
  values: retentionValues,
  shipped: retentionShipped,
  evidence: [
    {
      zh: '逐月务工证明（合同、工资记录、单位或村委会证明）',
      en: 'Proof of work for each month',
      from: 'APPLICANT',
    },
    { zh: '就业登记', en: 'Employment registration', from: 'REGISTER' },
    { zh: '承诺书', en: 'Commitment letter', from: 'APPLICANT' },
    { zh: '本人银行卡或社会保障卡账户', en: 'An account in the worker’s own name', from: 'APPLICANT' },
  ],
  risks: [],
  records: () => ({}),
  eventDate: ({ spells }) => spells.map(({ startsOn }) => startsOn).sort()[0] ?? '',
  periods: (_claim, { window }) => monthsBetween(window.start, window.end),
  during: retentionMonths,
  periodsIn: monthsOfYear,
  besides: (_claim, { window }) => keysBeside('RETENTION_ALLOWANCE', monthsBetween(window.start, window.end)),
  place: ({ spells }) => spells.at(-1)?.workplace ?? '',
  assess: assessRetention,
};
