import type { PublishNoticeInput } from '../../contracts/steps.ts';
import { dayOf } from '../../platform/time.ts';
import { theSystem } from '../audit/events.ts';
import { changeApplication } from '../change-application.ts';
import type { KeylessDesk } from '../desk.ts';
import { noticePartition, rowKey } from '../keys.ts';
import { beginWait } from './begin-wait.ts';
import { putToken } from './put-token.ts';

const noObjection = {
  condition: '#openObjections = :none',
  names: { '#openObjections': 'openObjections' },
  values: { ':none': 0 },
};

/** The check hung it out already: its row only needs the token. False when it hangs no more. */
const attach = (
  { table }: KeylessDesk,
  { applicationId, noticeId, token }: PublishNoticeInput,
): Promise<boolean> => putToken(table, rowKey(applicationId, 'NOTICE', noticeId), token);

/**
 * Waits for the end of a notice, and hangs it out first where the check has not done so. Called again after an
 * objection was dismissed: the notice keeps its days and only gets a new token.
 */
export const publishNotice =
  (desk: KeylessDesk, answer: (token: string, output: string) => Promise<unknown>) =>
  async (input: PublishNoticeInput): Promise<void> => {
    if (input.published && (await attach(desk, input))) return;
    const { applicationId: id, noticeId, at, token } = input;
    const endsOn = dayOf(input.noticeEndsAt);
    await beginWait(
      desk,
      { id, kind: 'NOTICE', version: input.version, division: input.division, token },
      async ({ version, division }) => {
        await changeApplication(
          desk.table,
          {
            id,
            expected: version,
            to: 'ON_NOTICE',
            at,
            event: { type: 'NOTICE_PUBLISHED', by: theSystem, details: { noticeId, endsOn } },
            set: {
              wait: { kind: 'NOTICE', rowId: noticeId, dueOn: endsOn },
              noticeEndsOn: endsOn,
              flags: [],
            },
            onlyIf: noObjection,
            outbox: 'CLEAR',
            alongside: [
              {
                Update: {
                  Key: rowKey(id, 'NOTICE', noticeId),
                  UpdateExpression:
                    'SET #status = :published, #token = :token, publishedAt = if_not_exists(publishedAt, :at), ' +
                    'startsOn = if_not_exists(startsOn, :startsOn), endsOn = if_not_exists(endsOn, :endsOn), ' +
                    'workPk = :workPk, workSk = :workSk',
                  ConditionExpression: '#status IN (:prepared, :published)',
                  ExpressionAttributeNames: { '#status': 'status', '#token': 'token' },
                  ExpressionAttributeValues: {
                    ':prepared': 'PREPARED',
                    ':published': 'PUBLISHED',
                    ':token': token,
                    ':at': at,
                    ':startsOn': dayOf(at),
                    ':endsOn': endsOn,
                    ':workPk': noticePartition(division),
                    ':workSk': `${endsOn}#${noticeId}`,
                  },
                },
              },
            ],
          },
          (after) => ({ applicationId: id, state: 'ON_NOTICE', version: after }),
        );
      },
      answer,
    );
  };
