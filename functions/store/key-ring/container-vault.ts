import { containerConfig } from '../../platform/container.ts';
import { readKeyFile, ringOfFile } from '../../platform/key-file.ts';
import { createRingVault, type KeyRing } from '../../platform/key-ring.ts';
import { logEvent } from '../../platform/log.ts';
import { once } from '../../platform/once.ts';
import { containerTable } from '../container-table.ts';
import { readRing } from './read-ring.ts';

const sourceOf = ({ keyFile, vaultKeyArn = '', tableName }: ReturnType<typeof containerConfig>) => {
  if (keyFile !== undefined) return (): Promise<KeyRing> => Promise.resolve(ringOfFile(readKeyFile(keyFile)));
  return async () => {
    // Read with the ring: a bundle has a size to keep to, and one machine has no KMS.
    const { createKmsKeys } = await import('../../platform/kms-keys.ts');
    return readRing(containerTable(), createKmsKeys(vaultKeyArn, tableName));
  };
};

const ringVault = once(() =>
  createRingVault({
    read: sourceOf(containerConfig()),
    elapsedMs: () => performance.now(),
    onStale: (error) =>
      logEvent('KEY_RING_NOT_READ', { errorName: error instanceof Error ? error.name : 'Error' }),
  }),
);

/**
 * The vault of this container. Only functions that seal, open or look up call it: they alone need the right to have
 * keys opened by KMS.
 * @throws NotAtHandError at the first call; the wrappers fetch the ring and begin again
 */
export const containerVault = () => ringVault()();
