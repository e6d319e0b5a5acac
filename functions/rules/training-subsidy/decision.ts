import type { Decision } from '../instrument-definition.ts';
import { trainingFacts } from './facts.ts';
import { assessTraining } from './index.ts';

export const trainingDecision: Decision<typeof trainingFacts> = {
  facts: trainingFacts,
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
  evidence: [
    { zh: '培训人员名册', en: 'Roster with citizen ids', from: 'APPLICANT' },
    { zh: '课程计划和总课时', en: 'Course plan with its total hours', from: 'REGISTER' },
    { zh: '签到（人脸）记录和平台学习日志', en: 'Attendance and the platform’s log', from: 'REGISTER' },
    { zh: '考核结果或证书', en: 'Result of the assessment, or certificate', from: 'REGISTER' },
    { zh: '培训机构资质', en: 'The provider’s qualification', from: 'REGISTER' },
    { zh: '收款账户', en: 'The payee’s account', from: 'APPLICANT' },
  ],
  assess: assessTraining,
};
