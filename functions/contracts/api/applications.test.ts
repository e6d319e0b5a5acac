import { describe, expect, test } from 'vitest';
import { aLine, aVersion } from '../../../test/builders/rows.ts';
import { halvesOf } from '../both.ts';
import { addLinesOperation, createApplicationOperation } from './applications.ts';
import { raiseObjectionOperation } from './notices.ts';
import { bookPayoutOperation } from './payouts.ts';

const worker = { name: '张小兰', citizenId: '141124198506129974' };
const { content } = aLine();
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ lineNo: index + 1, worker, content }));
const problemsIn = (lines: unknown): string[] => {
  const parsed = addLinesOperation.body.safeParse({ version: aVersion, lines });
  return parsed.success
    ? []
    : parsed.error.issues.map(
        ({ path, message }) => `${path.join('.')}: ${halvesOf(message)?.en ?? message}`,
      );
};

describe('lines in one request', () => {
  test('may be 90, as many as one transaction takes', () => {
    expect(problemsIn(numbered(90))).toEqual([]);
  });

  test.each([91, 201])('may not be %i: the rest goes into further requests', (count) => {
    expect(problemsIn(numbered(count))).toEqual([
      'lines: send at most 90 lines in one request, and the rest in further requests',
    ]);
  });

  test('may not be none', () => {
    expect(problemsIn([])).toEqual(['lines: send at least one line']);
  });

  test('may not name a number twice', () => {
    expect(problemsIn([...numbered(2), ...numbered(1)])).toEqual(['lines: each line number may come once']);
  });

  test('are all for one subsidy', () => {
    const spell = {
      kind: 'OUTSIDE_COUNTY',
      employerName: 'An employer',
      workplace: '110105',
      startsOn: '2020-01-01',
      endsOn: '2020-06-30',
      wageProof: true,
    };
    const other = { instrument: 'RETENTION_ALLOWANCE', claim: { spells: [spell] } };
    expect(problemsIn([...numbered(1), { lineNo: 2, worker, content: other }])).toEqual([
      'lines: all lines of an application are for the same subsidy',
    ]);
  });

  test.each([
    ['a negative fare', { fareFen: -1 }, 'cannot be negative'],
    ['half a fen', { fareFen: 0.5 }, 'whole number of fen'],
    ['a day that does not exist', { travelledOn: '2020-02-30' }, 'does not exist'],
  ])('are refused for %s', (_case, wrong, said) => {
    const [leg] = content.instrument === 'TRANSPORT_SUBSIDY' ? content.claim.legs : [];
    const spoilt = { ...content, claim: { ...content.claim, legs: [{ ...leg, ...wrong }] } };
    expect(problemsIn([{ lineNo: 1, worker, content: spoilt }]).join()).toContain(said);
  });
});

test('a claim without the signed commitment is not begun', () => {
  const parsed = createApplicationOperation.body.safeParse({
    instrument: 'TRANSPORT_SUBSIDY',
    division: '141124',
    commitmentSigned: false,
    payee: { holderName: 'a', bankName: 'b', account: { kind: 'BANK_CARD', number: '6217000010000000003' } },
  });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['commitmentSigned']);
});

test('an objection says something', () => {
  expect(raiseObjectionOperation.body.safeParse({ text: '假的' }).success).toBe(false);
  expect(raiseObjectionOperation.body.safeParse({ text: '此人三月份一直在村里没有外出。' }).success).toBe(
    true,
  );
});

test('a returned payment is booked with the bank’s reason', () => {
  const booking = { result: 'RETURNED', amountFen: 1, bookedOn: '2020-03-30', bankReference: '1' };
  const parse = (sent: object) =>
    bookPayoutOperation.body.safeParse({ version: aVersion, booking: sent }).success;
  expect([parse(booking), parse({ ...booking, returnReason: 'ACCOUNT_CLOSED' })]).toEqual([false, true]);
});
