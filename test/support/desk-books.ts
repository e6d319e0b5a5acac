import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { openHead } from '../../functions/store/stored-head.ts';
import { noticeRow } from '../../functions/contracts/notice.ts';
import { payoutRow } from '../../functions/contracts/payout.ts';
import { storedLine } from '../../functions/contracts/stored-line.ts';
import { auditEvent } from '../../functions/store/audit/events.ts';
import { entitlementRow } from '../../functions/store/entitlements.ts';
import { fundRow } from '../../functions/store/funds.ts';
import { credentials, machineArn, region, tableName } from '../../infra/local/place.ts';
import type { DeskProcess } from './desk-process.ts';

const row = z.looseObject({ pk: z.string(), sk: z.string() });
type Row = z.infer<typeof row>;

const everyRow = async (endpoint: string): Promise<Row[]> => {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
  const found: Row[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(new ScanCommand({ TableName: tableName, ExclusiveStartKey: start }));
    found.push(...z.array(row).parse(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  documents.destroy();
  return found;
};

const everyExecution = async (endpoint: string) => {
  const client = new SFNClient({ endpoint, region, credentials });
  const found: { name: string; status: string }[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new ListExecutionsCommand({ stateMachineArn: machineArn('application'), nextToken }),
    );
    found.push(
      ...(page.executions ?? []).map(({ name, status }) => ({ name: name ?? '', status: status ?? '' })),
    );
    nextToken = page.nextToken;
  } while (nextToken);
  client.destroy();
  return found;
};

/** Everything a desk has written down, straight from its table and its engine: what no answer of the API can gloss over. */
export const readBooks = async (desk: DeskProcess) => {
  const { databaseUrl, statesUrl } = await desk.addresses();
  const rows = await everyRow(databaseUrl);
  const under = (pk: string, sk: string) =>
    rows.filter((item) => item.pk.startsWith(pk) && item.sk.startsWith(sk));
  const ofApplication = <Schema extends z.ZodType>(sk: string, schema: Schema) =>
    Map.groupBy(
      under('APP#', sk).map((item) => ({ id: item.pk.slice(4), item: schema.parse(item) })),
      ({ id }) => id,
    );
  return {
    rows,
    heads: rows.filter(({ pk, sk }) => pk.startsWith('APP#') && sk === 'HEAD').map(openHead),
    events: ofApplication('EVENT#', auditEvent),
    lines: ofApplication('LINE#', storedLine),
    notices: ofApplication('NOTICE#', noticeRow),
    payouts: under('APP#', 'PAYOUT#').map((item) => payoutRow.parse(item)),
    entitlements: under('ENTITLEMENT#', 'KEY').map((item) => entitlementRow.parse(item)),
    funds: under('FUND#', '').map((item) => fundRow.parse(item)),
    executions: await everyExecution(statesUrl),
  };
};
export type Books = Awaited<ReturnType<typeof readBooks>>;
