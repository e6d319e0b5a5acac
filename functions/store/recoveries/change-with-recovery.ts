import type { Role } from '../../contracts/actor.ts';
import type { RecoveryRow } from '../../contracts/recovery.ts';
import type { EventDetails, EventType } from '../audit/events.ts';
import { AlongsideRefusedError, ApplicationMovedOnError, changeApplication } from '../change-application.ts';
import type { Outcome } from '../delivery.ts';
import type { KeylessDesk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { mustBeAt } from '../own-application.ts';
import { readHead } from '../read-application.ts';
import type { Write } from '../transact.ts';
import type { RecoveryAct, RecoveryAndHead } from './read-recovery.ts';
import { changeRecovery } from './recovery-rows.ts';

type Change = {
  readonly type: EventType;
  readonly role: Role;
  readonly details: EventDetails;
  readonly set: Partial<RecoveryRow>;
  readonly alongside?: readonly Write[];
};

/** Somebody was faster: the version says so. */
const explain = async (
  { table }: KeylessDesk,
  { version }: RecoveryAct,
  id: RecoveryRow['applicationId'],
) => {
  const head = await readHead(table, id);
  if (head) mustBeAt(head, version);
};

/** Changes a recovery with the audit of its application, all or nothing. */
export const changeWithRecovery = async (
  desk: KeylessDesk,
  input: RecoveryAct,
  { row, head }: RecoveryAndHead,
  { type, role, details, set, alongside = [] }: Change,
): Promise<Outcome> => {
  const { actor, at, request } = input;
  const { applicationId, state, version: expected } = head;
  try {
    const receipt = await changeApplication(
      desk.table,
      {
        id: applicationId,
        expected,
        while: [state],
        at,
        event: { type, by: doerOf(actor, role), details: { recoveryId: row.recoveryId, ...details } },
        alongside: [changeRecovery(row, set), ...alongside],
        request,
      },
      (version) => ({ applicationId, state, version, id: row.recoveryId }),
    );
    return { receipt };
  } catch (error) {
    if (error instanceof ApplicationMovedOnError || error instanceof AlongsideRefusedError)
      await explain(desk, input, applicationId);
    throw error;
  }
};
