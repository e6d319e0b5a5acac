import { DecryptCommand, GenerateDataKeyWithoutPlaintextCommand, KMSClient } from '@aws-sdk/client-kms';

/** What a key is for, bound into its ciphertext: KMS opens it for nothing else, and writes it into its trail. */
export const keyPurposes = ['SEAL', 'LOOKUP'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** The names of the desk's two pairs; a policy of the key may ask for them (kms:EncryptionContext). */
export const encryptionContext = (purpose: KeyPurpose, table: string) => ({ purpose, table });

export type KmsKeys = {
  /** A new key that nobody has seen: its ciphertext, base64. */
  readonly make: (purpose: KeyPurpose) => Promise<string>;
  /** The 32 bytes behind a ciphertext. */
  readonly open: (purpose: KeyPurpose, wrapped: string) => Promise<Buffer>;
};

/** Absent only when the SDK is wrong about its own protocol. */
const given = (bytes: Uint8Array | undefined): Buffer => {
  if (bytes === undefined) throw new Error('KMS answered without a key');
  return Buffer.from(bytes);
};

/** The endpoint comes from the SDK's own AWS_ENDPOINT_URL_KMS. */
export const createKmsKeys = (keyArn: string, table: string): KmsKeys => {
  const client = new KMSClient({ maxAttempts: 4 });
  return {
    make: async (purpose) => {
      const command = new GenerateDataKeyWithoutPlaintextCommand({
        KeyId: keyArn,
        KeySpec: 'AES_256',
        EncryptionContext: encryptionContext(purpose, table),
      });
      return given((await client.send(command)).CiphertextBlob).toString('base64');
    },
    open: async (purpose, wrapped) => {
      const command = new DecryptCommand({
        KeyId: keyArn,
        CiphertextBlob: Buffer.from(wrapped, 'base64'),
        EncryptionContext: encryptionContext(purpose, table),
      });
      return given((await client.send(command)).Plaintext);
    },
  };
};
