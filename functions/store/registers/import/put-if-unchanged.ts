import type { Key } from '../../keys.ts';
import type { Write } from '../../transact.ts';

type Revised = { readonly revision: number };

/** Writes an item one revision further, if nobody else has written it since it was read. */
export const putIfUnchanged = (key: Key, before: Revised | undefined, after: Revised & object): Write => ({
  Put: {
    Item: { ...after, ...key, revision: (before?.revision ?? 0) + 1 },
    ...(before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'revision = :seen', ExpressionAttributeValues: { ':seen': before.revision } }),
  },
});
