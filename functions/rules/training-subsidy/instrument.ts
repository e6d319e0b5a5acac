import { courseTypes } from '../../contracts/registers/course.ts';
import { stretchBetween } from '../grid/stretch.ts';
import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { trainingClaim } from './claim.ts';
import { periodOf } from './period-of.ts';

/** 职业培训补贴, clause 三.2; README.md beside this file is its page of prose. */
export const trainingProfile: InstrumentProfile<'training'> = {
  names: { zh: '职业培训补贴', en: 'Vocational training subsidy' },
  clause: '三.2',
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION'],
  windowed: false,
  section: 'training',
  risks: ['DEVICES'],
};

/** What its lines rest on. */
export const trainingLine: LineDefinition<typeof trainingClaim> = {
  records: ({ courseId }, applicant) => ({
    applicant: { kind: 'ORGANISATION', id: applicant },
    course: { kind: 'COURSE', id: courseId },
  }),
  eventDate: ({ startsOn }) => startsOn,
  periods: (claim, { training }) => [periodOf(claim, training.oncePerYearPerType)],
  during: ({ startsOn, endsOn }) => [stretchBetween(startsOn, endsOn)],
  periodsIn: (year) => courseTypes.map((type) => `${year}#${type}`),
  place: ({ place }) => place,
};
