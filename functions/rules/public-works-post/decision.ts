import type { Decision } from '../instrument-definition.ts';
import { postFacts } from './facts.ts';
import { assessPost } from './index.ts';

export const postDecision: Decision<typeof postFacts> = {
  facts: postFacts,
  checks: [
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'handled-by-home-county',
    'unable-to-leave',
    'post-approved',
    'post-kind',
    'post-term',
    'post-quota',
    'attended',
    'in-register',
    'no-other-job',
    'within-term',
    'monthly-pay',
    'own-account',
    'each-month-once',
    'combination',
  ],
  evidence: [
    { zh: '岗位批准文件', en: 'Approval of the post', from: 'REGISTER' },
    { zh: '上岗协议', en: 'Appointment agreement', from: 'APPLICANT' },
    { zh: '考勤表', en: 'Attendance sheet', from: 'APPLICANT' },
    { zh: '意外伤害保险', en: 'Accident insurance', from: 'APPLICANT' },
    { zh: '无法外出的村级证明', en: 'The village’s word that the worker cannot leave', from: 'APPLICANT' },
    { zh: '本人银行卡或社会保障卡账户', en: 'An account in the worker’s own name', from: 'APPLICANT' },
  ],
  assess: assessPost,
};
