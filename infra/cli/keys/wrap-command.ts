import { KMSClient, KMSServiceException } from '@aws-sdk/client-kms';
import { marshall } from '@aws-sdk/util-dynamodb';
import { Command } from 'commander';
import { readKeyFile } from '../../../functions/platform/key-file.ts';
import { keyRingKey } from '../../../functions/store/keys.ts';
import { CliError } from '../cli-error.ts';
import { keyFileOf } from './key-file-of.ts';
import { wrapRing } from './wrap-ring.ts';

type Options = { readonly kmsKey: string; readonly table: string; readonly data?: string };

const regionOf = (keyArn: string): string => {
  const region = /^arn:[\w-]+:kms:([\w-]+):\d{12}:key\/[\w-]+$/.exec(keyArn)?.[1];
  if (region !== undefined) return region;
  throw new CliError(
    'NOT_A_KMS_KEY',
    'Name the KMS key by its whole ARN: arn:aws-cn:kms:cn-north-1:123456789012:key/….',
  );
};

const wrap = async ({ kmsKey, table, data }: Options): Promise<void> => {
  const kms = new KMSClient({ region: regionOf(kmsKey), maxAttempts: 3 });
  try {
    const at = new Date().toISOString();
    const ring = await wrapRing(kms, readKeyFile(keyFileOf(data)), { keyArn: kmsKey, table, at });
    process.stdout.write(`${JSON.stringify(marshall({ ...keyRingKey, ...ring }), null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof KMSServiceException)) throw error;
    throw new CliError('KMS_REFUSES', `KMS refuses: ${error.name}: ${error.message}`, 1, { cause: error });
  } finally {
    kms.destroy();
  }
};

export const wrapCommand = (): Command =>
  new Command('wrap')
    .description('encrypt the keys of this desk’s file with KMS, as the item a table on AWS keeps them in')
    .requiredOption('--kms-key <arn>', 'the KMS key (VAULT_KEY_ARN of the functions)')
    .requiredOption('--table <name>', 'the table the item is for (TABLE_NAME); it opens in no other')
    .option('--data <dir>', 'the data folder of the desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
For moving a county to AWS: put the item in before RotateKeys runs there for the first time, and then the exported
table. The keys are encrypted by KMS and leave this machine only on their way to it (TLS); your AWS credentials need
kms:Encrypt. There is no way back: no command takes keys out of KMS (docs/adr/0012).

Example:
  npm run -s subsidy -- keys wrap --kms-key arn:aws-cn:kms:…:key/… --table subsidy-desk > ring.json
  aws dynamodb put-item --table-name subsidy-desk --item file://ring.json \\
    --condition-expression 'attribute_not_exists(pk)'

Exit code: 0 written, 1 no keys or KMS refuses, 2 wrong use.`,
    )
    .action(wrap);
