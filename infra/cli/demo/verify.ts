import type { LineView } from '../../../functions/contracts/api/views.ts';
import { listTaskLinesOperation, type TaskView } from '../../../functions/contracts/api/tasks.ts';
import type { ApplicationId } from '../../../functions/contracts/application.ts';
import { allPages } from '../api-client.ts';
import type { Progress } from '../progress.ts';
import { counties, staff, type Crew } from './crew.ts';
import type { Filed } from './file-claims.ts';
import { decideAll, openTasks, type Age, type Verdict } from './queue.ts';
import { settle } from './settle.ts';

/**
 * What the verifier finds out about a line that the registers left open. The demo's verifier telephones the village:
 * the answer stands in the remark of the sample file.
 */
const finding = (
  { reasonCode }: LineView,
  remark: string,
): { outcome: 'APPROVE' | 'REFUSE'; reason: string } => {
  if (remark === '台账中没有此人')
    return { outcome: 'REFUSE', reason: '村委会证实此人不是建档立卡贫困劳动力' };
  switch (reasonCode) {
    case 'OVERSEAS_TRAVEL':
      return { outcome: 'REFUSE', reason: '境外交通按境外劳务政策办理' };
    case 'EMPLOYER_IS_APPLICANT':
      return { outcome: 'REFUSE', reason: '用人单位与申请机构同属一家，不予补贴' };
    case 'CLAIMED_ELSEWHERE':
      return { outcome: 'REFUSE', reason: '另一机构的合同在先' };
    default:
      return { outcome: 'APPROVE', reason: '已查看原件并电话核实' };
  }
};

/** Dates that the employment register contradicts go back to the applicant; everything else is decided line by line. */
const verdictOn = (lines: readonly LineView[], filed: Filed | undefined): Verdict => {
  const contradicted = lines.filter(({ reasonCode }) => reasonCode === 'REGISTER_DIFFERS');
  if (contradicted.length > 0)
    return {
      decision: 'RETURN',
      reason: '开始日期与就业登记不一致，请核对后补正',
      marked: contradicted.map(({ lineNo }) => ({
        lineNo,
        field: 'spells.0.startsOn',
        note: '就业登记的开始日期较晚',
      })),
    };
  const decided = lines
    .filter(({ outcome }) => outcome === 'REVIEW')
    .map((line) => ({ lineNo: line.lineNo, ...finding(line, filed?.remarks.get(line.lineNo) ?? '') }));
  const remains = lines.some(
    ({ lineNo, outcome }) =>
      outcome === 'APPROVE' || decided.some((line) => line.lineNo === lineNo && line.outcome === 'APPROVE'),
  );
  return {
    decision: remains ? 'APPROVE' : 'REFUSE',
    reason: remains ? '核实无误的行予以通过' : '核实后没有符合规定的行',
    lines: decided,
  };
};

/** Both counties' verifiers work through their queues; on the first of two days only half of it. */
export const verifyClaims = async (
  crew: Crew,
  filed: ReadonlyMap<ApplicationId, Filed>,
  progress: Progress,
  share: number,
  decided: (age: Age) => void,
): Promise<void> => {
  const judge = (user: string) => async (task: TaskView) => {
    const lines = await allPages((cursor) =>
      crew.as(user, listTaskLinesOperation, {
        params: { taskId: task.taskId },
        query: { limit: '100', ...(cursor !== undefined && { cursor }) },
      }),
    );
    return verdictOn(lines, filed.get(task.application.applicationId));
  };
  const queues = await Promise.all(
    counties.map(async (county) => {
      const user = staff[county].verifier;
      return { user, tasks: await openTasks(crew, user, 'VERIFY') };
    }),
  );
  // In the order of the file, not of the tasks' random numbers: each run decides the same ones first.
  const nameOf = ({ application }: TaskView) => filed.get(application.applicationId)?.name ?? '';
  const chosen = queues.map(({ user, tasks }) => ({
    user,
    tasks: tasks.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).slice(0, Math.ceil(tasks.length * share)),
  }));
  progress.begin(
    '审核 verified',
    chosen.reduce((sum, { tasks }) => sum + tasks.length, 0),
  );
  for (const { user, tasks } of chosen)
    await decideAll(crew, user, tasks, judge(user), (age) => {
      decided(age);
      progress.step();
    });
  await settle(crew);
  progress.end(crew.today());
};
