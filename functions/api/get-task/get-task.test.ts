import { expect, test, vi } from 'vitest';
import { getTaskOperation } from '../../contracts/api/tasks.ts';
import { taskId, type TaskRow } from '../../contracts/queue.ts';
import { aHead, anActor, anId, aTask } from '../../../test/builders/rows.ts';
import { getTask } from './get-task.ts';

const objection = { objectionId: '7K3M9QW2ZD', text: '此人没有外出。', raisedAt: '2020-03-18T02:00:00.000Z' };

const difference = { lineNo: 1, facts: [], values: [], checks: [], amounts: [] };

const read = async (task: TaskRow, actor = anActor(task.role), head = aHead()) => {
  const readObjections = vi.fn(async () => [objection]);
  const compare = vi.fn(async () => [difference]);
  const answer = await getTask({ readTask: async () => ({ task, head }), readObjections, compare })({
    actor,
    at: '2020-03-17T02:00:00.000Z',
    requestId: 'r',
    params: { taskId: taskId.parse(task.taskId) },
    query: {},
    body: undefined,
  });
  return { answer: getTaskOperation.response.parse(answer), readObjections };
};

const reexamination = (more: Partial<Omit<TaskRow, 'taskId'>> = {}) =>
  aTask({ taskId: `${anId}.REEXAMINE.8`, kind: 'REEXAMINE', role: 'COUNTY_REVIEWER', ...more });

test('a task says what may be decided', async () => {
  const { answer } = await read(aTask());
  expect(answer).toMatchObject({ decisions: ['APPROVE', 'REFUSE', 'RETURN'], mayDecide: { allowed: true } });
});

test('a task that is over leaves nothing to decide', async () => {
  const { answer } = await read(aTask({ status: 'DONE' }));
  expect(answer.decisions).toEqual([]);
});

test('the person who verified is told, before they claim it, that they may not approve', async () => {
  const verified = aHead({ participants: { ...aHead().participants, verifiers: ['u-both'] } });
  const both = anActor('COUNTY_APPROVER', { id: 'u-both', roles: ['COUNTY_APPROVER', 'COUNTY_VERIFIER'] });
  const { answer } = await read(aTask({ kind: 'APPROVE', role: 'COUNTY_APPROVER' }), both, verified);
  expect(answer.mayDecide.allowed).toBe(false);
  expect(answer.mayDecide.sentence?.zh).toMatch(/[一-龥]/);
});

test('what an objector wrote is opened for the re-examiner who holds the task', async () => {
  const held = reexamination({
    claimedBy: 'u-county_reviewer',
    claimedByName: 'Li',
    claimedAt: '2020-03-17T01:00:00.000Z',
  });
  const { answer, readObjections } = await read(held);
  expect(answer.objections).toEqual([objection]);
  expect(readObjections).toHaveBeenCalledWith(anId);
});

test('and for nobody else', async () => {
  const { answer, readObjections } = await read(reexamination());
  expect(answer).not.toHaveProperty('objections');
  expect(readObjections).not.toHaveBeenCalled();
});

test('a case of changed facts shows what changed, and to its holder old and new runs side by side', async () => {
  const changes = [{ fact: 'DEATH' as const, name: 'DEATH', after: '2020-04-10' }];
  const aCase = {
    taskId: `${anId}.FACTS_CHANGED.77`,
    kind: 'FACTS_CHANGED',
    role: 'COUNTY_REVIEWER',
  } as const;
  const open = await read(aTask({ ...aCase, changes }));
  expect(open.answer).toMatchObject({ changes, decisions: ['REASSESS', 'RECHECK', 'LEAVE'] });
  expect(open.answer).not.toHaveProperty('differences');
  const held = await read(aTask({ ...aCase, changes, claimedBy: 'u-county_reviewer' }));
  expect(held.answer.differences).toEqual([difference]);
});
