import { expect, test } from 'vitest';
import { define, testEngine } from '../testing.ts';

/** What AWS counts as the same machine, the same revision, and the order it lists in. */

const machine = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
const other = { StartAt: 'Q', States: { Q: { Type: 'Pass', End: true } } };
const textOf = (of: object) => JSON.stringify({ QueryLanguage: 'JSONata', ...of });

test('the same machine made again is answered as the first, whatever its role', async () => {
  const { engine } = testEngine();
  const stateMachineArn = await define(engine, machine);
  const again = { name: 'machine', definition: textOf(machine), roleArn: 'arn:aws:iam::000000000000:role/b' };
  expect(await engine.createStateMachine(again)).toMatchObject({ stateMachineArn });
  expect(await engine.describeStateMachine({ stateMachineArn })).toMatchObject({
    roleArn: 'arn:aws:iam::000000000000:role/test',
  });
  await expect(engine.createStateMachine({ ...again, definition: textOf(other) })).rejects.toThrow(
    `State Machine Already Exists: '${stateMachineArn}'`,
  );
});

test('an update that changes nothing makes no new revision', async () => {
  const { engine } = testEngine();
  const stateMachineArn = await define(engine, machine);
  const change = { stateMachineArn, definition: textOf(other) };
  const { revisionId } = await engine.updateStateMachine(change);
  expect(await engine.updateStateMachine(change)).toMatchObject({ revisionId });
  const back = await engine.updateStateMachine({ stateMachineArn, definition: textOf(machine) });
  expect(back.revisionId).not.toBe(revisionId);
  expect(await engine.describeStateMachine({ stateMachineArn })).toMatchObject({
    revisionId: back.revisionId,
  });
});

test('machines are listed by name, in pages', async () => {
  const { engine } = testEngine();
  for (const name of ['m-2', 'm-10', 'm-1']) await define(engine, machine, name);
  const first = await engine.listStateMachines({ maxResults: 2 });
  expect(first.stateMachines.map(({ name }) => name)).toEqual(['m-1', 'm-10']);
  const rest = await engine.listStateMachines({ nextToken: first.nextToken });
  expect(rest.stateMachines.map(({ name }) => name)).toEqual(['m-2']);
});
