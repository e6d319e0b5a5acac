import { EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { FileRing } from '../../../functions/platform/key-file.ts';
import { encryptionContext, type KeyPurpose } from '../../../functions/platform/kms-keys.ts';
import { ringRow, type RingRow } from '../../../functions/store/key-ring/ring-row.ts';

type Under = { readonly keyArn: string; readonly table: string };

/** The keys of a file under a key of KMS, as the ring of a table on AWS. `at` stands in for keys without a date. */
export const wrapRing = async (
  kms: KMSClient,
  { current, keys, lookupKey }: FileRing,
  { keyArn, table, at }: Under & { readonly at: string },
): Promise<RingRow> => {
  const wrap = async (purpose: KeyPurpose, key: string): Promise<string> => {
    const { CiphertextBlob = new Uint8Array() } = await kms.send(
      new EncryptCommand({
        KeyId: keyArn,
        Plaintext: Buffer.from(key, 'base64'),
        EncryptionContext: encryptionContext(purpose, table),
      }),
    );
    return Buffer.from(CiphertextBlob).toString('base64');
  };
  const [lookup, ...sealing] = await Promise.all([
    wrap('LOOKUP', lookupKey),
    ...keys.map(({ key }) => wrap('SEAL', key)),
  ]);
  return ringRow.parse({
    revision: 1,
    current,
    keys: keys.map(({ id, madeAt = at }, index) => ({ id, madeAt, wrapped: sealing[index] })),
    lookupKey: lookup,
  });
};
