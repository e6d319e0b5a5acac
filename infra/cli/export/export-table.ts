import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ScanCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../../functions/contracts/scalars.ts';
import { keyRingKey, restorationKey } from '../../../functions/store/keys.ts';
import { CliError } from '../cli-error.ts';
import { writeExecutions, type RunningExecution } from './executions.ts';
import { lineOfItem, type StoredItem } from './item-line.ts';
import { kindOf, manifestName, partKinds, type Manifest, type PartKind } from './manifest.ts';
import { createPartWriter, type PartWriter } from './part-writer.ts';

type Source = { readonly client: DynamoDBClient; readonly tableName: string };

/** Typed values as the database sends them, so that nothing is lost on the way to the file. */
export const scanTable = async function* ({
  client,
  tableName,
}: Source): AsyncGenerator<readonly StoredItem[]> {
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: tableName, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    yield page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
};

const mustBeFree = async (folder: string): Promise<void> => {
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0)
    throw new CliError('EXPORT_EXISTS', `${folder} is not empty. Name a folder that does not exist yet.`);
};

type Wanted = {
  readonly onProgress: (items: number) => void;
  /** Which items belong into the export; all but those that are of this one table. */
  readonly keep?: (item: StoredItem) => boolean;
};

/** A ring under KMS opens in its own table only, and how a table was filled is that table's story. */
const isOfThisTable = ({ pk }: StoredItem): boolean => pk?.S === keyRingKey.pk || pk?.S === restorationKey.pk;

const writeParts = async (
  source: Source,
  folder: string,
  { onProgress, keep = () => true }: Wanted,
): Promise<Pick<Manifest, 'items' | 'parts'>> => {
  const writers = new Map<PartKind, PartWriter>(
    partKinds.map((kind) => [kind, createPartWriter(folder, kind)]),
  );
  let items = 0;
  for await (const page of scanTable(source)) {
    for (const item of page.filter((one) => !isOfThisTable(one) && keep(one))) {
      items += 1;
      const pk = item['pk']?.S ?? '';
      await writers.get(kindOf(pk))?.write(pk, lineOfItem(item));
    }
    onProgress(items);
  }
  for (const writer of writers.values()) await writer.close();
  return { items, parts: [...writers.values()].flatMap(({ parts }) => parts) };
};

/**
 * The whole table as gzipped lines in a folder that appears when it is complete. Personal data in it is sealed as it
 * is in the table; the keys are not in it.
 * @throws CliError EXPORT_EXISTS
 */
export const exportTable = async (
  source: Source,
  {
    to,
    at,
    county,
    executions,
    ...wanted
  }: Wanted & {
    readonly to: string;
    readonly at: Instant;
    readonly county?: string | undefined;
    readonly executions?: AsyncIterable<RunningExecution>;
  },
): Promise<Manifest> => {
  const folder = resolve(to);
  await mustBeFree(folder);
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    // Before the table: what begins meanwhile is found in the rows.
    const index = executions && (await writeExecutions(unfinished, executions));
    const written = await writeParts(source, unfinished, wanted);
    const made: Manifest = {
      format: 'subsidy-desk-table/1',
      exportedAt: at,
      ...written,
      ...(county !== undefined && { county }),
      ...(index && { executions: index }),
    };
    await writeFile(join(unfinished, manifestName), `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    await rename(unfinished, folder);
    return made;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
};
