import type { ApplicationHead } from '../../contracts/application.ts';
import { rowKey } from '../keys.ts';
import type { Write } from '../transact.ts';

/** Takes an application's notice down; a later one is a new list with a new number. */
export const endNotice = ({ applicationId, noticeId }: ApplicationHead): Write[] =>
  noticeId === undefined
    ? []
    : [
        {
          Update: {
            Key: rowKey(applicationId, 'NOTICE', noticeId),
            UpdateExpression: 'SET #status = :ended REMOVE workPk, workSk',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: { ':ended': 'ENDED' },
          },
        },
      ];
