import type { getDifferenceOperation } from '../../contracts/api/differences.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { SeenDifference } from '../../store/differences/read-seen.ts';
import { departmentsOf } from '../access/departments-of.ts';
import { seesDivision } from '../access/sees-division.ts';
import { differenceViewOf } from '../views/difference-view.ts';

export type Deps = { readonly read: (differenceId: string) => Promise<SeenDifference | undefined> };

export const getDifference =
  ({ read }: Deps): ReadRun<typeof getDifferenceOperation> =>
  async ({ actor, params: { differenceId } }) => {
    const seen = await read(differenceId);
    const mayRead =
      seen !== undefined &&
      departmentsOf(actor).includes(seen.difference.owner) &&
      seesDivision(actor, seen.difference.division);
    if (!mayRead) throw new ProblemError(404, 'NOT_FOUND', 'There is no such difference that you may see.');
    return differenceViewOf(seen, actor);
  };
