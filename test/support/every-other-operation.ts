import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { aDraft, aTransportLine, citizen } from '../builders/claims.ts';
import { firstClaim } from './first-claim.ts';
import type { Asked, OpenDesk } from './open-desk.ts';

const county = '141124';
const consent = { relation: 'VILLAGE_CADRE', consentTextVersion: '2020-03', takenBy: 'SIGNATURE' } as const;
const recognitions = z.object({
  items: z.array(z.looseObject({ organisationId: z.string(), kind: z.string(), version: z.string() })),
});
const change = {
  ruleId: 'transport.capFen',
  value: 70_000,
  from: '2020-07-01',
  source: '晋人社厅函〔2020〕999号',
};

/**
 * What the demo's people do not do, on one desk: readings, withdrawals, a task given back, the life of a recognition,
 * values that are imported or withdrawn, a re-assessment. Refusals count: they read before they refuse.
 */
export const everyOtherOperation = async (desk: OpenDesk): Promise<void> => {
  const { ask } = desk;
  const applicationId = await firstClaim(desk);
  const params = { applicationId, lineNo: '1', division: county, ruleId: 'transport.capFen' };
  const versionOf = async (id = applicationId) =>
    (await ask('village', 'getApplication', { params: { applicationId: id } })).body.version;
  const reading = (user: string | undefined, operationId: string, query: Asked['query'] = {}) =>
    ask(user, operationId, { params, query });

  await reading('village', 'listApplications');
  for (const operationId of ['listLines', 'getHistory', 'getAssessment', 'getLedger'])
    await reading('village', operationId);
  await reading('verifier', 'getPersonMonths');
  await reading('reviewer', 'tryReassessment');
  for (const operationId of ['listDivisionApplications', 'getDivisionSummary', 'listRecoveries'])
    await reading('supervisor', operationId);
  for (const operationId of ['listRuleValues', 'getRuleValue', 'listRuleProposals'])
    await reading('rule-admin', operationId);
  await reading('poverty-checker', 'listDifferences');
  for (const operationId of ['listNotices', 'getOpenapi'])
    await reading(undefined, operationId, { division: county });

  const notice = { noticeId: `${applicationId}.NOTICE.5` };
  await ask(undefined, 'getNotice', { params: notice });
  await ask(undefined, 'raiseObjection', {
    params: notice,
    body: { text: '此人三月份一直在村里没有外出。' },
  });
  const reversal = {
    amountFen: 55_300,
    bookedOn: '2020-06-29',
    bankReference: 'B-1',
    returnReason: 'ACCOUNT_CLOSED',
  };
  await ask('finance', 'reversePayout', {
    params: { payoutId: `${applicationId}.PAYOUT.1` },
    body: { version: await versionOf(), reversal },
  });
  await ask('reviewer', 'reassess', {
    params,
    body: { version: await versionOf(), origin: 'AUDIT', reason: '复核' },
  });
  await recoveries(desk, applicationId, versionOf);
  await unknownWorker(desk, versionOf);
  await values(desk);
  await recognitionLife(desk);
  await differences(desk);
};

type VersionOf = (id?: string) => Promise<string | undefined>;

/** Money asked back and written off. */
const recoveries = async ({ ask }: OpenDesk, applicationId: string, versionOf: VersionOf): Promise<void> => {
  const recoveryId = `${applicationId}.RECOVERY.99`;
  const parts = [{ lineNo: 1, period: '2020' }];
  await ask('reviewer', 'proposeRecovery', {
    params: { applicationId },
    body: { version: await versionOf(), origin: 'AUDIT', reason: '离职', parts },
  });
  const params = { recoveryId };
  const version = await versionOf();
  await ask('supervisor', 'getRecovery', { params });
  await ask('approver', 'decideRecovery', { params, body: { version, decision: 'APPROVE', reason: '属实' } });
  const received = { amountFen: 100, receivedOn: '2020-06-15', bankReference: 'B-1' };
  await ask('finance', 'receiveRecovery', { params, body: { version, received } });
  await ask('approver', 'writeOffRecovery', { params, body: { version, reason: '本人去世' } });
};

const verifyTasks = async ({ ask, wait }: OpenDesk) => {
  for (let look = 0; look < 500; look += 1) {
    const { items = [] } = (await ask('verifier', 'listTasks', { query: { kind: 'VERIFY' } })).body;
    if (items.length > 0) return items;
    await pause(20);
    if (look % 25 === 24) await wait(1 / 120);
  }
  throw new Error('Nothing came to the verifier');
};

