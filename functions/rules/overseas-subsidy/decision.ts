import type { Decision } from '../instrument-definition.ts';
import { overseasFacts } from './facts.ts';
import { assessOverseas } from './index.ts';

export const overseasDecision: Decision<typeof overseasFacts> = {
  facts: overseasFacts,
  checks: [
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'handled-by-home-county',
    'abroad',
    'priority-list',
    'trained',
    'operator',
    'departed',
    'working-abroad',
    'payee',
    'amount',
    'once-per-worker',
    'combination',
  ],
  evidence: [
    { zh: '护照、签证或工作许可', en: 'Passport, visa or work permit', from: 'APPLICANT' },
    { zh: '劳动合同', en: 'Labour contract', from: 'APPLICANT' },
    { zh: '行前培训证明', en: 'Proof of training before departure', from: 'REGISTER' },
    { zh: '对外劳务合作经营资格', en: 'The company’s licence', from: 'REGISTER' },
    { zh: '出境记录', en: 'Departure record', from: 'APPLICANT' },
    { zh: '收款账户', en: 'The payee’s account', from: 'APPLICANT' },
  ],
  assess: assessOverseas,
};
