import { addMonths, monthsBetween } from '../calendar/days.ts';
import { monthsOfYear } from '../grid/stretch.ts';
import type { InstrumentDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { unemploymentClaim, type UnemploymentClaim, unemployedMonths } from './claim.ts';
import { unemploymentFacts } from './facts.ts';
import { assessUnemployment } from './index.ts';
import { unemploymentShipped, unemploymentValues } from './values.ts';

const first = ({ months }: UnemploymentClaim): string => months.toSorted()[0] ?? '';
const last = ({ months }: UnemploymentClaim): string => months.toSorted().at(-1) ?? '';

/** 失业补助金, clause 七.3; README.md beside this file is its page of prose. */
export const unemploymentAssistance: InstrumentDefinition<
  typeof unemploymentClaim,
  typeof unemploymentFacts,
  typeof unemploymentValues,
  'unemployment'
> = {
  names: { zh: '失业补助金', en: 'Unemployment assistance' },
  clause: '七.3',
  checks: [
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'insured-here',
    'insured',
    'epidemic-loss',
    'cause',
    'job-lost',
    'no-benefit-in-month',
    'not-stopped',
    'not-ahead',
    'within-term',
    'each-month-once',
    'no-work-in-month',
    'monthly-sum',
    'own-account',
    'combination',
  ],
  about: 'WORKER',
  paidTo: 'WORKER',
  claimedBy: ['WORKER'],
  claim: unemploymentClaim,
  facts: unemploymentFacts,
  windowed: false,
  section: 'unemployment',
  values: unemploymentValues,
  shipped: unemploymentShipped,
  evidence: [
    { zh: '身份证', en: 'Identity card', from: 'APPLICANT' },
    { zh: '失业保险参保记录', en: 'Record of unemployment insurance', from: 'REGISTER' },
    { zh: '失业声明或原单位证明', en: 'Statement that the job was lost', from: 'APPLICANT' },
    { zh: '失业登记或就业登记', en: 'Registration as unemployed', from: 'REGISTER' },
    { zh: '本人银行卡或社会保障卡账户', en: 'An account in the worker’s own name', from: 'APPLICANT' },
  ],
  risks: [],
  records: () => ({}),
  eventDate: (claim) => `${first(claim)}-01`,
  // Months before the claimed ones count towards the longest term.
  periods: (claim, { unemployment: { epidemicFrom } }) => {
    const threeYearsBefore = addMonths(`${last(claim)}-01`, -36);
    const from = epidemicFrom > threeYearsBefore ? epidemicFrom : threeYearsBefore;
    return [...new Set([...monthsBetween(from, `${last(claim)}-28`), ...claim.months])];
  },
  during: unemployedMonths,
  periodsIn: monthsOfYear,
  besides: ({ months }) => keysBeside('UNEMPLOYMENT_ASSISTANCE', months),
  place: ({ insuredIn }) => insuredIn,
  assess: assessUnemployment,
};
