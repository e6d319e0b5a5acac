import { newKeyFile, vaultOfFile, type FileRing } from '../../functions/platform/key-file.ts';

/** A vault with keys of its own. */
export const randomVault = () => vaultOfFile(JSON.parse(newKeyFile('2020-01-01T00:00:00.000Z')) as FileRing);
