/*
 * What one claim without an exception asks of the places that many claims share: counted from docs/cost.md ("Where the
 * write units go"), held to it by test/workflows/units-of-a-claim.test.ts.
 */

/** Write units to one partition of an index, or to one item. */
export const access = {
  'FUND#division': {
    units: 4,
    transactions: 2,
    of: 'the approval reserves, the booking spends; double in a transaction',
  },
  'QUEUE#role#division': { units: 2, transactions: 2, of: 'the approval is opened and decided' },
  'NOTICE#division': { units: 2, transactions: 2, of: 'the list is hung and taken down' },
  'PAYABLE#division': { units: 2, transactions: 2, of: 'made payable and booked' },
  'OUTBOX#n': { units: 6, transactions: 6, of: 'a start and two answers, each put in and taken out' },
} as const;
export type SharedPlace = keyof typeof access;

/** All that a claim took, from the transport subsidy in docs/cost.md. */
export const perClaim = {
  transitions: 10,
  machineInvocations: 5,
  httpRequests: 8,
  starts: 1,
  answers: 2,
  /** In the middle of what was measured (70 to 770 ms in all), for one invocation; three times that on a small function. */
  msOfInvocation: 40 * 3,
  writeUnits: 93,
  readUnits: 35,
  storedBytes: 12_000,
  /** From the submission to the money: five working days of notice, a verifier’s and an approver’s queue, the bank. */
  daysOpen: 21,
} as const;
