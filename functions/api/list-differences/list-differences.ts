import type { Actor } from '../../contracts/actor.ts';
import type { listDifferencesOperation } from '../../contracts/api/differences.ts';
import type { Department } from '../../contracts/registers/difference.ts';
import { createPager } from '../../platform/cursor.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { Vault } from '../../platform/vault.ts';
import type { SeenDifference } from '../../store/differences/read-seen.ts';
import type { Item, Page } from '../../store/read-application.ts';
import { departmentsOf } from '../access/departments-of.ts';
import { mustSee } from '../access/sees-division.ts';
import { differenceViewOf } from '../views/difference-view.ts';

export type Deps = {
  readonly list: (page: {
    readonly department: Department;
    readonly division: string;
    readonly limit: number;
    readonly start: Item | undefined;
  }) => Promise<Page<SeenDifference>>;
  readonly vault: Vault;
};

const departmentFor = (actor: Actor, asked: Department | undefined): Department => {
  const theirs = departmentsOf(actor);
  const department = asked ?? theirs[0];
  if (department === undefined || !theirs.includes(department))
    throw new ProblemError(
      403,
      'ROLE_NOT_ALLOWED',
      'These are the other department’s differences; leave department out to see your own.',
    );
  return department;
};

export const listDifferences =
  ({ list, vault }: Deps): ReadRun<typeof listDifferencesOperation> =>
  async ({ actor, query: { limit, cursor, department: asked, division = actor.division } }) => {
    const department = departmentFor(actor, asked);
    mustSee(actor, division);
    const pager = createPager(vault, 'listDifferences', actor.id, `${department}#${division}`);
    const { items, next } = await list({ department, division, limit, start: pager.start(cursor) });
    return { items: items.map((seen) => differenceViewOf(seen, actor)), ...pager.next(next) };
  };
