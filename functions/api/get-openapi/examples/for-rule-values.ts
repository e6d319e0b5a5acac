import { sentence, type Examples } from './parts.ts';

const division = '141124';
const proposalId = 'P141124-20200316-7K3M9QW2ZD';
const source = '临人社发〔2020〕12号';
const change = { ruleId: 'overseas.amountFen', value: 300_000, from: '2020-02-01', source };
const row = { value: 300_000, level: 'COUNTY', division, from: '2020-02-01', source };
const receipt = { proposalId, division, state: 'PROPOSED', changes: 1 };

export const forRuleValues: Examples = {
  listRuleValues: {
    response: {
      division,
      on: '2020-03-16',
      values: [
        {
          ruleId: 'overseas.amountFen',
          meaning: sentence,
          unit: 'FEN',
          kind: 'DELEGATED',
          instruments: ['OVERSEAS_SUBSIDY'],
          mayBeOpen: true,
          isCap: false,
          takes: { anyOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }] },
          inForce: row,
        },
      ],
      missing: ['publicWorks.monthlyFen'],
    },
  },
  getRuleValue: {
    response: {
      ruleId: 'overseas.amountFen',
      meaning: sentence,
      rows: [
        { ...row, proposalId, enteredBy: 'u-1', approvedBy: 'u-2', approvedAt: '2020-03-16T02:05:00.000Z' },
      ],
    },
  },
  listRuleProposals: {
    response: {
      items: [
        {
          proposalId,
          division,
          level: 'COUNTY',
          state: 'PROPOSED',
          changes: [change],
          enteredBy: '李管理',
          enteredAt: '2020-03-16T02:05:00.000Z',
          yours: false,
        },
      ],
    },
  },
  proposeRuleValues: { request: { changes: [change] }, response: receipt },
  importRuleValues: {
    request: {
      text: `规则编号,级别,行政区划,值,生效日期,终止日期,依据文件\noverseas.amountFen,COUNTY,141124,300000,2020-02-01,,${source}\n`,
    },
    response: receipt,
  },
  decideRuleProposal: {
    request: { decision: 'APPROVE', reason: '与文件核对一致' },
    response: { ...receipt, state: 'APPROVED' },
  },
  withdrawRuleProposal: { request: {}, response: { ...receipt, state: 'WITHDRAWN' } },
};
