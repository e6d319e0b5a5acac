import type { Decision } from '../instrument-definition.ts';
import { workshopFacts } from './facts.ts';
import { assessWorkshop } from './index.ts';

export const workshopDecision: Decision<typeof workshopFacts> = {
  facts: workshopFacts,
  checks: [
    'poverty-relief-enterprise',
    'premises',
    'agreement-runs',
    'roster-day',
    'head-count',
    'handled-where-it-is',
    'not-yet-recognised',
  ],
  evidence: [
    {
      zh: '政府部门或村集体出具的零租金场地协议',
      en: 'The agreement on the premises, at no rent, with a government body or village',
      from: 'APPLICANT',
    },
    { zh: '营业执照', en: 'Business licence', from: 'REGISTER' },
    { zh: '在岗贫困劳动力花名册', en: 'Roster of the poor workers employed', from: 'APPLICANT' },
    { zh: '劳动合同或用工协议', en: 'Labour contracts or agreements', from: 'APPLICANT' },
    { zh: '工资发放记录、就业登记', en: 'Wage records and employment register', from: 'REGISTER' },
    { zh: '现场核查记录', en: 'Record of the site check', from: 'REGISTER' },
  ],
  assess: assessWorkshop,
};
