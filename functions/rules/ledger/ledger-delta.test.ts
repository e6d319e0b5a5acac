import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inHandFen, ledgerDelta, recoverableFen, type Movement } from './ledger-delta.ts';

const paid = (amountFen: number): Movement => ({ kind: 'GROSS', amountFen });

describe('what a new full value asks for', () => {
  test.each([
    ['nothing paid yet: the whole value', 20_000, [], 0, 20_000],
    ['the value that was paid: nothing', 20_000, [paid(20_000)], 0, 0],
    ['a higher value: the difference', 80_000, [paid(50_000)], 0, 30_000],
    ['a lower value: the difference back', 0, [paid(20_000)], 0, -20_000],
    ['a lower value whose recovery is under way: nothing more', 0, [paid(20_000)], 20_000, 0],
    [
      'a lower value of which half came back: nothing more',
      0,
      [paid(20_000), { kind: 'RECOVER', amountFen: 5_000 }],
      15_000,
      0,
    ],
    [
      'the old value again while a recovery is open: the recovery is paid down',
      20_000,
      [paid(20_000)],
      20_000,
      20_000,
    ],
    [
      'money the bank took back: it is due again',
      20_000,
      [paid(20_000), { kind: 'REVERSAL', amountFen: 20_000 }],
      0,
      20_000,
    ],
    [
      'what was written off: it is not asked for again',
      0,
      [paid(20_000), { kind: 'WRITE_OFF', amountFen: 20_000 }],
      0,
      0,
    ],
    [
      'the old value again after a write-off: it was never given back, so nothing',
      20_000,
      [paid(20_000), { kind: 'WRITE_OFF', amountFen: 20_000 }],
      0,
      0,
    ],
    [
      'the old value again after people asked a part back by their own word: nothing, it is not due again',
      20_000,
      [
        paid(20_000),
        { kind: 'LIMIT', amountFen: 5_000, keepsFen: 15_000 },
        { kind: 'RECOVER', amountFen: 5_000 },
      ],
      0,
      0,
    ],
    [
      'a lower value than people left: the rest back',
      12_000,
      [paid(20_000), { kind: 'LIMIT', amountFen: 5_000, keepsFen: 15_000 }],
      5_000,
      -3_000,
    ],
  ] as [string, number, Movement[], number, number][])('%s', (_what, full, movements, open, delta) => {
    expect(ledgerDelta(full, movements, open)).toBe(delta);
  });
});

type Book = {
  readonly movements: readonly Movement[];
  readonly open: number;
  readonly paidOut: readonly number[];
};
const empty: Book = { movements: [], open: 0, paidOut: [] };

/** One re-assessment carried to its end: a higher value pays down what is open first, a lower one opens a recovery. */
const reassess = (full: number, { movements, open, paidOut }: Book): Book => {
  const delta = ledgerDelta(full, movements, open);
  if (delta <= 0) return { movements, open: open - delta, paidOut };
  const offset = Math.min(delta, open);
  const payout = delta - offset;
  const made: Movement[] = [
    { kind: 'ADJUST', amountFen: delta },
    { kind: 'OFFSET', amountFen: offset },
  ];
  return {
    movements: [...movements, ...made],
    open: open - offset,
    paidOut: payout === 0 ? paidOut : [...paidOut, payout],
  };
};

/** The payee brings back a part of what is asked for. */
const receive = (share: number, { movements, open, paidOut }: Book): Book => {
  const amountFen = Math.floor(open * share);
  return { movements: [...movements, { kind: 'RECOVER', amountFen }], open: open - amountFen, paidOut };
};

/** Two people decide by their own word to ask back a part of what may still be asked back. */
const askBack = (share: number, { movements, open, paidOut }: Book): Book => {
  const left = recoverableFen(movements, open);
  const amountFen = Math.floor(left * share);
  const limit: Movement = { kind: 'LIMIT', amountFen, keepsFen: left - amountFen };
  return amountFen === 0
    ? { movements, open, paidOut }
    : { movements: [...movements, limit], open: open + amountFen, paidOut };
};

/** The bank takes back the whole of what the payee has. */
const reverse = ({ movements, open, paidOut }: Book): Book =>
  open > 0
    ? { movements, open, paidOut }
    : { movements: [...movements, { kind: 'REVERSAL', amountFen: inHandFen(movements) }], open, paidOut };

const step = fc.oneof(
  { weight: 3, arbitrary: fc.nat(100_000).map((full) => (book: Book) => reassess(full, book)) },
  fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (book: Book) => receive(share, book)),
  fc.constant(reverse),
);
const carry = (steps: readonly ((book: Book) => Book)[]): Book =>
  steps.reduce((book, next) => next(book), empty);

describe('whatever happened before', () => {
  test('the sum paid ends at the newest full value, once what is asked for has come back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.nat(100_000), (steps, full) => {
        const end = receive(1, reassess(full, carry(steps)));
        expect(inHandFen(end.movements)).toBe(full);
      }),
    );
  });

  test('what people asked back by their own word is never paid again, and no more is asked than is in hand', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 8 }),
        share,
        fc.array(step, { maxLength: 8 }),
        (before, part, after) => {
          const then = carry(before);
          const asked = askBack(part, then);
          const keeps = asked === then ? 0 : inHandFen(asked.movements) - asked.open;
          const end = after.reduce((book, next) => next(book), asked);
          expect(asked.open).toBeLessThanOrEqual(Math.max(then.open, inHandFen(asked.movements)));
          if (asked.movements.length > then.movements.length)
            expect(inHandFen(end.movements) - end.open).toBeLessThanOrEqual(keeps);
        },
      ),
    );
  });

  test('the order in which values were found does not matter, only the last', () => {
    const values = fc.uniqueArray(fc.nat(100_000), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(values, fc.nat(100_000), (before, last) => {
        const end = (order: readonly number[]) => {
          const { movements, open } = [...order, last].reduce((book, full) => reassess(full, book), empty);
          return inHandFen(movements) - open;
        };
        expect(end(before)).toBe(last);
        expect(end(before.toReversed())).toBe(end(before));
      }),
    );
  });

  test('no payment is nothing or less, and the same value again makes none', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.nat(100_000), (steps, full) => {
        const once = reassess(full, carry(steps));
        expect(once.paidOut.every((amount) => amount > 0)).toBe(true);
        expect(reassess(full, once)).toEqual(once);
      }),
    );
  });
});
