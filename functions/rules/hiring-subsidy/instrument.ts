import { addMonths, monthsBetween } from '../calendar/days.ts';
import type { InstrumentDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { hiringClaim, type HiringClaim, hiringMonths } from './claim.ts';
import { hiringFacts } from './facts.ts';
import { assessHiring } from './index.ts';
import { hiringShipped, hiringValues } from './values.ts';

/** The months that the claim speaks of: those worked, and of a contract the half year that is asked. */
const monthsOf = ({ hiredOn, months, contract }: HiringClaim): string[] => {
  const worked = months.map(({ month }) => month);
  if (contract === undefined) return worked;
  const half = addMonths(hiredOn, 6);
  const last = contract.endsOn !== undefined && contract.endsOn < half ? contract.endsOn : half;
  return [...new Set([...worked, ...monthsBetween(hiredOn, last)])];
};

/** 一次性吸纳就业补助, clause 四.3; README.md beside this file is its page of prose. */
export const hiringSubsidy: InstrumentDefinition<
  typeof hiringClaim,
  typeof hiringFacts,
  typeof hiringValues,
  'hiring'
> = {
  names: { zh: '一次性吸纳就业补助', en: 'Hiring subsidy' },
  clause: '四.3',
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
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['ORGANISATION'],
  claim: hiringClaim,
  facts: hiringFacts,
  windowed: false,
  section: 'hiring',
  values: hiringValues,
  shipped: hiringShipped,
  evidence: [
    { zh: '营业执照', en: 'Business licence', from: 'REGISTER' },
    { zh: '扶贫车间认定', en: 'Recognition as a workshop', from: 'REGISTER' },
    { zh: '招用人员名册', en: 'Roster with citizen ids', from: 'APPLICANT' },
    { zh: '劳动合同或劳务协议', en: 'Contracts or labour agreements', from: 'APPLICANT' },
    { zh: '银行工资发放记录', en: 'Wages by bank record', from: 'REGISTER' },
    { zh: '单位基本账户', en: 'The employer’s account', from: 'APPLICANT' },
  ],
  risks: ['JOB', 'WAGES'],
  records: (_claim, applicant) => ({
    applicant: { kind: 'ORGANISATION', id: applicant },
    recognition: { kind: 'RECOGNITION', id: applicant, of: 'WORKSHOP' },
  }),
  eventDate: ({ hiredOn }) => hiredOn,
  periods: () => ['ONCE'],
  during: hiringMonths,
  periodsIn: () => ['ONCE'],
  besides: (claim) => keysBeside('HIRING_SUBSIDY', monthsOf(claim)),
  place: ({ workplace }) => workplace,
  assess: assessHiring,
};
