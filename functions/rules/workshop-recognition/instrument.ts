import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { workshopClaim } from './claim.ts';

/** 扶贫车间认定, clause 六.1; README.md beside this file is its page of prose. */
export const workshopProfile: InstrumentProfile<'workshop'> = {
  names: { zh: '扶贫车间认定', en: 'Recognition of a poverty-relief workshop' },
  clause: '六.1',
  about: 'ORGANISATION',
  paidTo: 'NOBODY',
  recognises: 'WORKSHOP',
  claimedBy: ['ORGANISATION'],
  windowed: false,
  section: 'workshop',
  risks: [],
};

/** What its lines rest on. */
export const workshopLine: LineDefinition<typeof workshopClaim> = {
  records: (_claim, applicant) => ({
    applicant: { kind: 'ORGANISATION', id: applicant },
    premises: { kind: 'PREMISES', id: applicant },
    recognition: { kind: 'RECOGNITION', id: applicant, of: 'WORKSHOP' },
  }),
  eventDate: ({ countedOn }) => countedOn,
  periods: () => ['ONCE'],
  during: () => [],
  periodsIn: () => [],
  place: ({ county }) => county,
};
