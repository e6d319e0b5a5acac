import type { Actor } from '../../contracts/actor.ts';
import { applicants } from '../../contracts/api/parts.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import { isOwn, notFound } from '../../store/own-application.ts';
import { seesDivision } from './sees-division.ts';

const isStaff = ({ roles }: Actor): boolean =>
  roles.some((role) => !applicants.some((name) => name === role));

/**
 * One's own application; or, for staff, one of a division they see. A draft is nobody's but its owner's.
 * @throws ProblemError NOT_FOUND alike for one that does not exist and one they may not know of
 */
export const mustBeReadable = (head: ApplicationHead | undefined, actor: Actor): ApplicationHead => {
  if (head === undefined) throw notFound();
  const asStaff = isStaff(actor) && head.state !== 'DRAFT' && seesDivision(actor, head.division);
  if (isOwn(head, actor) || asStaff) return head;
  throw notFound();
};
