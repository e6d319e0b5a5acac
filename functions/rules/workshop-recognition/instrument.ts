import type { InstrumentDefinition } from '../instrument-definition.ts';
import { workshopClaim } from './claim.ts';
import { workshopFacts } from './facts.ts';
import { assessWorkshop } from './index.ts';
import { workshopShipped, workshopValues } from './values.ts';

/** 扶贫车间认定, clause 六.1; README.md beside this file is its page of prose. */
export const workshopRecognition: InstrumentDefinition<
  typeof workshopClaim,
  typeof workshopFacts,
  typeof workshopValues,
  'workshop'
> = {
  names: { zh: '扶贫车间认定', en: 'Recognition of a poverty-relief workshop' },
  clause: '六.1',
  checks: [
    'poverty-relief-enterprise',
    'premises',
    'agreement-runs',
    'roster-day',
    'head-count',
    'handled-where-it-is',
    'not-yet-recognised',
  ],
  about: 'ORGANISATION',
  paidTo: 'NOBODY',
  recognises: 'WORKSHOP',
  claimedBy: ['ORGANISATION'],
  claim: workshopClaim,
  facts: workshopFacts,
  windowed: false,
  section: 'workshop',
  values: workshopValues,
  shipped: workshopShipped,
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
  risks: [],
  records: (_claim, applicant) => ({
    applicant: { kind: 'ORGANISATION', id: applicant },
    premises: { kind: 'PREMISES', id: applicant },
    recognition: { kind: 'RECOGNITION', id: applicant, of: 'WORKSHOP' },
  }),
  eventDate: ({ countedOn }) => countedOn,
  periods: () => ['ONCE'],
  during: () => [],
  periodsIn: () => [],
  place: ({ county }) => county,
  assess: assessWorkshop,
};
