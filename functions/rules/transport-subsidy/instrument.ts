import { monthOf } from '../calendar/days.ts';
import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { transportClaim, transportMonths } from './claim.ts';

/** 交通补助, clause 二.1; README.md beside this file is its page of prose. */
export const transportProfile: InstrumentProfile<'transport'> = {
  names: { zh: '一次性交通补助', en: 'Transport subsidy' },
  clause: '二.1',
  about: 'WORKER',
  paidTo: 'WORKER',
  claimedBy: ['WORKER'],
  windowed: false,
  section: 'transport',
  risks: [],
};

/** What its lines rest on. */
export const transportLine: LineDefinition<typeof transportClaim> = {
  records: () => ({}),
  eventDate: ({ departedOn }) => departedOn,
  periods: ({ departedOn }) => [departedOn.slice(0, 4)],
  during: transportMonths,
  periodsIn: (year) => [year],
  besides: ({ departedOn }) => keysBeside('TRANSPORT_SUBSIDY', [monthOf(departedOn)]),
  place: ({ workplace }) => workplace,
};
