import { createHash } from 'node:crypto';
import type { ApplicationHead, ApplicationId, ApplicationState } from '../../contracts/application.ts';
import { roleOf, taskId, type TaskId } from '../../contracts/queue.ts';
import type { Instant } from '../../contracts/scalars.ts';
import type { WatchedChange } from '../../contracts/watched-change.ts';
import { TransientError } from '../../platform/errors.ts';
import { dayOf } from '../../platform/time.ts';
import { canonical } from '../assessments/canonical.ts';
import { theSystem } from '../audit/events.ts';
import { AlongsideRefusedError, ApplicationMovedOnError, changeApplication } from '../change-application.ts';
import { headKey, queuePartition, rowKey } from '../keys.ts';
import { parseHead, readItems } from '../read-application.ts';
import { deadlineOf } from '../rule-values/deadline-of.ts';
import type { Table } from '../table-client.ts';

/** A worker's record that an import is about to change: which writing of it, and what of it is watched. */
export type ChangedSubject = {
  readonly subject: string;
  readonly revision: number;
  readonly changes: readonly WatchedChange[];
  /** Whose record changes, where it is another one that was merged into this one's. */
  readonly duplicate?: string;
};

/** A draft has not been checked; a returned one is checked again anyway; one that ended unpaid stays so. */
const passedOver: readonly ApplicationState[] = ['DRAFT', 'RETURNED', 'REFUSED', 'WITHDRAWN'];

const concerns = ({ state, adjusts, payoutNo }: ApplicationHead): boolean => {
  if (passedOver.includes(state)) return false;
  // A paid supplement is counted by the application it adds to; a recognition paid nothing.
  return state !== 'CLOSED' || (adjusts === undefined && payoutNo > 0);
};

/** Follows from the change itself, so that an import which is repeated finds the case it has opened. */
const caseIdOf = (id: ApplicationId, changed: ChangedSubject): TaskId => {
  const digest = createHash('sha256')
    .update(canonical({ ...changed, changes: [...changed.changes] }))
    .digest('hex');
  return taskId.parse(`${id}.FACTS_CHANGED.${Number.parseInt(digest.slice(0, 12), 16)}`);
};

const openOnce = async (table: Table, id: ApplicationId, changed: ChangedSubject, at: Instant) => {
  const caseId = caseIdOf(id, changed);
  const [found, known] = await readItems(table, [headKey(id), rowKey(id, 'TASK', caseId)]);
  const head = parseHead(found);
  if (head === undefined || known !== undefined || !concerns(head)) return false;
  const { division, state, version } = head;
  const due = await deadlineOf(table, 'FACTS_CHANGED', division, dayOf(at));
  const role = roleOf.FACTS_CHANGED;
  const row = {
    ...rowKey(id, 'TASK', caseId),
    workPk: queuePartition(role, division),
    workSk: `${due}#${caseId}`,
    taskId: caseId,
    applicationId: id,
    kind: 'FACTS_CHANGED',
    role,
    division,
    status: 'OPEN',
    openedAt: at,
    dueOn: due,
    // The machine does not wait for it.
    token: '',
    changes: changed.changes,
  };
  const facts = [...new Set(changed.changes.map(({ fact }) => fact))];
  await changeApplication(
    table,
    {
      id,
      expected: version,
      while: [state],
      at,
      event: { type: 'FACTS_CHANGED', by: theSystem, details: { taskId: caseId, facts } },
      alongside: [{ Put: { Item: row, ConditionExpression: 'attribute_not_exists(pk)' } }],
    },
    (after) => ({ applicationId: id, state, version: after, id: caseId }),
  );
  return true;
};

const somebodyWasFaster = (error: unknown): boolean =>
  error instanceof ApplicationMovedOnError || error instanceof AlongsideRefusedError;

/** Puts a change of the register before the county's re-examiners, once; true if it is new to them. */
export const openCase = async (
  table: Table,
  id: ApplicationId,
  changed: ChangedSubject,
  at: Instant,
): Promise<boolean> => {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    try {
      return await openOnce(table, id, changed, at);
    } catch (error) {
      if (!somebodyWasFaster(error)) throw error;
    }
  }
  throw new TransientError(`${id} kept changing while a case was opened`);
};
