import type { Decision } from '../instrument-definition.ts';
import { unemploymentFacts } from './facts.ts';
import { assessUnemployment } from './index.ts';

export const unemploymentDecision: Decision<typeof unemploymentFacts> = {
  facts: unemploymentFacts,
  checks: [
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'insured-here',
    'insured',
    'epidemic-loss',
    'cause',
    'job-lost',
    'no-benefit-in-month',
    'not-stopped',
    'not-ahead',
    'within-term',
    'each-month-once',
    'no-work-in-month',
    'monthly-sum',
    'own-account',
    'combination',
  ],
  evidence: [
    { zh: '身份证', en: 'Identity card', from: 'APPLICANT' },
    { zh: '失业保险参保记录', en: 'Record of unemployment insurance', from: 'REGISTER' },
    { zh: '失业声明或原单位证明', en: 'Statement that the job was lost', from: 'APPLICANT' },
    { zh: '失业登记或就业登记', en: 'Registration as unemployed', from: 'REGISTER' },
    { zh: '本人银行卡或社会保障卡账户', en: 'An account in the worker’s own name', from: 'APPLICANT' },
  ],
  assess: assessUnemployment,
};
