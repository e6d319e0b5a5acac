import { addMonths, monthsBetween } from '../calendar/days.ts';
import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { hiringClaim, type HiringClaim, hiringMonths } from './claim.ts';

/** The months that the claim speaks of: those worked, and of a contract the half year that is asked. */
const monthsOf = ({ hiredOn, months, contract }: HiringClaim): string[] => {
  const worked = months.map(({ month }) => month);
  if (contract === undefined) return worked;
  const half = addMonths(hiredOn, 6);
  const last = contract.endsOn !== undefined && contract.endsOn < half ? contract.endsOn : half;
  return [...new Set([...worked, ...monthsBetween(hiredOn, last)])];
};

/** 一次性吸纳就业补助, clause 四.3; README.md beside this file is its page of prose. */
export const hiringProfile: InstrumentProfile<'hiring'> = {
  names: { zh: '一次性吸纳就业补助', en: 'Hiring subsidy' },
  clause: '四.3',
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION'],
  windowed: false,
  section: 'hiring',
  risks: ['JOB', 'WAGES'],
};

/** What its lines rest on. */
export const hiringLine: LineDefinition<typeof hiringClaim> = {
  records: (_claim, applicant) => ({
    applicant: { kind: 'ORGANISATION', id: applicant },
    recognition: { kind: 'RECOGNITION', id: applicant, of: 'WORKSHOP' },
  }),
  eventDate: ({ hiredOn }) => hiredOn,
  periods: () => ['ONCE'],
  during: hiringMonths,
  periodsIn: () => ['ONCE'],
  besides: (claim) => keysBeside('HIRING_SUBSIDY', monthsOf(claim)),
  place: ({ workplace }) => workplace,
};
