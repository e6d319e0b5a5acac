import { addMonths, monthsBetween } from '../calendar/days.ts';
import { monthsOfYear } from '../grid/stretch.ts';
import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { unemploymentClaim, type UnemploymentClaim, unemployedMonths } from './claim.ts';

const first = ({ months }: UnemploymentClaim): string => months.toSorted()[0] ?? '';
const last = ({ months }: UnemploymentClaim): string => months.toSorted().at(-1) ?? '';

/** 失业补助金, clause 七.3; README.md beside this file is its page of prose. */
export const unemploymentProfile: InstrumentProfile<'unemployment'> = {
  names: { zh: '失业补助金', en: 'Unemployment assistance' },
  clause: '七.3',
  about: 'WORKER',
  paidTo: 'WORKER',
  claimedBy: ['WORKER'],
  windowed: false,
  section: 'unemployment',
  risks: [],
};

/** What its lines rest on. */
export const unemploymentLine: LineDefinition<typeof unemploymentClaim> = {
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
};
