import type { IsoMonth } from '../../contracts/scalars.ts';
import { addMonths, monthsBetween } from '../calendar/days.ts';
import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { overseasClaim, type OverseasClaim, overseasMonths } from './claim.ts';

/** The first year abroad: what other instruments paid in its months is worth a look. */
const monthsAbroad = ({ departedOn, contract: { endsOn } }: OverseasClaim): IsoMonth[] => {
  const year = addMonths(departedOn, 11);
  return monthsBetween(departedOn, endsOn !== undefined && endsOn < year ? endsOn : year);
};

/** 境外劳务输出补贴, clause 二.3; README.md beside this file is its page of prose. */
export const overseasProfile: InstrumentProfile<'overseas'> = {
  names: { zh: '境外劳务输出补贴', en: 'Overseas labour export subsidy' },
  clause: '二.3',
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['WORKER', 'ORGANISATION'],
  windowed: false,
  section: 'overseas',
  risks: [],
};

/** What its lines rest on. */
export const overseasLine: LineDefinition<typeof overseasClaim> = {
  records: ({ operatorCode }) =>
    operatorCode === undefined ? {} : { operator: { kind: 'ORGANISATION', id: operatorCode } },
  eventDate: ({ departedOn }) => departedOn,
  periods: () => ['ONCE'],
  during: overseasMonths,
  periodsIn: () => ['ONCE'],
  besides: (claim) => keysBeside('OVERSEAS_SUBSIDY', monthsAbroad(claim)),
  place: ({ country }) => country,
};
