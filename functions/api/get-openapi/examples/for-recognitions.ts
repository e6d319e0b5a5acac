import type { Examples } from './parts.ts';

const before = '3.2-3f9a1c7be04d5286a1b2c3d4e5f60718';
const after = '3.3-0f2c9a6d1b5e4c3f8a7d6e5b4c3a2f1e';
const recognitionNo = 'R20200316-7K3M9QW2ZD';
const receipt = { recognitionNo, status: 'ACTIVE', version: after };

export const forRecognitions: Examples = {
  listRecognitions: {
    response: {
      items: [
        {
          recognitionNo,
          organisationId: '91141124MA0TE5T088',
          organisation: '临县某某制衣有限公司',
          kind: 'WORKSHOP',
          level: 'COUNTY',
          division: '141124',
          acceptedOn: '2020-03-16',
          recognisedOn: '2020-03-26',
          workingDays: 8,
          history: [{ status: 'ACTIVE', from: '2020-03-26', reason: '申请 A20200316-7K3M9QW2ZD 认定' }],
          headCount: 8,
          countedOn: '2020-06-10',
          needed: 10,
          status: 'ACTIVE',
          version: before,
          flags: ['HEAD_COUNT_LOW', 'UNDER_REVIEW'],
          review: { openedOn: '2020-06-11', headCount: 8, needed: 10 },
          changes: ['SUSPEND', 'REVOKE', 'KEEP'],
        },
      ],
    },
  },
  countHeads: {
    request: { version: before, headCount: 8, countedOn: '2020-06-10' },
    response: receipt,
  },
  proposeRecognitionChange: {
    request: { version: before, change: 'SUSPEND', reason: '在岗贫困劳动力不足10人' },
    response: receipt,
  },
  decideRecognitionChange: {
    request: { version: before, decision: 'CONFIRM', reason: '现场核查属实' },
    response: { ...receipt, status: 'SUSPENDED' },
  },
};
