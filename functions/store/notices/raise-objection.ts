import { noticeRow, type NoticeId, type NoticeRow, type ObjectionRow } from '../../contracts/notice.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { ProblemError, TransientError } from '../../platform/errors.ts';
import { dayOf } from '../../platform/time.ts';
import { ApplicationMovedOnError } from '../change-application.ts';
import type { Outcome } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { answerGivenBefore, requestKey, type Idempotency } from '../idempotency.ts';
import { headKey, objectionKey, rowKey } from '../keys.ts';
import { parseHead, readItems } from '../read-application.ts';
import { objectionPlace } from '../sealed-places.ts';
import type { Write } from '../transact.ts';
import { answerWait } from '../waits/answer-wait.ts';
import { applicationOfNotice } from './read-notices.ts';

export type Objection = {
  readonly id: NoticeId;
  readonly objectionId: string;
  readonly lineNo?: number;
  readonly text: string;
  readonly contact?: string;
  readonly at: Instant;
  readonly request: Idempotency;
};

const notHanging = (): ProblemError =>
  new ProblemError(
    409,
    'NOTICE_ENDED',
    'This notice does not hang any more, so it cannot be objected to here. Write to the county’s office.',
  );

const rowOf = ({ vault }: Desk, input: Objection): Write => {
  const application = applicationOfNotice(input.id);
  const place = (field: 'text' | 'contact') => objectionPlace(application, input.objectionId, field);
  const row: ObjectionRow = {
    objectionId: input.objectionId,
    noticeId: input.id,
    applicationId: application,
    ...(input.lineNo !== undefined && { lineNo: input.lineNo }),
    textSealed: vault.seal(input.text, place('text')),
    ...(input.contact !== undefined && { contactSealed: vault.seal(input.contact, place('contact')) }),
    raisedAt: input.at,
    status: 'OPEN',
  };
  return {
    Put: {
      Item: { ...objectionKey(application, input.objectionId), ...row },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
};

const hangs = (notice: NoticeRow, head: ApplicationHead, today: string): boolean =>
  notice.status === 'PUBLISHED' && today <= (notice.endsOn ?? '') && head.state === 'ON_NOTICE';

const raise = async (desk: Desk, input: Objection): Promise<Outcome> => {
  const application = applicationOfNotice(input.id);
  const [item, found, record] = await readItems(desk.table, [
    rowKey(application, 'NOTICE', input.id),
    headKey(application),
    requestKey(input.request),
  ]);
  const before = answerGivenBefore(record, input.request);
  if (before) return { receipt: before };
  const head = parseHead(found);
  if (item === undefined || head === undefined)
    throw new ProblemError(404, 'NOT_FOUND', 'There is no such public notice.');
  if (!hangs(noticeRow.parse(item), head, dayOf(input.at))) throw notHanging();
  return answerWait(desk, {
    head,
    // A re-examination that runs already takes the further objection with it.
    answers: ['NOTICE'],
    at: input.at,
    by: { id: 'public', role: 'PUBLIC' },
    event: { type: 'OBJECTION_RAISED', details: { noticeId: input.id, objectionId: input.objectionId } },
    set: { flags: ['OBJECTION_OPEN'] },
    add: { openObjections: 1 },
    answer: { decision: 'OBJECTED' },
    row: 'KEEP',
    alongside: [rowOf(desk, input)],
    request: input.request,
  });
};

/**
 * Somebody objects to a notice that hangs. It holds the money at once: approval cannot be opened or given while an
 * objection is open, and the machine sends the case to a re-examiner.
 * @throws ProblemError NOT_FOUND, NOTICE_ENDED
 */
export const raiseObjection = async (desk: Desk, input: Objection): Promise<Outcome> => {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    try {
      return await raise(desk, input);
    } catch (error) {
      if (!(error instanceof ApplicationMovedOnError)) throw error;
    }
  }
  throw new TransientError('The application kept changing');
};
