import {
  claim,
  line,
  nextCursor,
  payee,
  reason,
  receipt,
  sentence,
  summary,
  tally,
  version,
  worker,
} from './parts.ts';
import type { Examples } from './parts.ts';

const account = {
  holderName: '张小兰',
  bankName: '临县农村信用合作联社',
  account: { kind: 'BANK_CARD', number: '6217000010000000003' },
};

export const forApplicants: Examples = {
  createApplication: {
    request: {
      instrument: 'TRANSPORT_SUBSIDY',
      division: '141124',
      channel: 'VILLAGE',
      commitmentSigned: true,
      payee: account,
      proxy: { relation: 'VILLAGE_CADRE', consentTextVersion: '2020-03', takenBy: 'SIGNATURE' },
    },
    response: receipt,
  },
  addLines: { request: { version, lines: [{ lineNo: 1, worker, content: claim }] }, response: receipt },
  changeLine: { request: { version, worker, content: claim }, response: receipt },
  changePayee: { request: { version, payee: account }, response: receipt },
  submitApplication: { request: { version }, response: { ...receipt, state: 'SUBMITTED' } },
  withdrawApplication: {
    request: { version, reason: '已由单位报销' },
    response: { ...receipt, state: 'WITHDRAWN' },
  },
  listApplications: { response: { items: [{ ...summary, sentence }], nextCursor } },
  getApplication: {
    response: {
      ...summary,
      next: { sentence, waitingFor: 'VERIFY', dueOn: '2020-03-23' },
      payee,
      tally,
      reasons: [reason],
    },
  },
  listLines: { response: { items: [line] } },
  getAssessment: {
    response: {
      lineNo: 1,
      run: 1,
      instrument: 'TRANSPORT_SUBSIDY',
      outcome: 'REVIEW',
      amountFen: 18_650,
      reasonCode: 'REGISTER_DOES_NOT_KNOW',
      reasons: ['REGISTER_DOES_NOT_KNOW'],
      clause: '二.1',
      entitlements: [{ period: '2020-03-16', amountFen: 18_650 }],
      checks: [
        {
          checkId: 'organised-departure',
          outcome: 'UNAVAILABLE',
          clause: '二.1',
          reasonCode: 'REGISTER_DOES_NOT_KNOW',
          inputs: [{ name: 'tripId', value: 'LX-2020-018', source: 'claim' }],
          values: [],
          sentence: {
            zh: '有组织外出名册中没有查到该趟次。',
            en: 'The register of organised trips does not know this trip.',
          },
        },
      ],
      clauses: [
        {
          clause: '二.1',
          title: { zh: '点对点输送、交通补助', en: 'Point-to-point trips, transport subsidy' },
          quote: '对有组织外出务工的贫困劳动力按规定落实不超过800元的一次性交通补助',
        },
      ],
      record: {
        at: '2020-03-16T02:05:01.000Z',
        hash: '5f2c8d0c7b1f0a3e9d4b6a8c2e1f7d905f2c8d0c7b1f0a3e9d4b6a8c2e1f7d90',
        applicationVersion: '2-3f9a1c7be04d5286a1b2c3d4e5f60718',
        rulesVersion: '2020-127/10',
        valuesHash: '9d4b6a8c2e1f7d905f2c8d0c7b1f0a3e9d4b6a8c2e1f7d905f2c8d0c7b1f0a3e',
      },
    },
  },
  getHistory: {
    response: {
      items: [
        {
          at: '2020-03-16T02:05:00.000Z',
          what: 'SUBMITTED',
          sentence: { zh: '提交申请。', en: 'It was submitted.' },
          office: { zh: '申请人', en: 'The applicant' },
        },
      ],
    },
  },
};
