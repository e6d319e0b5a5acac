import { getApplicationOperation } from '../../../functions/contracts/api/application-reads.ts';
import { getNoticeOperation, raiseObjectionOperation } from '../../../functions/contracts/api/notices.ts';
import { noticeId } from '../../../functions/contracts/notice.ts';
import type { Progress } from '../progress.ts';
import { staff, type Crew } from './crew.ts';
import type { Filed } from './file-claims.ts';
import { decideAll, openTasks, type Age } from './queue.ts';
import { settle, waiting } from './settle.ts';

/** Somebody from the village, without an account, objects to what hangs on the wall. */
export const objectTo = async (crew: Crew, claim: Filed, progress: Progress): Promise<void> => {
  progress.begin('异议 objection raised', 1);
  const params = { applicationId: claim.applicationId };
  const application = await crew.as(claim.filedBy, getApplicationOperation, { params });
  const notice = { noticeId: noticeId.parse(application.noticeId) };
  const { lines } = await crew.asVisitor(getNoticeOperation, { params: notice });
  await crew.asVisitor(raiseObjectionOperation, {
    params: notice,
    body: {
      text: '听说此人五月已经回村，没有在离石务工，请核实。',
      ...(lines[0] && { lineNo: lines[0].lineNo }),
    },
  });
  progress.step();
  await settle(crew, (all) => all.some((summary) => waiting(summary, 'REEXAMINE') > 0));
  progress.end(crew.today());
};

/** Somebody other than the verifier looks at it; here the objection proves unfounded. */
export const reexamine = async (
  crew: Crew,
  progress: Progress,
  decided: (age: Age) => void,
): Promise<number> => {
  const user = staff['141124'].reviewer;
  const tasks = await openTasks(crew, user, 'REEXAMINE');
  progress.begin('复核 re-examined', tasks.length);
  await decideAll(
    crew,
    user,
    tasks,
    () =>
      Promise.resolve({
        decision: 'DISMISS',
        reason: '已电话联系用工单位并查看五月工资单，异议不成立',
      }),
    (age) => {
      decided(age);
      progress.step();
    },
  );
  await settle(crew, (all) => all.every((summary) => waiting(summary, 'REEXAMINE') === 0));
  progress.end(crew.today());
  return tasks.length;
};
