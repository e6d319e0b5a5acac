import type { Difference } from '../../contracts/registers/difference.ts';
import { beforeFirstEvent, nextLink, type NewEvent } from '../audit/events.ts';
import { differenceEventKey, differenceKey } from '../keys.ts';
import type { Write } from '../transact.ts';
import { updateExpression } from '../update-expression.ts';

type Closing = Pick<Difference, 'state'> & { readonly closed: NonNullable<Difference['closed']> };

/** Closes an open difference, once, takes it out of the queue and adds the next link to its chain. */
export const closeWrites = (
  { differenceId, chain }: Difference,
  { state, closed }: Closing,
  event: NewEvent,
) => {
  const link = nextLink((seq) => differenceEventKey(differenceId, seq), chain ?? beforeFirstEvent, event);
  const update = updateExpression({
    set: { state, closed, chain: link.version },
    remove: ['workPk', 'workSk'],
  });
  const write: Write = {
    Update: {
      Key: differenceKey(differenceId),
      ...update,
      ConditionExpression: `#state = :open AND ${chain === undefined ? 'attribute_not_exists(#chain)' : '#chain = :before'}`,
      ExpressionAttributeValues: {
        ...update.ExpressionAttributeValues,
        ':open': 'OPEN',
        ...(chain !== undefined && { ':before': chain }),
      },
    },
  };
  return { writes: [write, link.write], version: link.version };
};
