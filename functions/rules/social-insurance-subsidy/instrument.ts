import type { IsoMonth } from '../../contracts/scalars.ts';
import { addMonths, monthsBetween } from '../calendar/days.ts';
import { monthsOfYear } from '../grid/stretch.ts';
import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { socialInsuranceClaim, type SocialInsuranceClaim, insuredMonths } from './claim.ts';

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
export const socialInsuranceProfile: InstrumentProfile<'socialInsurance'> = {
  names: { zh: '社会保险补贴', en: 'Social insurance subsidy' },
  clause: '四.3',
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION'],
  windowed: false,
  section: 'socialInsurance',
  risks: ['JOB'],
};

/** What its lines rest on. */
export const socialInsuranceLine: LineDefinition<typeof socialInsuranceClaim> = {
  records: (_claim, applicant) => ({ applicant: { kind: 'ORGANISATION', id: applicant } }),
  eventDate: (claim) => endsOf(claim)[0],
  periods: (claim, { socialInsurance }) => within(claim, socialInsurance.maxMonths ?? 0),
  during: insuredMonths,
  periodsIn: monthsOfYear,
  besides: (claim) => keysBeside('SOCIAL_INSURANCE_SUBSIDY', monthsOf(claim)),
  place: ({ workplace }) => workplace,
};
