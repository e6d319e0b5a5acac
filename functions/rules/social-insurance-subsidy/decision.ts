import type { Decision } from '../instrument-definition.ts';
import { socialInsuranceFacts } from './facts.ts';
import { assessSocialInsurance } from './index.ts';

export const socialInsuranceDecision: Decision<typeof socialInsuranceFacts> = {
  facts: socialInsuranceFacts,
  checks: [
    'employer',
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'handled-by-home-county',
    'contract-term',
    'months-in-contract',
    'contributions-agree',
    'paid-before',
    'insured-once',
    'something-paid',
    'each-month-once',
    'not-on-benefit',
    'not-flexible',
    'longest-term',
    'amount',
    'combination',
  ],
  evidence: [
    { zh: '劳动合同', en: 'Labour contracts', from: 'APPLICANT' },
    { zh: '社会保险缴费明细', en: 'Contribution detail of the insurance agency', from: 'REGISTER' },
    { zh: '工资发放表', en: 'Wage sheet', from: 'APPLICANT' },
    { zh: '人员名册', en: 'Roster with citizen ids', from: 'APPLICANT' },
    { zh: '单位基本账户', en: 'The employer’s corporate account', from: 'APPLICANT' },
  ],
  assess: assessSocialInsurance,
};
