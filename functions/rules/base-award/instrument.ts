import type { InstrumentDefinition } from '../instrument-definition.ts';
import { baseAwardClaim } from './claim.ts';
import { baseAwardFacts } from './facts.ts';
import { assessBase } from './index.ts';
import { baseShipped, baseAwardValues } from './values.ts';

/** 就业扶贫基地奖励, clause 四.4; README.md beside this file is its page of prose. */
export const baseAward: InstrumentDefinition<
  typeof baseAwardClaim,
  typeof baseAwardFacts,
  typeof baseAwardValues,
  'base'
> = {
  names: { zh: '就业扶贫基地奖励', en: 'Award for an employment base' },
  clause: '四.4',
  checks: [
    'organisation',
    'recognised',
    'roster-day',
    'head-count',
    'award',
    'handled-where-it-is',
    'once-per-base',
  ],
  about: 'ORGANISATION',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION'],
  claim: baseAwardClaim,
  facts: baseAwardFacts,
  windowed: false,
  section: 'base',
  values: baseAwardValues,
  shipped: baseShipped,
  evidence: [
    { zh: '就业扶贫基地认定文件', en: 'The decision that recognised the base', from: 'REGISTER' },
    { zh: '在岗贫困劳动力花名册', en: 'Roster of the poor workers employed', from: 'APPLICANT' },
    { zh: '劳动合同', en: 'Labour contracts', from: 'APPLICANT' },
    { zh: '工资发放记录、就业登记', en: 'Wage records and employment register', from: 'REGISTER' },
    { zh: '单位基本账户', en: 'The organisation’s basic account', from: 'APPLICANT' },
  ],
  risks: [],
  records: (_claim, applicant) => ({
    applicant: { kind: 'ORGANISATION', id: applicant },
    recognition: { kind: 'RECOGNITION', id: applicant, of: 'BASE' },
  }),
  eventDate: ({ countedOn }) => countedOn,
  periods: () => ['ONCE'],
  during: () => [],
  periodsIn: () => [],
  place: ({ county }) => county,
  assess: assessBase,
};
