import { hiringValues } from '../hiring-subsidy/values.ts';
import type { InstrumentDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { farmHiringClaim, farmHiringMonths } from './claim.ts';
import { farmHiringFacts } from './facts.ts';
import { assessFarmHiring } from './index.ts';

/** 吸纳就业补贴 of farm employers, clause 五.2; README.md beside this file is its page of prose. */
export const farmHiringSubsidy: InstrumentDefinition<
  typeof farmHiringClaim,
  typeof farmHiringFacts,
  typeof hiringValues,
  'hiring'
> = {
  names: { zh: '农业经营主体吸纳就业补贴', en: 'Farm hiring subsidy' },
  clause: '五.2',
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
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION'],
  claim: farmHiringClaim,
  facts: farmHiringFacts,
  windowed: false,
  section: 'hiring',
  values: hiringValues,
  // The values are those of 四.3 and stand there.
  shipped: [],
  evidence: [
    { zh: '营业执照或登记证', en: 'Business licence or registration', from: 'REGISTER' },
    { zh: '招用人员名册', en: 'Roster with citizen ids', from: 'APPLICANT' },
    { zh: '劳动合同或劳务协议', en: 'Contracts or labour agreements', from: 'APPLICANT' },
    { zh: '银行工资发放记录', en: 'Wages by bank record', from: 'REGISTER' },
    { zh: '收款账户', en: 'The payee’s account', from: 'APPLICANT' },
  ],
  risks: ['WAGES'],
  records: (_claim, applicant) => ({ applicant: { kind: 'ORGANISATION', id: applicant } }),
  eventDate: ({ hiredOn }) => hiredOn,
  periods: () => ['ONCE'],
  during: farmHiringMonths,
  periodsIn: () => ['ONCE'],
  besides: ({ months }) =>
    keysBeside(
      'FARM_HIRING_SUBSIDY',
      months.map(({ month }) => month),
    ),
  place: ({ workplace }) => workplace,
  assess: assessFarmHiring,
};
