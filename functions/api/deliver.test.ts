import { expect, test, vi } from 'vitest';
import { applicationId, version } from '../contracts/application.ts';
import { deliver } from './deliver.ts';

const id = applicationId.parse('A20200316-7K3M9QW2ZD');
const receipt = {
  applicationId: id,
  state: 'SUBMITTED',
  version: version.parse(`2-${'a'.repeat(32)}`),
} as const;

test('a submitted application is started, an answered wait answered', async () => {
  const machine = { start: vi.fn(async () => undefined), answer: vi.fn(async () => 'ANSWERED' as const) };
  const token = 'token-1';
  expect(await deliver(machine)({ receipt, delivery: { kind: 'START', applicationId: id } })).toBe(receipt);
  await deliver(machine)({ receipt, delivery: { kind: 'ANSWER', applicationId: id, token, answer: '{}' } });
  expect([machine.start.mock.calls, machine.answer.mock.calls]).toEqual([[[id]], [['token-1', '{}']]]);
});

test('a call that fails is left to the sweeper: the change is committed, and its sender is told so', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const start = async () => {
    throw Object.assign(new Error('connect'), { name: 'TimeoutError' });
  };
  const machine = { start, answer: async () => 'ANSWERED' as const };
  const answered = await deliver(machine)({ receipt, delivery: { kind: 'START', applicationId: id } });
  const log = written.mock.calls.flat().join('');
  written.mockRestore();
  expect(answered).toBe(receipt);
  expect(log).toContain('CALL_LEFT_TO_SWEEPER');
});

test('a change that nobody waits for calls nobody', async () => {
  const never = async () => Promise.reject(new Error('called'));
  expect(await deliver({ start: never, answer: never })({ receipt })).toBe(receipt);
});
