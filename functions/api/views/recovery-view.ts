import type { Actor } from '../../contracts/actor.ts';
import type { RecoveryView } from '../../contracts/api/recoveries.ts';
import type { OpenRecovery } from '../../store/recoveries/list-recoveries.ts';

/** The contract takes out the pseudonyms, and who proposed and decided it. */
export const recoveryViewOf = ({ recovery, version }: OpenRecovery, { id }: Actor): RecoveryView => ({
  ...recovery,
  version,
  yours: recovery.proposedBy === id,
});
