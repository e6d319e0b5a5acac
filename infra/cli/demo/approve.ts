import type { Progress } from '../progress.ts';
import { counties, staff, type Crew } from './crew.ts';
import { decideAll, openTasks, type Age, type Verdict } from './queue.ts';
import { settle } from './settle.ts';

const approved: Verdict = { decision: 'APPROVE', reason: '公示无异议，同意发放' };

/** Both counties' approvers approve what has hung its days; above the county's amount a second one does so too. */
export const approveClaims = async (
  crew: Crew,
  progress: Progress,
  decided: (age: Age) => void,
): Promise<number> => {
  const note = (age: Age) => {
    decided(age);
    progress.step();
  };
  const queues = await Promise.all(
    counties.map(async (county) => {
      const [user] = staff[county].approvers;
      return { user, tasks: await openTasks(crew, user, 'APPROVE') };
    }),
  );
  progress.begin(
    '审批 approved',
    queues.reduce((sum, { tasks }) => sum + tasks.length, 0),
  );
  for (const { user, tasks } of queues)
    await decideAll(crew, user, tasks, () => Promise.resolve(approved), note);
  await settle(crew);
  progress.end(crew.today());

  const [, second] = staff['141124'].approvers;
  const large = await openTasks(crew, second, 'SECOND_APPROVE');
  progress.begin('二次审批 approved by a second person', large.length);
  await decideAll(crew, second, large, () => Promise.resolve(approved), note);
  await settle(crew);
  progress.end(crew.today());
  return large.length;
};
