import { expect, test } from 'vitest';
import { possibleChanges } from './recognition-changes.ts';

test.each([
  ['an active one is suspended or revoked', 'ACTIVE', false, ['SUSPEND', 'REVOKE']],
  ['under review it may also be kept', 'ACTIVE', true, ['SUSPEND', 'REVOKE', 'KEEP']],
  ['a suspended one is resumed or revoked', 'SUSPENDED', false, ['RESUME', 'REVOKE']],
  ['under review it may also stay suspended', 'SUSPENDED', true, ['RESUME', 'REVOKE', 'KEEP']],
  ['what was revoked stays revoked', 'REVOKED', false, []],
  ['even under review', 'REVOKED', true, []],
  ['before it begins nothing is changed', 'NOT_YET', true, []],
] as const)('%s', (_case, standing, underReview, expected) => {
  expect(possibleChanges(standing, underReview)).toEqual(expected);
});
