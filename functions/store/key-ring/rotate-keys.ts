import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Instant } from '../../contracts/scalars.ts';
import type { rotateKeysOutput } from '../../contracts/steps.ts';
import { PermanentError } from '../../platform/errors.ts';
import type { KmsKeys } from '../../platform/kms-keys.ts';
import { firstKeyId } from '../../platform/vault.ts';
import { keyRingKey } from '../keys.ts';
import type { Table } from '../table-client.ts';
import { readRingRow } from './read-ring.ts';
import type { RingRow } from './ring-row.ts';

export type Rotation = z.infer<typeof rotateKeysOutput>;

const keyLivesDays = 90;
const dayMs = 24 * 3600 * 1000;

const firstRing = async (kms: Pick<KmsKeys, 'make'>, madeAt: Instant): Promise<RingRow> => {
  const [wrapped, lookupKey] = await Promise.all([kms.make('SEAL'), kms.make('LOOKUP')]);
  return { revision: 1, current: firstKeyId, keys: [{ id: firstKeyId, wrapped, madeAt }], lookupKey };
};

const withNewKey = async (ring: RingRow, kms: Pick<KmsKeys, 'make'>, madeAt: Instant): Promise<RingRow> => {
  const id = `k${ring.keys.length + 1}`;
  const wrapped = await kms.make('SEAL');
  return {
    ...ring,
    revision: ring.revision + 1,
    current: id,
    keys: [...ring.keys, { id, wrapped, madeAt }],
  };
};

const isDue = ({ keys, current }: RingRow, now: Instant): boolean => {
  const madeAt = keys.find(({ id }) => id === current)?.madeAt ?? now;
  return Date.parse(now) - Date.parse(madeAt) >= keyLivesDays * dayMs;
};

/** False when somebody else was first: a ring is never written over one that was not read. */
const put = async (table: Table, ring: RingRow, before: RingRow | undefined): Promise<boolean> => {
  const condition = before ? 'revision = :before' : 'attribute_not_exists(pk)';
  try {
    await table.documents.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...keyRingKey, ...ring },
        ConditionExpression: condition,
        ...(before && { ExpressionAttributeValues: { ':before': before.revision } }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

const told = (done: Rotation['done'], { current, keys }: RingRow): Rotation => ({
  done,
  current,
  keys: keys.length,
});

/**
 * Makes the ring where there is none, and adds a key once the current one is 90 days old. Two that run at once make one
 * ring and one key. Old keys stay, so what they sealed stays readable.
 */
export const rotateKeys = async (
  { table, kms }: { readonly table: Table; readonly kms: Pick<KmsKeys, 'make'> },
  now: Instant,
): Promise<Rotation> => {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const before = await readRingRow(table);
    if (before && !isDue(before, now)) return told('NOTHING_DUE', before);
    const after = before ? await withNewKey(before, kms, now) : await firstRing(kms, now);
    if (await put(table, after, before)) return told(before ? 'KEY_ADDED' : 'RING_MADE', after);
  }
  throw new PermanentError('The ring of keys kept changing');
};
