import type { PayApplicationInput } from '../../contracts/steps.ts';
import { dayOf } from '../../platform/time.ts';
import { stepApplication } from '../change-application.ts';
import type { KeylessDesk } from '../desk.ts';
import { payoutPartition, rowKey } from '../keys.ts';
import { deadlineOf } from '../rule-values/deadline-of.ts';
import { beginWait } from './begin-wait.ts';

/** Makes an approved payout payable (it was decided with the approval) and waits for finance to book what the bank did. */
export const makePayable =
  (desk: KeylessDesk, answer: (token: string, output: string) => Promise<unknown>) =>
  (input: PayApplicationInput): Promise<void> => {
    const { applicationId: id, payoutId, at, token } = input;
    return beginWait(
      desk,
      { id, kind: 'PAY', version: input.version, division: input.division, token },
      async ({ version, division }) => {
        const due = await deadlineOf(desk.table, 'PAY', division, dayOf(at));
        await stepApplication(desk.table, {
          id,
          expected: version,
          to: 'PAYING',
          at,
          set: { wait: { kind: 'PAY', rowId: payoutId, dueOn: due }, flags: [] },
          outbox: 'CLEAR',
          alongside: [
            {
              Update: {
                Key: rowKey(id, 'PAYOUT', payoutId),
                UpdateExpression:
                  'SET #state = :payable, #token = :token, dueOn = :dueOn, workPk = :workPk, workSk = :workSk',
                // Payable already: this step failed after it had done its work, and an operator lets it go on.
                ConditionExpression: '#state IN (:approved, :payable)',
                ExpressionAttributeNames: { '#state': 'state', '#token': 'token' },
                ExpressionAttributeValues: {
                  ':approved': 'APPROVED',
                  ':payable': 'PAYABLE',
                  ':token': token,
                  ':dueOn': due,
                  ':workPk': payoutPartition(division),
                  ':workSk': `${due}#${payoutId}`,
                },
              },
            },
          ],
        });
      },
      answer,
    );
  };
