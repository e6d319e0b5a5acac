import type { Decision } from '../instrument-definition.ts';
import { retentionFacts } from './facts.ts';
import { assessRetention } from './index.ts';

export const retentionDecision: Decision<typeof retentionFacts> = {
  facts: retentionFacts,
  checks: [
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'handled-by-home-county',
    'employment-kind',
    'in-window',
    'counted-months',
    'proof',
    'confirmed-by-register',
    'own-account',
    'each-month-once',
    'combination',
  ],
  evidence: [
    {
      zh: '逐月务工证明（合同、工资记录、单位或村委会证明）',
      en: 'Proof of work for each month',
      from: 'APPLICANT',
    },
    { zh: '就业登记', en: 'Employment registration', from: 'REGISTER' },
    { zh: '承诺书', en: 'Commitment letter', from: 'APPLICANT' },
    { zh: '本人银行卡或社会保障卡账户', en: 'An account in the worker’s own name', from: 'APPLICANT' },
  ],
  assess: assessRetention,
};
