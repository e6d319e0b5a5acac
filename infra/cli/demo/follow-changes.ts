import { getApplicationOperation } from '../../../functions/contracts/api/application-reads.ts';
import { getLedgerOperation } from '../../../functions/contracts/api/reassessments.ts';
import {
  decideRecoveryOperation,
  listRecoveriesOperation,
  proposeRecoveryOperation,
  receiveRecoveryOperation,
} from '../../../functions/contracts/api/recoveries.ts';
import { getTaskOperation, type TaskView } from '../../../functions/contracts/api/tasks.ts';
import type { ApplicationId } from '../../../functions/contracts/application.ts';
import type { Progress } from '../progress.ts';
import { approveClaims } from './approve.ts';
import { staff, type Crew } from './crew.ts';
import { decideAll, openTasks, type Age, type Verdict } from './queue.ts';
import { noneIn, settle } from './settle.ts';
import { verifyClaims } from './verify.ts';

export type Followed = {
  readonly changedFacts: number;
  readonly supplements: number;
  readonly supplementFen: number;
  readonly recoveredFen: number;
};

const division = '141124';
const { reviewer, approvers, finance, verifier } = staff[division];

type Ended = { readonly applicationId: ApplicationId; readonly on: string };

/** The day on which the job of a case turns out to have ended. */
const endedOn = async (crew: Crew, { taskId }: TaskView): Promise<string | undefined> => {
  const { changes = [] } = await crew.as(reviewer, getTaskOperation, { params: { taskId } });
  return changes.find(({ fact }) => fact === 'JOB')?.after?.split('/')[1];
};

/** A status is for the rules to assess again; that a job ended is for a person, who asks the rest back. */
const decideCases = async (crew: Crew, progress: Progress, decided: (age: Age) => void): Promise<Ended[]> => {
  const tasks = await openTasks(crew, reviewer, 'FACTS_CHANGED');
  const ended: Ended[] = [];
  progress.begin('登记变化 changed facts decided', tasks.length);
  const judge = async (task: TaskView): Promise<Verdict> => {
    const on = await endedOn(crew, task);
    if (on === undefined) return { decision: 'REASSESS', reason: '扶贫台账更正识别日期，重新核定' };
    ended.push({ applicationId: task.application.applicationId, on });
    return { decision: 'LEAVE', reason: '单位证实已离职，另行提出追回' };
  };
  await decideAll(crew, reviewer, tasks, judge, (age) => {
    decided(age);
    progress.step();
  });
  await settle(crew);
  progress.end(crew.today());
  return ended;
};

/** The months after the one in which the job ended, as far as they were paid. */
const proposeBack = async (crew: Crew, { applicationId, on }: Ended): Promise<void> => {
  const params = { applicationId };
  const { version } = await crew.as(reviewer, getApplicationOperation, { params });
  const { items } = await crew.as(reviewer, getLedgerOperation, { params, query: {} });
  const parts = items.flatMap(({ lineNo, entitlements }) =>
    entitlements
      .filter(({ period, inHandFen }) => period > on.slice(0, 7) && inHandFen > 0)
      .map(({ period }) => ({ lineNo, period })),
  );
  await crew.as(reviewer, proposeRecoveryOperation, {
    params,
    body: {
      version,
      origin: 'REGISTER_CORRECTION',
      reason: `就业登记更正：${on} 已离职，此后各月不应享受`,
      parts,
    },
  });
};

/** What is proposed is approved by another person, and comes back in one sum. */
const recover = async (crew: Crew, progress: Progress): Promise<number> => {
  const open = async (state: string) => {
    const { items } = await crew.as(finance, listRecoveriesOperation, { params: { division }, query: {} });
    return items.filter((recovery) => recovery.state === state);
  };
  const proposed = await open('PROPOSED');
  progress.begin('追回 recovered', proposed.length);
  for (const { recoveryId, version } of proposed)
    await crew.as(approvers[0], decideRecoveryOperation, {
      params: { recoveryId },
      body: { version, decision: 'APPROVE', reason: '已与用工单位核实' },
    });
  const approved = await open('APPROVED');
  for (const { recoveryId, version, leftFen } of approved) {
    const received = {
      amountFen: leftFen,
      receivedOn: crew.today(),
      bankReference: `SAMPLE-${recoveryId.slice(1)}`,
    };
    await crew.as(finance, receiveRecoveryOperation, { params: { recoveryId }, body: { version, received } });
    progress.step();
  }
  progress.end(crew.today());
  return approved.reduce((sum, { leftFen }) => sum + leftFen, 0);
};

/**
 * After the money the registers learn that a worker was poor already when he was placed, and that a job had ended: a
 * supplement goes the usual way, and two months come back.
 */
export const followChanges = async (
  crew: Crew,
  learn: () => Promise<number>,
  progress: Progress,
  decided: (age: Age) => void,
): Promise<Followed> => {
  const changedFacts = await learn();
  for (const each of await decideCases(crew, progress, decided)) await proposeBack(crew, each);
  const recoveredFen = await recover(crew, progress);
  const supplements = await openTasks(crew, verifier, 'VERIFY');
  await verifyClaims(crew, new Map(), progress, 1, decided);
  // Past five working days: 6 July.
  await crew.wait(8 * 24);
  await settle(crew, noneIn('ON_NOTICE'));
  await approveClaims(crew, progress, decided);
  const supplementFen = supplements.reduce((sum, { application }) => sum + application.amountFen, 0);
  return { changedFacts, supplements: supplements.length, supplementFen, recoveredFen };
};
