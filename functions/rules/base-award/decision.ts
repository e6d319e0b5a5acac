import type { Decision } from '../instrument-definition.ts';
import { baseAwardFacts } from './facts.ts';
import { assessBase } from './index.ts';

export const baseAwardDecision: Decision<typeof baseAwardFacts> = {
  facts: baseAwardFacts,
  checks: [
    'organisation',
    'recognised',
    'roster-day',
    'head-count',
    'award',
    'handled-where-it-is',
    'once-per-base',
  ],
  evidence: [
    { zh: '就业扶贫基地认定文件', en: 'The decision that recognised the base', from: 'REGISTER' },
    { zh: '在岗贫困劳动力花名册', en: 'Roster of the poor workers employed', from: 'APPLICANT' },
    { zh: '劳动合同', en: 'Labour contracts', from: 'APPLICANT' },
    { zh: '工资发放记录、就业登记', en: 'Wage records and employment register', from: 'REGISTER' },
    { zh: '单位基本账户', en: 'The organisation’s basic account', from: 'APPLICANT' },
  ],
  assess: assessBase,
};
