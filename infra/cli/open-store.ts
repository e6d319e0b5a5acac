import { readVault } from '../../functions/platform/key-file.ts';
import type { Desk } from '../../functions/store/desk.ts';
import { createTable } from '../../functions/store/table-client.ts';
import { credentials, region, tableName } from '../local/place.ts';
import type { RunningDesk } from './running-desk.ts';

/** The store of a running desk: its database and its keys. */
export const openStore = (desk: RunningDesk): Desk => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: desk.databaseUrl,
    AWS_ENDPOINT_URL_SFN: desk.statesUrl,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
  return { table: createTable(tableName), vault: readVault(desk.file('secrets/vault.json')) };
};
