import type { Decision } from '../instrument-definition.ts';
import { transportFacts } from './facts.ts';
import { assessTransport } from './index.ts';

export const transportDecision: Decision<typeof transportFacts> = {
  facts: transportFacts,
  checks: [
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'handled-by-home-county',
    'outward',
    'organised',
    'once-a-year',
    'no-post',
    'combination',
    'own-account',
    'one-journey',
    'self-paid',
    'cap',
    'window',
  ],
  evidence: [
    { zh: '身份证', en: 'Identity card', from: 'APPLICANT' },
    { zh: '建档立卡信息', en: 'Registration as poor', from: 'REGISTER' },
    { zh: '车票或乘车记录', en: 'Tickets or the coach’s record', from: 'APPLICANT' },
    { zh: '务工证明（合同、单位证明、工资记录或位置证明）', en: 'Proof of work', from: 'APPLICANT' },
    { zh: '有组织输出名单或批次号', en: 'The manifest or trip number', from: 'REGISTER' },
    { zh: '本人银行卡或社会保障卡账户', en: 'An account in the worker’s own name', from: 'APPLICANT' },
  ],
  assess: assessTransport,
};
