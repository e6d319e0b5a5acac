import type { Decision } from '../instrument-definition.ts';
import { hiringFacts } from './facts.ts';
import { assessHiring } from './index.ts';

export const hiringDecision: Decision<typeof hiringFacts> = {
  facts: hiringFacts,
  checks: [
    'employer-kind',
    'workshop-recognised',
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'figures-in-force',
    'contract-term',
    'employed',
    'newly-hired',
    'months-in-a-year',
    'pay-in-a-year',
    'borne-out-by-registers',
    'sum',
    'once-per-worker',
    'combination',
  ],
  evidence: [
    { zh: '营业执照', en: 'Business licence', from: 'REGISTER' },
    { zh: '扶贫车间认定', en: 'Recognition as a workshop', from: 'REGISTER' },
    { zh: '招用人员名册', en: 'Roster with citizen ids', from: 'APPLICANT' },
    { zh: '劳动合同或劳务协议', en: 'Contracts or labour agreements', from: 'APPLICANT' },
    { zh: '银行工资发放记录', en: 'Wages by bank record', from: 'REGISTER' },
    { zh: '单位基本账户', en: 'The employer’s account', from: 'APPLICANT' },
  ],
  assess: assessHiring,
};
