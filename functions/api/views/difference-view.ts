import type { Actor } from '../../contracts/actor.ts';
import type { DifferenceView } from '../../contracts/api/differences.ts';
import { differenceDecisions } from '../../contracts/registers/difference.ts';
import { mayNotDecideDifference } from '../../rules/four-eyes/may-not-decide-difference.ts';
import type { SeenDifference } from '../../store/differences/read-seen.ts';
import { register, registerNames } from '../../store/registers/register-names.ts';

/** Ours as the register has it now, or as it was when the difference opened where no single field can be read. */
const oursOf = ({ difference, now }: SeenDifference): DifferenceView['ours'] => {
  if (now === undefined) return difference.ours;
  return { asOf: now.asOf, ...(now.shown !== undefined && { value: now.shown }) };
};

const decisionsFor = ({ difference, now }: SeenDifference, actor: Actor): DifferenceView['decisions'] => {
  const { owner, division, theirs, state } = difference;
  const refused = mayNotDecideDifference(actor, { owner, division, importedBy: theirs.importedBy });
  if (refused !== undefined || state !== 'OPEN') return [];
  return now === undefined ? ['KEEP_OURS'] : [...differenceDecisions];
};

/** A difference for the staff of the department that owns the field, and those above. */
export const differenceViewOf = (seen: SeenDifference, actor: Actor): DifferenceView => {
  const { difference, version } = seen;
  const { zh, en } = registerNames[register.parse(difference.register)];
  return {
    ...difference,
    registerName: { zh, en },
    ours: oursOf(seen),
    version,
    yours: difference.theirs.importedBy === actor.id,
    decisions: decisionsFor(seen, actor),
  };
};
