import type { IsoMonth } from '../../contracts/scalars.ts';
import { addMonths, monthsBetween } from '../calendar/days.ts';
import { monthsOfYear } from '../grid/stretch.ts';
import type { InstrumentDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { socialInsuranceClaim, type SocialInsuranceClaim, insuredMonths } from './claim.ts';
import { socialInsuranceFacts } from './facts.ts';
import { assessSocialInsurance } from './index.ts';
import { socialInsuranceShipped, socialInsuranceValues } from './values.ts';

const monthsOf = ({ months }: SocialInsuranceClaim): IsoMonth[] => months.map(({ month }) => month).sort();

const endsOf = (claim: SocialInsuranceClaim): readonly [first: string, last: string] => {
  const months = monthsOf(claim);
  return [`${months[0] ?? ''}-01`, `${months.at(-1) ?? ''}-01`];
};

/** The claimed months, and those before and after them that could use up the longest term. */
const within = (claim: SocialInsuranceClaim, longest: number): IsoMonth[] => {
  const [first, last] = endsOf(claim);
  const around = Math.max(0, longest - 1);
  return monthsBetween(addMonths(first, -around), addMonths(last, around));
};

/** 社会保险补贴, clause 四.3; README.md beside this file is its page of prose. */
export const socialInsuranceSubsidy: InstrumentDefinition<
  typeof socialInsuranceClaim,
  typeof socialInsuranceFacts,
  typeof socialInsuranceValues,
  'socialInsurance'
> = {
  names: { zh: '社会保险补贴', en: 'Social insurance subsidy' },
  clause: '四.3',
  checks: [
    'employer',
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'handled-by-home-county',
    'contract-term',
    'months-in-contract',
    'contributions-agree',
    'paid-before',
    'insured-once',
    'something-paid',
    'each-month-once',
    'not-on-benefit',
    'not-flexible',
    'longest-term',
    'amount',
    'combination',
  ],
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION'],
  claim: socialInsuranceClaim,
  facts: socialInsuranceFacts,
  windowed: false,
  section: 'socialInsurance',
  values: socialInsuranceValues,
  shipped: socialInsuranceShipped,
  evidence: [
    { zh: '劳动合同', en: 'Labour contracts', from: 'APPLICANT' },
    { zh: '社会保险缴费明细', en: 'Contribution detail of the insurance agency', from: 'REGISTER' },
    { zh: '工资发放表', en: 'Wage sheet', from: 'APPLICANT' },
    { zh: '人员名册', en: 'Roster with citizen ids', from: 'APPLICANT' },
    { zh: '单位基本账户', en: 'The employer’s corporate account', from: 'APPLICANT' },
  ],
  risks: ['JOB'],
  records: (_claim, applicant) => ({ applicant: { kind: 'ORGANISATION', id: applicant } }),
  eventDate: (claim) => endsOf(claim)[0],
  periods: (claim, { socialInsurance }) => within(claim, socialInsurance.maxMonths ?? 0),
  during: insuredMonths,
  periodsIn: monthsOfYear,
  besides: (claim) => keysBeside('SOCIAL_INSURANCE_SUBSIDY', monthsOf(claim)),
  place: ({ workplace }) => workplace,
  assess: assessSocialInsurance,
};
