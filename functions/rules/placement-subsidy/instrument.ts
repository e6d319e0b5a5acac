import { monthOf } from '../calendar/days.ts';
import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { placementClaim, placementMonths } from './claim.ts';

/** 职业介绍补贴, clause 二.2; README.md beside this file is its page of prose. */
export const placementProfile: InstrumentProfile<'placement'> = {
  names: { zh: '职业介绍补贴', en: 'Job placement subsidy' },
  clause: '二.2',
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION', 'BROKER'],
  windowed: true,
  section: 'placement',
  risks: ['JOB'],
};

/** What its lines rest on. */
export const placementLine: LineDefinition<typeof placementClaim> = {
  records: ({ employerCode }, applicant) => ({
    applicant: { kind: 'ORGANISATION', id: applicant },
    employer: { kind: 'ORGANISATION', id: employerCode },
  }),
  eventDate: ({ contract }) => contract.signedOn,
  periods: () => ['ONCE'],
  during: placementMonths,
  periodsIn: () => ['ONCE'],
  besides: ({ contract }) => keysBeside('PLACEMENT_SUBSIDY', [monthOf(contract.startsOn)]),
  precedence: ({ contract }) => contract.signedOn,
  place: ({ workplace }) => workplace,
};
