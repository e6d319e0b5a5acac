import { expect, test } from 'vitest';
import { fillMachine, readMachines } from './machines.ts';

const arnOf = (name: string) => `arn:aws:lambda:cn-north-1:000000000000:function:${name}`;
const workflows = new URL('../../workflows/', import.meta.url);

test('every machine of workflows/ is found', () => {
  expect(readMachines(workflows).map(({ name }) => name)).toContain('application');
});

test('every placeholder gets the ARN of its function', () => {
  const definition = '{"a":"${CheckApplicationArn}","b":"${PayArn}","c":"${PayArn}"}';
  expect(fillMachine({ name: 'm', definition }, new Set(['CheckApplication', 'Pay']), arnOf)).toBe(
    JSON.stringify({ a: arnOf('CheckApplication'), b: arnOf('Pay'), c: arnOf('Pay') }),
  );
});

test('a machine that names a function nobody wrote is refused by name', () => {
  const definition = '"${PayArn}" "${MissingArn}" "${MissingArn}"';
  expect(() => fillMachine({ name: 'application', definition }, new Set(['Pay']), arnOf)).toThrow(
    'The machine application names functions that are not in functions/tasks/index.ts: Missing.',
  );
});
