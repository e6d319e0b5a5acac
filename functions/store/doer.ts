import type { Actor } from '../contracts/actor.ts';
import type { Doer } from './audit/events.ts';

/** The person as the audit names them: their id and the role they act in (the first they hold, unless told). */
export const doerOf = (actor: Actor, role = actor.roles[0]): Doer => ({
  id: actor.id,
  role: role ?? 'APPLICANT',
});
