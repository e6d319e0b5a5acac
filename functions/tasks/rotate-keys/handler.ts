import { rotateKeysInput, rotateKeysOutput } from '../../contracts/steps.ts';
import { containerConfig } from '../../platform/container.ts';
import { PermanentError } from '../../platform/errors.ts';
import { createKmsKeys } from '../../platform/kms-keys.ts';
import { once } from '../../platform/once.ts';
import { asTask } from '../../platform/task.ts';
import { containerTable } from '../../store/container-table.ts';
import { rotateKeys } from '../../store/key-ring/rotate-keys.ts';

const connected = once(() => {
  const { vaultKeyArn, tableName } = containerConfig();
  if (vaultKeyArn === undefined)
    throw new PermanentError(
      'The keys of this desk are in a file: a new one is made by “subsidy keys rotate”',
    );
  return { table: containerTable(), kms: createKmsKeys(vaultKeyArn, tableName) };
});

export const handler = asTask({
  input: rotateKeysInput,
  output: rotateKeysOutput,
  run: ({ time }) => rotateKeys(connected(), time),
});
