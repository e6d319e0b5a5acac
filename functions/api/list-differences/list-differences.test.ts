import { expect, test } from 'vitest';
import type { Actor, Role } from '../../contracts/actor.ts';
import { randomVault } from '../../../test/support/random-vault.ts';
import { listDifferences, type Deps } from './list-differences.ts';

type Query = { readonly department?: 'HR' | 'POVERTY'; readonly division?: string };

/** Which list somebody is given: the department and the division, or the refusal. */
const listOf = async (role: Role, division: string, query: Query = {}): Promise<string> => {
  let asked = '';
  const list: Deps['list'] = (page) => {
    asked = `${page.department} ${page.division}`;
    return Promise.resolve({ items: [] });
  };
  const run = listDifferences({ list, vault: randomVault() });
  const actor: Actor = { id: 'a', name: '测试', roles: [role], division };
  const request = { actor, at: '2020-06-20T01:00:00.000Z', params: {}, query: { limit: 25, ...query } };
  await run(request as unknown as Parameters<typeof run>[0]);
  return asked;
};

test.each<[string, Role, string, Query, string]>([
  ['a verifier works off 人社’s list of their county', 'COUNTY_VERIFIER', '141124', {}, 'HR 141124'],
  ['the poverty office works off its own', 'POVERTY_OFFICE_CHECKER', '141124', {}, 'POVERTY 141124'],
  [
    'a supervisor may read the poverty office’s list too',
    'PREFECTURE_SUPERVISOR',
    '141100',
    { department: 'POVERTY', division: '141124' },
    'POVERTY 141124',
  ],
  ['the province reads what belongs to no county', 'PROVINCE_SUPERVISOR', '140000', {}, 'HR 140000'],
  [
    'the province’s poverty office reads its part of that',
    'POVERTY_OFFICE_CHECKER',
    '140000',
    {},
    'POVERTY 140000',
  ],
])('%s', async (_what, role, division, query, expected) => {
  expect(await listOf(role, division, query)).toBe(expected);
});

test.each<[string, Role, Query, string]>([
  [
    'a verifier is not shown the poverty office’s list',
    'COUNTY_VERIFIER',
    { department: 'POVERTY' },
    'ROLE_NOT_ALLOWED',
  ],
  ['nor another county’s', 'COUNTY_VERIFIER', { division: '141125' }, 'OTHER_COUNTY'],
  [
    'a county’s poverty office is not shown the province’s',
    'POVERTY_OFFICE_CHECKER',
    { division: '140000' },
    'OTHER_COUNTY',
  ],
])('%s', async (_what, role, query, code) => {
  await expect(listOf(role, '141124', query)).rejects.toMatchObject({ code });
});
