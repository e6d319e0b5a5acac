import type { Actor } from '../../contracts/actor.ts';
import type { AskedPart } from '../../contracts/api/recoveries.ts';
import type { ApplicationId, Version } from '../../contracts/application.ts';
import { definitionOf } from '../../contracts/instruments.ts';
import type { RecoveryOrigin } from '../../contracts/recovery.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { changeApplication } from '../change-application.ts';
import { explainRefusal } from '../decisions/explain-refusal.ts';
import type { Outcome } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { answerGivenBefore, requestKey, type Idempotency } from '../idempotency.ts';
import { headKey } from '../keys.ts';
import { mustBeAt } from '../own-application.ts';
import { parseHead, readItems } from '../read-application.ts';
import { mustBeAllowedToReassess, mustBeReassessable } from '../reassess/may-reassess.ts';
import { compareToday } from '../reassess/reassess.ts';
import { partsAsked } from './parts-asked.ts';
import { proposeRecovery } from './recovery-rows.ts';

/** Side by side for the person who decides. */
const differencesShown = 50;

export type AskBack = {
  readonly id: ApplicationId;
  readonly version: Version;
  readonly origin: RecoveryOrigin;
  readonly reason: string;
  readonly parts: readonly AskedPart[];
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

/**
 * Proposes by a person's word to recover what was paid, where the rules see no more than a caveat: a job that ended,
 * say. Whoever decides sees what the registers say today beside what was paid by.
 * @throws ProblemError NOT_FOUND, FOUR_EYES, VERSION_STALE, IS_SUPPLEMENT, STATE_DOES_NOT_ALLOW, SUPPLEMENT_OPEN,
 *   NO_SUCH_LINE, MORE_THAN_IN_HAND
 */
export const askBack = async (desk: Desk, input: AskBack): Promise<Outcome> => {
  const { id, actor, at, version, origin, reason, parts: asked, request } = input;
  const [item, record] = await readItems(desk.table, [headKey(id), requestKey(request)]);
  const before = answerGivenBefore(record, request);
  if (before) return { receipt: before };
  const head = mustBeAllowedToReassess(actor, parseHead(item));
  mustBeAt(head, version);
  await mustBeReassessable(desk.table, head);
  const lineNos = asked.map(({ lineNo }) => lineNo);
  const { lines, recoveries, differences } = await compareToday(desk, { id, lineNos, actor, at });
  const paid = lines.map(({ line }) => line);
  const { row, write } = proposeRecovery(head, {
    origin,
    foundBy: 'PERSON',
    clause: definitionOf(head.instrument).clause,
    reason,
    parts: await partsAsked(desk.table, { head, lines: paid, recoveries }, asked),
    differences: differences.slice(0, differencesShown),
    proposedAt: at,
    proposedBy: actor.id,
  });
  const { recoveryId, amountFen } = row;
  const { state } = head;
  try {
    const receipt = await changeApplication(
      desk.table,
      {
        id,
        expected: version,
        while: [state],
        at,
        event: {
          type: 'RECOVERY_PROPOSED',
          by: doerOf(actor, 'COUNTY_REVIEWER'),
          details: { recoveryId, origin, reason, amountFen },
        },
        alongside: [write],
        request,
      },
      (after) => ({ applicationId: id, state, version: after, id: recoveryId }),
    );
    return { receipt };
  } catch (error) {
    return explainRefusal(error);
  }
};
