import { monthOf } from '../calendar/days.ts';
import type { InstrumentDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { transportClaim, transportMonths } from './claim.ts';
import { transportFacts } from './facts.ts';
import { assessTransport } from './index.ts';
import { transportShipped, transportValues } from './values.ts';

/** 交通补助, clause 二.1; README.md beside this file is its page of prose. */
export const transportSubsidy: InstrumentDefinition<
  typeof transportClaim,
  typeof transportFacts,
  typeof transportValues,
  'transport'
> = {
  names: { zh: '一次性交通补助', en: 'Transport subsidy' },
  clause: '二.1',
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
  about: 'WORKER',
  paidTo: 'WORKER',
  claimedBy: ['WORKER'],
  claim: transportClaim,
  facts: transportFacts,
  windowed: false,
  section: 'transport',
  values: transportValues,
  shipped: transportShipped,
  evidence: [
    { zh: '身份证', en: 'Identity card', from: 'APPLICANT' },
    { zh: '建档立卡信息', en: 'Registration as poor', from: 'REGISTER' },
    { zh: '车票或乘车记录', en: 'Tickets or the coach’s record', from: 'APPLICANT' },
    { zh: '务工证明（合同、单位证明、工资记录或位置证明）', en: 'Proof of work', from: 'APPLICANT' },
    { zh: '有组织输出名单或批次号', en: 'The manifest or trip number', from: 'REGISTER' },
    { zh: '本人银行卡或社会保障卡账户', en: 'An account in the worker’s own name', from: 'APPLICANT' },
  ],
  risks: [],
  records: () => ({}),
  eventDate: ({ departedOn }) => departedOn,
  periods: ({ departedOn }) => [departedOn.slice(0, 4)],
  during: transportMonths,
  periodsIn: (year) => [year],
  besides: ({ departedOn }) => keysBeside('TRANSPORT_SUBSIDY', [monthOf(departedOn)]),
  place: ({ workplace }) => workplace,
  assess: assessTransport,
};
