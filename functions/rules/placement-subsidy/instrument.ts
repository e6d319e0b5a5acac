import { monthOf } from '../calendar/days.ts';
import type { InstrumentDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { placementClaim, placementMonths } from './claim.ts';
import { placementFacts } from './facts.ts';
import { assessPlacement } from './index.ts';
import { placementShipped, placementValues } from './values.ts';

/** 职业介绍补贴, clause 二.2; README.md beside this file is its page of prose. */
export const placementSubsidy: InstrumentDefinition<
  typeof placementClaim,
  typeof placementFacts,
  typeof placementValues,
  'placement'
> = {
  names: { zh: '职业介绍补贴', en: 'Job placement subsidy' },
  clause: '二.2',
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
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION', 'BROKER'],
  claim: placementClaim,
  facts: placementFacts,
  windowed: true,
  section: 'placement',
  values: placementValues,
  shipped: placementShipped,
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
  risks: ['JOB'],
  records: ({ employerCode }, applicant) => ({
    applicant: { kind: 'ORGANISATION', id: applicant },
    employer: { kind: 'ORGANISATION', id: employerCode },
  }),
  eventDate: ({ contract }) => contract.signedOn,
  periods: () => ['ONCE'],
  during: placementMonths,
  periodsIn: () => ['ONCE'],
  besides: ({ contract }) => keysBeside('PLACEMENT_SUBSIDY', [monthOf(contract.startsOn)]),
  precedence: ({ contract }) => contract.signedOn,
  place: ({ workplace }) => workplace,
  assess: assessPlacement,
};
