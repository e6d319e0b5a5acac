import type { Actor } from '../../contracts/actor.ts';
import {
  applicationId,
  type ApplicationHead,
  type ApplicationId,
  type Version,
} from '../../contracts/application.ts';
import { recoveryRow, type RecoveryId, type RecoveryRow } from '../../contracts/recovery.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { KeylessDesk } from '../desk.ts';
import { answerGivenBefore, requestKey, type Idempotency, type Receipt } from '../idempotency.ts';
import { headKey, rowKey } from '../keys.ts';
import { mustBeAt } from '../own-application.ts';
import { parseHead, readItems } from '../read-application.ts';
import type { OpenRecovery } from './list-recoveries.ts';

/** Somebody's act on a recovery, resting on the version of its application that they saw. */
export type RecoveryAct = {
  readonly id: RecoveryId;
  readonly version: Version;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

export type RecoveryAndHead = { readonly row: RecoveryRow; readonly head: ApplicationHead };

const applicationOf = (id: RecoveryId): ApplicationId => applicationId.parse(id.slice(0, id.indexOf('.')));

/** A recovery, whatever became of it, with the version that an act on it must name. */
export const readRecovery = async (
  { table }: KeylessDesk,
  id: RecoveryId,
): Promise<OpenRecovery | undefined> => {
  const application = applicationOf(id);
  const [item, found] = await readItems(table, [rowKey(application, 'RECOVERY', id), headKey(application)]);
  const head = parseHead(found);
  return item && head && { recovery: recoveryRow.parse(item), version: head.version };
};

export const mustBe = ({ state }: RecoveryRow, wanted: RecoveryRow['state']): void => {
  if (state !== wanted)
    throw new ProblemError(409, 'RECOVERY_MOVED_ON', `This recovery is ${state}; it should be ${wanted}.`, {
      state,
    });
};

/**
 * The recovery for a change, in one round trip with the record of this very request: a repeat gets its answer.
 * @throws ProblemError NOT_FOUND for another county's, VERSION_STALE
 */
export const readRecoveryForChange = async (
  { table }: KeylessDesk,
  { id, actor, version, request }: RecoveryAct,
): Promise<RecoveryAndHead | { readonly before: Receipt }> => {
  const application = applicationOf(id);
  const keys = [rowKey(application, 'RECOVERY', id), headKey(application), requestKey(request)];
  const [item, found, record] = await readItems(table, keys);
  const before = answerGivenBefore(record, request);
  if (before) return { before };
  const head = parseHead(found);
  if (item === undefined || head === undefined || head.division !== actor.division)
    throw new ProblemError(404, 'NOT_FOUND', 'There is no such recovery in your county.');
  mustBeAt(head, version);
  return { row: recoveryRow.parse(item), head };
};
