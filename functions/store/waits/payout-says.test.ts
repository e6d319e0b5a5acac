import { expect, test, vi } from 'vitest';
import { aHead } from '../../../test/builders/rows.ts';
import type { Desk } from '../desk.ts';
import { payoutSays } from './payout-says.ts';

const send = vi.fn();
const desk = { table: { name: 'desk', documents: { send } } } as unknown as Desk;

test.each([
  [
    'an approved recognition: that it is approved is the answer',
    'WORKSHOP_RECOGNITION',
    'APPROVED',
    'APPROVE',
    'RECOGNISED',
  ],
  ['but of no other wait', 'WORKSHOP_RECOGNITION', 'APPROVED', 'PAY', undefined],
  ['nor before it is approved', 'WORKSHOP_RECOGNITION', 'IN_APPROVAL', 'APPROVE', undefined],
  ['nor for what pays somebody', 'BASE_AWARD', 'APPROVED', 'APPROVE', undefined],
] as const)('%s', async (_case, instrument, state, kind, decision) => {
  const head = aHead({ instrument, state });
  const said = await payoutSays(desk, head, kind);
  expect(said).toBe(decision && JSON.stringify({ decision, version: head.version }));
  expect(send).not.toHaveBeenCalled();
});
