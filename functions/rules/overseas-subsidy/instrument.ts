import type { IsoMonth } from '../../contracts/scalars.ts';
import { addMonths, monthsBetween } from '../calendar/days.ts';
import type { InstrumentDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { overseasClaim, type OverseasClaim, overseasMonths } from './claim.ts';
import { overseasFacts } from './facts.ts';
import { assessOverseas } from './index.ts';
import { overseasShipped, overseasValues } from './values.ts';

/** The first year abroad: what other instruments paid in its months is worth a look. */
const monthsAbroad = ({ departedOn, contract: { endsOn } }: OverseasClaim): IsoMonth[] => {
  const year = addMonths(departedOn, 11);
  return monthsBetween(departedOn, endsOn !== undefined && endsOn < year ? endsOn : year);
};

/** 境外劳务输出补贴, clause 二.3; README.md beside this file is its page of prose. */
export const overseasSubsidy: InstrumentDefinition<
  typeof overseasClaim,
  typeof overseasFacts,
  typeof overseasValues,
  'overseas'
> = {
  names: { zh: '境外劳务输出补贴', en: 'Overseas labour export subsidy' },
  clause: '二.3',
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
  about: 'WORKER',
  paidTo: 'APPLICANT',
  claimedBy: ['WORKER', 'ORGANISATION'],
  claim: overseasClaim,
  facts: overseasFacts,
  windowed: false,
  section: 'overseas',
  values: overseasValues,
  shipped: overseasShipped,
  evidence: [
    { zh: '护照、签证或工作许可', en: 'Passport, visa or work permit', from: 'APPLICANT' },
    { zh: '劳动合同', en: 'Labour contract', from: 'APPLICANT' },
    { zh: '行前培训证明', en: 'Proof of training before departure', from: 'REGISTER' },
    { zh: '对外劳务合作经营资格', en: 'The company’s licence', from: 'REGISTER' },
    { zh: '出境记录', en: 'Departure record', from: 'APPLICANT' },
    { zh: '收款账户', en: 'The payee’s account', from: 'APPLICANT' },
  ],
  risks: [],
  records: ({ operatorCode }) =>
    operatorCode === undefined ? {} : { operator: { kind: 'ORGANISATION', id: operatorCode } },
  eventDate: ({ departedOn }) => departedOn,
  periods: () => ['ONCE'],
  during: overseasMonths,
  periodsIn: () => ['ONCE'],
  besides: (claim) => keysBeside('OVERSEAS_SUBSIDY', monthsAbroad(claim)),
  place: ({ country }) => country,
  assess: assessOverseas,
};
