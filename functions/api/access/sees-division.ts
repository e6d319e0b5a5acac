import type { Actor, Role } from '../../contracts/actor.ts';
import { ProblemError } from '../../platform/errors.ts';

const beyondTheCounty: readonly Role[] = ['PREFECTURE_SUPERVISOR', 'PROVINCE_SUPERVISOR', 'AUDITOR'];

/** `140000` a province, `141100` a prefecture: what a division's code has in common with those below it. */
const stemOf = (division: string): string => division.replace(/(?:00){1,2}$/, '');

/** Staff see their county; supervisors and auditors also what lies below their division. */
export const seesDivision = (
  { roles, division }: Pick<Actor, 'roles' | 'division'>,
  asked: string,
): boolean => {
  if (division === asked) return true;
  return roles.some((role) => beyondTheCounty.includes(role)) && asked.startsWith(stemOf(division));
};

/** @throws ProblemError OTHER_COUNTY */
export const mustSee = (actor: Actor, asked: string): void => {
  if (!seesDivision(actor, asked))
    throw new ProblemError(403, 'OTHER_COUNTY', `${asked} is not in your division, ${actor.division}.`);
};
