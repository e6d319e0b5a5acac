import type { Actor } from '../../contracts/actor.ts';
import type { getTaskOperation, ObjectionView, TaskDetail } from '../../contracts/api/tasks.ts';
import type { ApplicationId } from '../../contracts/application.ts';
import { decisionsOf, type TaskId } from '../../contracts/queue.ts';
import type { RunDifference } from '../../contracts/run-difference.ts';
import type { Instant } from '../../contracts/scalars.ts';
import type { ReadRun } from '../../platform/route.ts';
import { mayDecide } from '../../rules/four-eyes/may-decide.ts';
import { actOf } from '../../store/tasks/four-eyes.ts';
import { entryOf } from '../../rules/values/catalogue.ts';
import type { TaskAndHead } from '../../store/tasks/read-task.ts';
import { payeeOf } from '../views/application-view.ts';
import { taskViewOf } from '../views/task-view.ts';

type Compared = { readonly id: ApplicationId; readonly actor: Actor; readonly at: Instant };

export type Deps = {
  readonly readTask: (id: TaskId, actor: Actor) => Promise<TaskAndHead>;
  readonly readObjections: (id: ApplicationId) => Promise<readonly ObjectionView[]>;
  readonly compare: (asked: Compared) => Promise<readonly RunDifference[]>;
};

/** Whether this person may decide, and if not, why: asked here so that nobody claims a task in vain. */
const fourEyes = (actor: Actor, { task, head }: TaskAndHead): TaskDetail['mayDecide'] => {
  const act = actOf(task.kind);
  if (act === undefined) return { allowed: false };
  const { division, organisationId, participants } = head;
  const answer = mayDecide(actor, { division, organisationId, ...participants }, act);
  return answer.allowed ? { allowed: true } : { allowed: false, sentence: answer.sentence };
};

/** Which value, of which county, for which day: what a rule administrator must see to. */
const missingIn = ({ division, tally }: TaskAndHead['head']): Pick<TaskDetail, 'missing'> => {
  const missing = (tally?.missing ?? []).flatMap(({ ruleId, on }) => {
    const entry = entryOf(ruleId);
    return entry ? [{ ruleId, on, division, kind: entry.kind, meaning: { zh: entry.zh, en: entry.en } }] : [];
  });
  return missing.length > 0 ? { missing } : {};
};

export const getTask =
  ({ readTask, readObjections, compare }: Deps): ReadRun<typeof getTaskOperation> =>
  async ({ actor, at, params }) => {
    const both = await readTask(params.taskId, actor);
    const { task, head } = both;
    const holds = task.status === 'OPEN' && task.claimedBy === actor.id;
    const holdsReexamination = task.kind === 'REEXAMINE' && task.claimedBy === actor.id;
    const holdsCase = task.kind === 'FACTS_CHANGED' && holds;
    return {
      ...taskViewOf(both, actor, at),
      decisions: task.status === 'OPEN' ? [...decisionsOf[task.kind]] : [],
      mayDecide: fourEyes(actor, both),
      payee: payeeOf(head),
      proxy: head.proxy,
      tally: head.tally,
      marked: head.marked,
      changes: task.changes,
      ...(holdsCase && { differences: [...(await compare({ id: head.applicationId, actor, at }))] }),
      ...(task.kind === 'CONFIGURE' && missingIn(head)),
      ...(holdsReexamination && { objections: [...(await readObjections(head.applicationId))] }),
    };
  };
