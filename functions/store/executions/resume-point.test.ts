import { expect, test } from 'vitest';
import type { ApplicationHead } from '../../contracts/application.ts';
import { payoutRow, type PayoutRow } from '../../contracts/payout.ts';
import { aHead } from '../../../test/builders/rows.ts';
import { morning } from '../../../test/support/issuer.ts';
import { resumePointOf } from './resume-point.ts';

const wait = { kind: 'APPROVE', rowId: 'r', dueOn: '2020-03-20' } as const;
const answer = { kind: 'ANSWER', at: morning, answer: '{}' } as const;
const payoutThatIs = (state: PayoutRow['state']) =>
  payoutRow.parse({
    payoutId: 'A20200316-7K3M9QW2ZD.PAYOUT.1',
    applicationId: 'A20200316-7K3M9QW2ZD',
    instrument: 'TRANSPORT_SUBSIDY',
    division: '141124',
    amountFen: 100,
    state,
    payeeMasked: '****0003',
    payeeSealed: 'x',
    approvedAt: morning,
  });

test.each([
  ['a draft needs none', { state: 'DRAFT' }, undefined],
  ['nor does what is closed', { state: 'CLOSED' }, undefined],
  ['nor what has given back all it held', { state: 'REFUSED', ended: true }, undefined],
  ['what was just submitted', { state: 'SUBMITTED' }, 'CHECK'],
  ['a wait', { state: 'IN_APPROVAL', wait }, 'APPROVE'],
  [
    'a second approver’s wait',
    { state: 'IN_APPROVAL', wait: { ...wait, kind: 'SECOND_APPROVE' } },
    'SECOND_APPROVE',
  ],
  ['an answer that never arrived', { state: 'APPROVED', outbox: { ...answer, wait } }, 'APPROVE'],
  [
    'a correction that was sent',
    { state: 'SUBMITTED', outbox: { ...answer, wait: { ...wait, kind: 'CORRECT' } } },
    'CORRECT',
  ],
  ['a notice with an objection', { state: 'ON_NOTICE', openObjections: 1 }, 'REEXAMINE'],
  ['a notice', { state: 'ON_NOTICE' }, 'NOTICE'],
  ['a recognition that was approved', { state: 'APPROVED', instrument: 'WORKSHOP_RECOGNITION' }, 'CLOSE'],
  ['a withdrawal, whatever was waited for', { state: 'WITHDRAWN', wait }, 'END_WITHDRAWN'],
] as const)('%s', (_case, more, resumeAt) => {
  expect(resumePointOf({ head: aHead(more as Partial<ApplicationHead>) })?.resumeAt).toBe(resumeAt);
});

test.each([
  ['PAID', 'CLOSE'],
  ['RETURNED', 'CORRECT_PAYEE'],
  ['PAYABLE', 'PAY'],
  ['APPROVED', 'PAY'],
] as const)('money that is %s goes on at %s', (state, resumeAt) => {
  expect(resumePointOf({ head: aHead({ state: 'PAYING' }), payout: payoutThatIs(state) })).toEqual({
    resumeAt,
    parked: false,
  });
});

test('what an operator has stays with the operator', () => {
  const head = aHead({ state: 'CHECKING', wait: { ...wait, kind: 'OPERATE' } });
  expect(resumePointOf({ head })).toEqual({ resumeAt: 'CHECK', parked: true });
});
