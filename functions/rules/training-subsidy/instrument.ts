import { courseTypes } from '../../contracts/registers/course.ts';
import { stretchBetween } from '../grid/stretch.ts';
import type { InstrumentDefinition } from '../instrument-definition.ts';
import { trainingClaim } from './claim.ts';
import { trainingFacts } from './facts.ts';
import { assessTraining } from './index.ts';
import { periodOf } from './once.ts';
import { trainingShipped, trainingValues } from './values.ts';

/** 职业培训补贴, clause 三.2; README.md beside this file is its page of prose. */
export const trainingSubsidy: InstrumentDefinition<
  typeof trainingClaim,
  typeof trainingFacts,
  typeof trainingValues,
  'training'
> = {
  names: { zh: '职业培训补贴', en: 'Vocational training subsidy' },
  clause: '三.2',
  checks: [
    'provider',
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'handled-by-home-county',
    'course-plan',
    'hours',
    'platforms',
    'hours-plausible',
    'assessment-passed',
    'as-registered',
    'training-days',
    'other-programmes',
    'once-per-year-and-type',
  ],
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION'],
  claim: trainingClaim,
  facts: trainingFacts,
  windowed: false,
  section: 'training',
  values: trainingValues,
  shipped: trainingShipped,
  evidence: [
    { zh: '培训人员名册', en: 'Roster with citizen ids', from: 'APPLICANT' },
    { zh: '课程计划和总课时', en: 'Course plan with its total hours', from: 'REGISTER' },
    { zh: '签到（人脸）记录和平台学习日志', en: 'Attendance and the platform’s log', from: 'REGISTER' },
    { zh: '考核结果或证书', en: 'Result of the assessment, or certificate', from: 'REGISTER' },
    { zh: '培训机构资质', en: 'The provider’s qualification', from: 'REGISTER' },
    { zh: '收款账户', en: 'The payee’s account', from: 'APPLICANT' },
  ],
  risks: ['DEVICES'],
  records: ({ courseId }, applicant) => ({
    applicant: { kind: 'ORGANISATION', id: applicant },
    course: { kind: 'COURSE', id: courseId },
  }),
  eventDate: ({ startsOn }) => startsOn,
  periods: (claim, { training }) => [periodOf(claim, training.oncePerYearPerType)],
  during: ({ startsOn, endsOn }) => [stretchBetween(startsOn, endsOn)],
  periodsIn: (year) => courseTypes.map((type) => `${year}#${type}`),
  place: ({ place }) => place,
  assess: assessTraining,
};
