import { actor, type Actor, type Role } from '../../functions/contracts/actor.ts';
import {
  applicationHead,
  applicationId,
  version,
  type ApplicationHead,
} from '../../functions/contracts/application.ts';
import { noticeRow, type NoticeRow } from '../../functions/contracts/notice.ts';
import { payoutRow, type PayoutRow } from '../../functions/contracts/payout.ts';
import { taskRow, type TaskRow } from '../../functions/contracts/queue.ts';
import { storedLine, type StoredLine } from '../../functions/contracts/stored-line.ts';
import { morning } from '../support/issuer.ts';

/*
 * Rows as the table holds them, right by default and parsed by their contracts. A test names what it is about.
 */

export const anId = applicationId.parse('A20200316-7K3M9QW2ZD');
export const aVersion = version.parse(`4-${'0a'.repeat(16)}`);

export const anActor = (role: Role, more: Partial<Actor> = {}): Actor =>
  actor.parse({
    id: `u-${role.toLowerCase()}`,
    name: 'Li Officer',
    roles: [role],
    division: '141124',
    ...more,
  });

export const aHead = (more: Partial<ApplicationHead> = {}): ApplicationHead =>
  applicationHead.parse({
    applicationId: anId,
    instrument: 'TRANSPORT_SUBSIDY',
    division: '141124',
    state: 'IN_VERIFICATION',
    flags: [],
    version: aVersion,
    owner: 'u-applicant',
    applicantKind: 'PERSON',
    applicantName: '张**',
    channel: 'ONLINE',
    payeeSealed: 'v1.sealed-payee',
    payeeMasked: '****0003',
    payeeAccountKind: 'BANK_CARD',
    lineCount: 1,
    participants: {
      filers: ['u-applicant'],
      proxies: [],
      factEditors: [],
      accountChangers: [],
      verifiers: [],
      reexaminers: [],
      approvers: [],
    },
    createdAt: morning,
    submittedAt: morning,
    stateSince: morning,
    openObjections: 0,
    payoutNo: 0,
    reservedFen: 0,
    ...more,
  });

export const aLine = (more: Partial<StoredLine> = {}): StoredLine =>
  storedLine.parse({
    lineNo: 1,
    subject: 'pseudonym',
    maskedName: '张**',
    maskedCitizenId: '141124**********74',
    workerSealed: 'v1.sealed-worker',
    content: {
      instrument: 'TRANSPORT_SUBSIDY',
      claim: {
        departedOn: '2020-03-16',
        workplace: '110105',
        employerName: 'An employer',
        organiserKind: 'GOVERNMENT',
        legs: [
          {
            mode: 'TRAIN',
            from: '141124',
            to: '110105',
            travelledOn: '2020-03-16',
            fareFen: 18650,
            paidBy: 'SELF',
          },
        ],
      },
    },
    standing: 'OPEN',
    run: 1,
    outcome: 'REVIEW',
    amountFen: 18650,
    reasonCode: 'REGISTER_DOES_NOT_KNOW',
    reasons: ['REGISTER_DOES_NOT_KNOW'],
    held: [],
    earns: [],
    ...more,
  });

export const aTask = (more: Partial<Omit<TaskRow, 'taskId'>> & { taskId?: string } = {}): TaskRow =>
  taskRow.parse({
    taskId: `${anId}.VERIFY.4`,
    applicationId: anId,
    kind: 'VERIFY',
    role: 'COUNTY_VERIFIER',
    division: '141124',
    status: 'OPEN',
    openedAt: morning,
    dueOn: '2020-03-23',
    token: 'secret-task-token',
    ...more,
  });

export const aPayout = (more: Partial<Omit<PayoutRow, 'payoutId'>> & { payoutId?: string } = {}): PayoutRow =>
  payoutRow.parse({
    payoutId: `${anId}.PAYOUT.1`,
    applicationId: anId,
    instrument: 'TRANSPORT_SUBSIDY',
    division: '141124',
    amountFen: 18650,
    state: 'PAYABLE',
    payeeMasked: '****0003',
    payeeSealed: 'v1.sealed-payee',
    approvedAt: morning,
    dueOn: '2020-03-30',
    token: 'secret-payout-token',
    ...more,
  });

export const aNotice = (more: Partial<NoticeRow> = {}): NoticeRow =>
  noticeRow.parse({
    noticeId: `${anId}.NOTICE.6`,
    applicationId: anId,
    instrument: 'TRANSPORT_SUBSIDY',
    division: '141124',
    applicantName: '',
    lineCount: 1,
    amountFen: 18650,
    pages: 1,
    listHash: 'a'.repeat(64),
    status: 'PUBLISHED',
    publishedAt: morning,
    startsOn: '2020-03-16',
    endsOn: '2020-03-23',
    token: 'secret-notice-token',
    ...more,
  });

export const aRequest = {
  key: 'key-12345678',
  caller: 'u-1',
  bodyHash: 'b'.repeat(64),
  requestId: 'request-1',
  operation: 'op',
};
