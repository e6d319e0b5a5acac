import {
  applicationId,
  line,
  nextCursor,
  payee,
  receipt,
  sentence,
  summary,
  tally,
  version,
  worker,
} from './parts.ts';
import type { Examples } from './parts.ts';

const taskId = `${applicationId}.VERIFY.4`;
const payoutId = `${applicationId}.PAYOUT.1`;
const noticeId = `${applicationId}.NOTICE.6`;
const moved = { ...receipt, state: 'IN_VERIFICATION', id: taskId };

const task = {
  taskId,
  kind: 'VERIFY',
  division: '141124',
  status: 'OPEN',
  openedAt: '2020-03-16T02:05:02.000Z',
  ageDays: 2,
  dueOn: '2020-03-23',
  overdue: false,
  claimedBy: { name: '李审核', since: '2020-03-17T01:00:00.000Z', you: true },
  application: summary,
};

const notice = {
  noticeId,
  instrument: 'TRANSPORT_SUBSIDY',
  division: '141124',
  lineCount: 1,
  amountFen: 18_650,
  startsOn: '2020-03-19',
  endsOn: '2020-03-26',
  listHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

export const forOffices: Examples = {
  getPersonMonths: {
    response: {
      lineNo: 1,
      year: '2020',
      knownToRegister: true,
      months: [
        {
          month: '2020-03',
          jobs: [
            {
              kind: 'OUTSIDE_COUNTY',
              employerName: '太原样例制造有限公司',
              employerCode: '91140106MA0TBBB15E',
              workplace: '140106',
              startsOn: '2020-03-02',
            },
          ],
          wagesFen: 310_000,
          insuredBy: ['91140106MA0TBBB15E'],
          granted: [
            {
              instrument: 'TRANSPORT_SUBSIDY',
              applicationId,
              lineNo: 1,
              thisLine: true,
              period: '2020',
              amountFen: 18_650,
              division: '141124',
              from: '2020-03',
            },
          ],
        },
      ],
    },
  },
  listTasks: { response: { items: [task], nextCursor } },
  getTask: {
    response: {
      ...task,
      decisions: ['APPROVE', 'REFUSE', 'RETURN'],
      mayDecide: { allowed: true },
      payee,
      tally,
    },
  },
  listTaskLines: { response: { items: [line] } },
  getIdentity: { response: { lineNo: 1, ...worker } },
  claimTask: { request: { version }, response: moved },
  releaseTask: { request: { version }, response: moved },
  decideTask: {
    request: {
      version,
      decision: 'APPROVE',
      reason: '已与乘车名册核对一致',
      lines: [{ lineNo: 1, outcome: 'APPROVE', reason: '名册第 18 号' }],
    },
    response: moved,
  },
  listPayouts: {
    response: {
      items: [
        {
          payoutId,
          applicationId,
          instrument: 'TRANSPORT_SUBSIDY',
          division: '141124',
          amountFen: 18_650,
          state: 'PAYABLE',
          payeeMasked: '****0003',
          approvedAt: '2020-03-27T03:00:00.000Z',
          dueOn: '2020-04-13',
          overdue: false,
          version,
        },
      ],
    },
  },
  exportPayouts: { request: { payoutIds: [payoutId] }, response: '"支付编号","申请编号",…' },
  bookPayout: {
    request: {
      version,
      booking: {
        result: 'PAID',
        amountFen: 18_650,
        bookedOn: '2020-03-30',
        bankReference: '20200330-000117',
      },
    },
    response: { ...receipt, state: 'PAYING', id: payoutId },
  },
  listDivisionApplications: { response: { items: [{ ...summary, sentence }] } },
  getDivisionSummary: {
    response: {
      division: '141124',
      byState: [
        {
          instrument: 'TRANSPORT_SUBSIDY',
          state: 'IN_VERIFICATION',
          applications: 1,
          lines: 1,
          amountFen: 18_650,
        },
      ],
      byReason: [{ reason: 'REGISTER_DOES_NOT_KNOW', applications: 1 }],
      fund: { sanctionedFen: 50_000_000, reservedFen: 0, paidFen: 0, availableFen: 50_000_000 },
      queues: [{ kind: 'VERIFY', open: 1, overdue: 0, oldestDays: 2 }],
    },
  },
  listNotices: { response: { items: [notice] } },
  getNotice: {
    response: {
      ...notice,
      lines: [
        {
          lineNo: 1,
          maskedName: '张**',
          division: '141124',
          workplace: '110105',
          periods: ['2020-03-16'],
          amountFen: 18_650,
        },
      ],
    },
  },
  raiseObjection: {
    request: { lineNo: 1, text: '此人三月份一直在村里，没有外出务工。', contact: '13900000000' },
    response: { receiptNo: '7K3M9QW2ZD' },
  },
  getOpenapi: { response: { openapi: '3.1.0' } },
};
