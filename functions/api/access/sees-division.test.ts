import { expect, test } from 'vitest';
import type { Role } from '../../contracts/actor.ts';
import { seesDivision } from './sees-division.ts';

const sees = (role: Role, division: string, asked: string) =>
  seesDivision({ roles: [role], division }, asked);

test.each<[string, Role, string, string, boolean]>([
  ['a verifier sees their county', 'COUNTY_VERIFIER', '141124', '141124', true],
  ['a verifier sees no other county', 'COUNTY_VERIFIER', '141124', '141125', false],
  [
    'a verifier who sits at the prefecture sees no county of it',
    'COUNTY_VERIFIER',
    '141100',
    '141124',
    false,
  ],
  ['a prefecture’s supervisor sees its counties', 'PREFECTURE_SUPERVISOR', '141100', '141124', true],
  [
    'a prefecture’s supervisor sees no other prefecture’s',
    'PREFECTURE_SUPERVISOR',
    '141100',
    '140925',
    false,
  ],
  ['the province sees every county', 'PROVINCE_SUPERVISOR', '140000', '140925', true],
  ['the province sees every prefecture', 'PROVINCE_SUPERVISOR', '140000', '141100', true],
  ['a prefecture does not see the province', 'PREFECTURE_SUPERVISOR', '141100', '140000', false],
  ['a county’s auditor sees only that county', 'AUDITOR', '141124', '141125', false],
])('%s', (_case, role, division, asked, expected) => {
  expect(sees(role, division, asked)).toBe(expected);
});
