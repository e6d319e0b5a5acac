import type { KeyRing } from '../../platform/key-ring.ts';
import type { KmsKeys } from '../../platform/kms-keys.ts';
import { keyRingKey } from '../keys.ts';
import { readItem } from '../read-application.ts';
import type { Table } from '../table-client.ts';
import { ringRow, type RingRow } from './ring-row.ts';

export const readRingRow = async (table: Table): Promise<RingRow | undefined> => {
  const item = await readItem(table, keyRingKey);
  return item && ringRow.parse(item);
};

/** Its name is what the log shows. */
class KeyRingMissingError extends Error {
  override readonly name = 'KeyRingMissing';
}

/** @throws KeyRingMissingError when the table holds no ring yet */
export const readRing = async (table: Table, kms: Pick<KmsKeys, 'open'>): Promise<KeyRing> => {
  const row = await readRingRow(table);
  if (row === undefined)
    throw new KeyRingMissingError(
      `The table ${table.name} holds no ring of keys yet. Invoke the function RotateKeys once.`,
    );
  return {
    current: row.current,
    keys: new Map(row.keys.map(({ id, wrapped }) => [id, () => kms.open('SEAL', wrapped)])),
    lookupKey: () => kms.open('LOOKUP', row.lookupKey),
  };
};
