import { expect, test } from 'vitest';
import type { LabourContract } from '../contracts/labour-contract.ts';
import { contractTerm } from './contract-term.ts';
import { valuesInForce } from './values/index.ts';

const rules = valuesInForce('141124', '2020-03-16');
const term = (months: number | null) => ({ ruleId: 'hiring.enterpriseMinContractMonths', months });
const contract = (endsOn: string | undefined, rest: Partial<LabourContract> = {}): LabourContract => ({
  number: 'HT-1',
  type: 'FIXED_TERM',
  signedOn: '2020-03-01',
  startsOn: '2020-03-01',
  ...(endsOn !== undefined && { endsOn }),
  ...rest,
});

test.each([
  ['six months to the day', contract('2020-08-31'), 6, 'PASS'],
  ['a day short', contract('2020-08-30'), 6, 'FAIL CONTRACT_TOO_SHORT'],
  ['a day more', contract('2020-09-01'), 6, 'PASS'],
  ['a year, to the day', contract('2021-02-28'), 12, 'PASS'],
  ['a year, a day short', contract('2021-02-27'), 12, 'FAIL CONTRACT_TOO_SHORT'],
  ['from 31 August: February has no such day', contract('2021-02-27', { startsOn: '2020-08-31' }), 6, 'PASS'],
  ['open-ended', contract(undefined, { type: 'OPEN_ENDED' }), 6, 'PASS'],
  ['until a task is done', contract(undefined, { type: 'TASK_BASED' }), 6, 'CAVEAT TASK_BASED_CONTRACT'],
  ['a fixed term without a last day', contract(undefined), 6, 'CAVEAT PROOF_MISSING'],
  ['a term that nobody has set', contract('2020-08-31'), null, 'UNAVAILABLE RULE_NOT_CONFIGURED'],
  ['none set, but open-ended', contract(undefined, { type: 'OPEN_ENDED' }), null, 'PASS'],
] as const)('%s', (_case, given, months, expected) => {
  const { outcome, reason } = contractTerm(given, term(months), rules);
  expect([outcome, ...(reason ? [reason] : [])].join(' ')).toBe(expected);
});
