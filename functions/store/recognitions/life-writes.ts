import type { RecognitionLife } from '../../contracts/recognition-change.ts';
import type { RecognitionRecord } from '../../contracts/registers/organisation.ts';
import { beforeFirstEvent, nextLink, type NewEvent } from '../audit/events.ts';
import { recognitionEventKey } from '../keys.ts';
import { recognitionIndex } from '../registers/recognition-index.ts';
import type { Write } from '../transact.ts';
import { recognitionKeys, type Recognition, type RecognitionRef } from './read-recognition.ts';

/** The entry of the register, one revision further, as long as nobody has written it since it was read. */
export const entryWrite = (record: RecognitionRecord, revision: number): Write => ({
  Put: {
    Item: {
      ...recognitionKeys(record)[0],
      ...recognitionIndex(record),
      revision: revision + 1,
      record,
    },
    ...(revision === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'revision = :seen', ExpressionAttributeValues: { ':seen': revision } }),
  },
});

/** The entry is as it was seen; for a change that leaves it alone. */
export const entryStands = (ref: RecognitionRef, revision: number): Write => ({
  ConditionCheck: {
    Key: recognitionKeys(ref)[0],
    ConditionExpression: 'revision = :seen',
    ExpressionAttributeValues: { ':seen': revision },
  },
});

type Next = Omit<RecognitionLife, 'version'>;

/** What goes on with it now, and the event that says so: the next link of the recognition's own chain. */
export const lifeWrites = (
  { organisationId, kind }: RecognitionRef,
  { life }: Pick<Recognition, 'life'>,
  next: Next,
  event: NewEvent,
) => {
  const before = life?.version;
  const link = nextLink(
    (seq) => recognitionEventKey(organisationId, kind, seq),
    before ?? beforeFirstEvent,
    event,
  );
  const condition =
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :seen',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':seen': before },
        };
  const key = recognitionKeys({ organisationId, kind })[1];
  const put: Write = { Put: { Item: { ...key, ...next, version: link.version }, ...condition } };
  return { writes: [put, link.write], version: link.version };
};
