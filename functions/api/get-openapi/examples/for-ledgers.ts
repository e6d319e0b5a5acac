import { applicationId, receipt, version } from './parts.ts';
import type { Examples } from './parts.ts';

const recoveryId = `${applicationId}.RECOVERY.12`;
const payoutId = `${applicationId}.PAYOUT.1`;
const closed = { ...receipt, state: 'CLOSED' };
const changed = { ...closed, id: recoveryId };
const at = '2020-06-01T02:00:00.000Z';

const differences = [
  {
    lineNo: 1,
    facts: [{ name: 'worker.povertyStatuses[2014-01-01].endsOn', after: '2019-12-31' }],
    values: [],
    checks: [
      {
        checkId: 'POOR_WORKER',
        clause: '二.1',
        before: {
          outcome: 'PASS',
          sentence: { zh: '属建档立卡贫困劳动力。', en: 'A registered poor worker.' },
        },
        after: {
          outcome: 'FAIL',
          sentence: { zh: '当时不属建档立卡贫困劳动力。', en: 'Not a registered poor worker then.' },
        },
      },
    ],
    outcome: { before: 'APPROVE', after: 'REJECT' },
    amounts: [{ period: '2020', beforeFen: 18_650, afterFen: 0 }],
  },
];

const recovery = {
  recoveryId,
  applicationId,
  instrument: 'TRANSPORT_SUBSIDY',
  division: '141124',
  state: 'PROPOSED',
  origin: 'REGISTER_CORRECTION',
  clause: '二.1',
  reason: '贫困身份登记更正',
  amountFen: 18_650,
  leftFen: 18_650,
  parts: [
    {
      lineNo: 1,
      instrument: 'TRANSPORT_SUBSIDY',
      period: '2020',
      fullFen: 0,
      inHandFen: 18_650,
      amountFen: 18_650,
      leftFen: 18_650,
    },
  ],
  proposedAt: at,
  version,
  yours: false,
};

export const forLedgers: Examples = {
  reversePayout: {
    request: {
      version,
      reversal: {
        amountFen: 18_650,
        bookedOn: '2020-06-01',
        bankReference: '20200601-000031',
        returnReason: 'ACCOUNT_CLOSED',
      },
    },
    response: { ...closed, id: payoutId },
  },
  tryReassessment: {
    response: {
      applicationId,
      version,
      lines: [
        {
          lineNo: 1,
          maskedName: '张**',
          outcome: 'REJECT',
          worths: [{ period: '2020', fullFen: 0, inHandFen: 18_650, deltaFen: -18_650 }],
        },
      ],
      differences,
      moreFen: 0,
      lessFen: 18_650,
      offsetFen: 0,
      supplementFen: 0,
    },
  },
  reassess: {
    request: { version, origin: 'REGISTER_CORRECTION', reason: '贫困身份登记更正' },
    response: changed,
  },
  getLedger: {
    response: {
      items: [
        {
          lineNo: 1,
          maskedName: '张**',
          entitlements: [
            {
              period: '2020',
              fullFen: 18_650,
              inHandFen: 18_650,
              entries: [{ kind: 'GROSS', side: 'PAY', amountFen: 18_650, applicationId, payoutId, at }],
            },
          ],
        },
      ],
    },
  },
  proposeRecovery: {
    request: {
      version,
      origin: 'AUDIT',
      reason: '用工单位证实三月底已离职',
      parts: [{ lineNo: 1, period: '2020', amountFen: 10_000 }],
    },
    response: changed,
  },
  listRecoveries: { response: { items: [recovery] } },
  getRecovery: { response: { ...recovery, differences } },
  decideRecovery: { request: { version, decision: 'APPROVE', reason: '情况属实' }, response: changed },
  receiveRecovery: {
    request: {
      version,
      received: { amountFen: 18_650, receivedOn: '2020-07-01', bankReference: '20200701-000008' },
    },
    response: changed,
  },
  writeOffRecovery: { request: { version, reason: '本人去世，无遗产可供执行' }, response: changed },
};