/** A worker no register knows goes to a verifier, who looks, gives the task back, and the applicant withdraws. */
const unknownWorker = async (desk: OpenDesk, versionOf: VersionOf): Promise<void> => {
  const { ask } = desk;
  const body = { ...aDraft('TRANSPORT_SUBSIDY'), proxy: consent };
  const { applicationId = '' } = (await ask('village', 'createApplication', { body })).body;
  const params = { applicationId };
  const line = aTransportLine(citizen('1985-06-12', 998), {});
  await ask('village', 'addLines', {
    params,
    body: { version: await versionOf(applicationId), lines: [line] },
  });
  await ask('village', 'changeLine', {
    params: { applicationId, lineNo: '1' },
    body: { version: await versionOf(applicationId), worker: line.worker, content: line.content },
  });
  await ask('village', 'changePayee', {
    params,
    body: { version: await versionOf(applicationId), payee: body.payee },
  });
  await ask('village', 'submitApplication', { params, body: { version: await versionOf(applicationId) } });
  const [task] = await verifyTasks(desk);
  const taskId = { taskId: task?.taskId ?? '', lineNo: '1' };
  const claim = async (operationId: string) =>
    ask('verifier', operationId, { params: taskId, body: { version: await versionOf(applicationId) } });
  await ask('verifier', 'getTask', { params: taskId });
  await ask('verifier', 'listTaskLines', { params: taskId });
  await claim('claimTask');
  await ask('verifier', 'getIdentity', { params: taskId });
  await claim('releaseTask');
  await ask('village', 'withdrawApplication', {
    params,
    body: { version: await versionOf(applicationId), reason: '不要了' },
  });
};

const values = async ({ ask }: OpenDesk): Promise<void> => {
  const params = { division: county };
  const { body } = await ask('rule-admin', 'proposeRuleValues', { params, body: { changes: [change] } });
  const proposalId = z.object({ proposalId: z.string() }).parse(body).proposalId;
  await ask('rule-admin', 'withdrawRuleProposal', { params: { proposalId }, body: {} });
  await ask('rule-admin', 'importRuleValues', { params, body: { text: 'no file of values' } });
  const decision = { decision: 'REJECT', reason: '不同意' };
  await ask('rule-admin-2', 'decideRuleProposal', { params: { proposalId }, body: decision });
  const approved = await ask('rule-admin', 'proposeRuleValues', { params, body: { changes: [change] } });
  await ask('rule-admin-2', 'decideRuleProposal', {
    params: { proposalId: z.object({ proposalId: z.string() }).parse(approved.body).proposalId },
    body: { decision: 'APPROVE', reason: '与文件核对一致' },
  });
  const file = `规则编号,级别,行政区划,值,生效日期,终止日期,依据文件\ntransport.capFen,COUNTY,141124,60000,2020-08-01,,晋人社厅函〔2020〕999号\n`;
  await ask('rule-admin', 'importRuleValues', { params, body: { text: file } });
};

const recognitionLife = async ({ ask }: OpenDesk): Promise<void> => {
  const listed = await ask('supervisor', 'listRecognitions', { params: { division: county } });
  const [found] = recognitions.parse(listed.body).items;
  if (found === undefined) throw new Error('The sample has no recognition');
  const params = { organisationId: found.organisationId, kind: found.kind };
  const { version } = found;
  await ask('verifier', 'countHeads', { params, body: { version, headCount: 8, countedOn: '2020-06-10' } });
  const proposal = { version, change: 'SUSPEND', reason: '人数不足' };
  await ask('verifier', 'proposeRecognitionChange', { params, body: proposal });
  await ask('approver', 'decideRecognitionChange', {
    params,
    body: { version, decision: 'CONFIRM', reason: '属实' },
  });
};

const differences = async ({ ask }: OpenDesk): Promise<void> => {
  const params = { differenceId: 'p3Qv8sYkR2mN5xW0aB7cDg' };
  await ask('poverty-checker', 'getDifference', { params });
  const body = { version: '1.none', decision: 'KEEP_OURS', reason: '属实' };
  await ask('poverty-checker', 'decideDifference', { params, body });
};
