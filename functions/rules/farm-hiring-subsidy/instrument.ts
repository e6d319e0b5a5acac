import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { farmHiringClaim, farmHiringMonths } from './claim.ts';

/** 吸纳就业补贴 of farm employers, clause 五.2; README.md beside this file is its page of prose. */
export const farmHiringProfile: InstrumentProfile<'hiring'> = {
  names: { zh: '农业经营主体吸纳就业补贴', en: 'Farm hiring subsidy' },
  clause: '五.2',
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION'],
  windowed: false,
  section: 'hiring',
  risks: ['WAGES'],
};

/** What its lines rest on. */
export const farmHiringLine: LineDefinition<typeof farmHiringClaim> = {
  records: (_claim, applicant) => ({ applicant: { kind: 'ORGANISATION', id: applicant } }),
  eventDate: ({ hiredOn }) => hiredOn,
  periods: () => ['ONCE'],
  during: farmHiringMonths,
  periodsIn: () => ['ONCE'],
  besides: ({ months }) =>
    keysBeside(
      'FARM_HIRING_SUBSIDY',
      months.map(({ month }) => month),
    ),
  place: ({ workplace }) => workplace,
};
