import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { baseAwardClaim } from './claim.ts';

/** 就业扶贫基地奖励, clause 四.4; README.md beside this file is its page of prose. */
export const baseAwardProfile: InstrumentProfile<'base'> = {
  names: { zh: '就业扶贫基地奖励', en: 'Award for an employment base' },
  clause: '四.4',
  about: 'ORGANISATION',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION'],
  windowed: false,
  section: 'base',
  risks: [],
};

/** What its lines rest on. */
export const baseAwardLine: LineDefinition<typeof baseAwardClaim> = {
  records: (_claim, applicant) => ({
    applicant: { kind: 'ORGANISATION', id: applicant },
    recognition: { kind: 'RECOGNITION', id: applicant, of: 'BASE' },
  }),
  eventDate: ({ countedOn }) => countedOn,
  periods: () => ['ONCE'],
  during: () => [],
  periodsIn: () => [],
  place: ({ county }) => county,
};
