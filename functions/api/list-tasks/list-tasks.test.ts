import { describe, expect, test, vi } from 'vitest';
import type { Role } from '../../contracts/actor.ts';
import { listTasksOperation } from '../../contracts/api/tasks.ts';
import { randomVault } from '../../../test/support/random-vault.ts';
import type { Item } from '../../store/read-application.ts';
import { aHead, anActor, aTask } from '../../../test/builders/rows.ts';
import { listTasks } from './list-tasks.ts';

const vault = randomVault();
const at = '2020-03-24T02:00:00.000Z';
const mine = { claimedBy: 'u-county_verifier', claimedByName: 'Li', claimedAt: at };
const others = { claimedBy: 'u-other', claimedByName: 'Wang', claimedAt: at };

const queue = [
  aTask({ taskId: 'A20200316-0000000001.VERIFY.4', dueOn: '2020-03-23' }),
  aTask({ taskId: 'A20200316-0000000002.VERIFY.4', dueOn: '2020-03-25', ...mine }),
  aTask({ taskId: 'A20200316-0000000003.VERIFY.4', dueOn: '2020-03-26', ...others }),
];

const run = (
  answer: (page: { role: Role; start: Item | undefined }) => { items: typeof queue; next?: Item } = () => ({
    items: queue,
  }),
) => {
  const query = vi.fn(
    async (page: { role: Role; division: string; limit: number; start: Item | undefined }) => {
      const { items, ...rest } = answer(page);
      return { items: items.map((task) => ({ task, head: aHead() })), ...rest };
    },
  );
  const ask = (asked: Record<string, string> = {}, roles: Role[] = ['COUNTY_VERIFIER']) =>
    listTasks({ listTasks: query, vault })({
      actor: anActor('COUNTY_VERIFIER', { roles }),
      at,
      requestId: 'r',
      params: {},
      body: undefined,
      query: listTasksOperation.query.parse(asked),
    });
  return { ask, query };
};

const numbers = ({ items }: { items: readonly { taskId: string }[] }) =>
  items.map(({ taskId }) => taskId.slice(19, 20));

describe('a verifier’s queue', () => {
  test('is that of their own county and role', async () => {
    const { ask, query } = run();
    await ask({ limit: '10' });
    expect(query.mock.calls).toEqual([
      [{ role: 'COUNTY_VERIFIER', division: '141124', limit: 10, start: undefined }],
    ]);
  });

  test.each([
    ['ANY', ['1', '2', '3']],
    ['UNCLAIMED', ['1']],
    ['MINE', ['2']],
    ['OVERDUE', ['1']],
  ])('asked for %s shows tasks %s', async (status, expected) => {
    expect(numbers(await run().ask({ status }))).toEqual(expected);
  });

  test('asked for a kind that is another role’s is empty, and asks the table nothing', async () => {
    const { ask, query } = run();
    expect(await ask({ kind: 'APPROVE' })).toEqual({ items: [] });
    expect(query).not.toHaveBeenCalled();
  });
});

test('somebody with two roles reads one queue to its end, then the other', async () => {
  const second = aTask({
    taskId: 'A20200316-0000000009.APPROVE.4',
    kind: 'APPROVE',
    role: 'COUNTY_APPROVER',
  });
  const { ask, query } = run(({ role, start }) => {
    if (role === 'COUNTY_APPROVER') return { items: [second] };
    return start === undefined
      ? { items: queue.slice(0, 2), next: { pk: 'p', sk: 's' } }
      : { items: queue.slice(2) };
  });
  const roles: Role[] = ['COUNTY_APPROVER', 'COUNTY_VERIFIER'];
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor === undefined ? {} : { cursor }, roles);
    seen.push(...numbers(page));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  expect(seen).toEqual(['1', '2', '3', '9']);
  expect(query.mock.calls.map(([{ role, start }]) => [role, start])).toEqual([
    ['COUNTY_VERIFIER', undefined],
    ['COUNTY_VERIFIER', { pk: 'p', sk: 's' }],
    ['COUNTY_APPROVER', undefined],
  ]);
});

test('a cursor of one filter does not open another', async () => {
  const { ask } = run(() => ({ items: queue, next: { pk: 'p', sk: 's' } }));
  const { nextCursor = '' } = await ask({ status: 'MINE' });
  await expect(ask({ status: 'ANY', cursor: nextCursor })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
});
