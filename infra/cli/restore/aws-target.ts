import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createExecutions } from '../../../functions/platform/executions.ts';
import { createRingVault } from '../../../functions/platform/key-ring.ts';
import { createKmsKeys } from '../../../functions/platform/kms-keys.ts';
import { readRing } from '../../../functions/store/key-ring/read-ring.ts';
import { createTable } from '../../../functions/store/table-client.ts';
import { CliError } from '../cli-error.ts';
import type { Target } from './restore-table.ts';

type Options = { readonly table?: string; readonly machine?: string; readonly kmsKey?: string };

const mustName = (value: string | undefined, option: string): string => {
  if (value !== undefined) return value;
  throw new CliError('OPTION_MISSING', `--to aws needs ${option}: the stack's outputs name it.`);
};

/** The empty desk of a stack: region, credentials and endpoints are the SDK's own (AWS_REGION, AWS_PROFILE, AWS_ENDPOINT_URL_*). */
export const awsTarget = (options: Options): Target & { readonly close: () => Promise<void> } => {
  const tableName = mustName(options.table, '--table');
  const machine = mustName(options.machine, '--machine');
  const keys = createKmsKeys(mustName(options.kmsKey, '--kms-key'), tableName);
  const table = createTable(tableName);
  const client = new DynamoDBClient({ maxAttempts: 10 });
  const startedAt = performance.now();
  return {
    client,
    table,
    vault: createRingVault({
      read: () => readRing(table, keys),
      elapsedMs: () => performance.now() - startedAt,
      onStale: () => undefined,
    }),
    executions: createExecutions(machine),
    now: () => Promise.resolve(new Date().toISOString()),
    catchUp: () => Promise.resolve(),
    keysHint:
      'Put the old desk’s keys into the table first: subsidy keys wrap (docs/runbooks/move-a-county.md).',
    close: () => {
      client.destroy();
      table.documents.destroy();
      return Promise.resolve();
    },
  };
};
