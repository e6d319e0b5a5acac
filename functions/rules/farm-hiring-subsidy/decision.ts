import type { Decision } from '../instrument-definition.ts';
import { farmHiringFacts } from './facts.ts';
import { assessFarmHiring } from './index.ts';

export const farmHiringDecision: Decision<typeof farmHiringFacts> = {
  facts: farmHiringFacts,
  checks: [
    'farm-employer',
    'not-of-the-family',
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'figures-in-force',
    'months-in-a-year',
    'pay-in-a-year',
    'borne-out-by-registers',
    'sum',
    'once-per-worker',
    'combination',
  ],
  evidence: [
    { zh: '营业执照或登记证', en: 'Business licence or registration', from: 'REGISTER' },
    { zh: '招用人员名册', en: 'Roster with citizen ids', from: 'APPLICANT' },
    { zh: '劳动合同或劳务协议', en: 'Contracts or labour agreements', from: 'APPLICANT' },
    { zh: '银行工资发放记录', en: 'Wages by bank record', from: 'REGISTER' },
    { zh: '收款账户', en: 'The payee’s account', from: 'APPLICANT' },
  ],
  assess: assessFarmHiring,
};
