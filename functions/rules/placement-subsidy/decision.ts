import type { Decision } from '../instrument-definition.ts';
import { placementFacts } from './facts.ts';
import { assessPlacement } from './index.ts';

export const placementDecision: Decision<typeof placementFacts> = {
  facts: placementFacts,
  checks: [
    'market-body',
    'licence',
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'handled-by-home-county',
    'referral-in-window',
    'signing-in-window',
    'signed-after-referral',
    'contract-term',
    'tier',
    'employed',
    'stayed',
    'not-own-placement',
    'once-per-worker',
    'combination',
  ],
  evidence: [
    {
      zh: '人力资源服务许可证或经纪人登记、承诺书',
      en: 'Licence, or the broker’s registration',
      from: 'REGISTER',
    },
    { zh: '介绍就业人员名册', en: 'Roster with citizen ids', from: 'APPLICANT' },
    { zh: '劳动合同', en: 'Labour contracts', from: 'APPLICANT' },
    {
      zh: '就业登记、首月工资或参保记录',
      en: 'Employment registration, first wage or insurance',
      from: 'REGISTER',
    },
    { zh: '推荐记录', en: 'Referral record', from: 'APPLICANT' },
    { zh: '收款账户', en: 'The payee’s account', from: 'APPLICANT' },
  ],
  assess: assessPlacement,
};
