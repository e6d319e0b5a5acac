import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { HostError } from './host-error.ts';

/** What CreateTable takes, without the name; `as const` definitions fit. */
export type TableDefinition = {
  readonly BillingMode: 'PAY_PER_REQUEST';
  readonly AttributeDefinitions: readonly {
    readonly AttributeName: string;
    readonly AttributeType: 'S' | 'N' | 'B';
  }[];
  readonly KeySchema: readonly Key[];
  readonly GlobalSecondaryIndexes?: readonly {
    readonly IndexName: string;
    readonly KeySchema: readonly Key[];
    readonly Projection: {
      readonly ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
      readonly NonKeyAttributes?: readonly string[];
    };
  }[];
};
type Key = { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' };

type Shape = Pick<TableDescription, 'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes'>;

const keyText = (keys: Shape['KeySchema'] = []) =>
  keys.map(({ AttributeName = '', KeyType = '' }) => `${AttributeName} ${KeyType}`).join(', ');

/** Everything that makes a table what it is, one line each, so that two tables can be compared. */
const partsOf = (shape: Shape): Map<string, string> =>
  new Map([
    ['key', keyText(shape.KeySchema)],
    ...(shape.AttributeDefinitions ?? []).map(
      ({ AttributeName = '', AttributeType = '' }) => [`attribute ${AttributeName}`, AttributeType] as const,
    ),
    ...(shape.GlobalSecondaryIndexes ?? []).map(({ IndexName = '', KeySchema, Projection }) => {
      const others = Projection?.NonKeyAttributes?.toSorted().join(' ') ?? '';
      return [
        `index ${IndexName}`,
        `${keyText(KeySchema)}, ${Projection?.ProjectionType ?? ''} ${others}`.trim(),
      ] as const;
    }),
  ]);

/** The differences between a table that is there and the one we need, in words; empty when they agree. */
export const tableDifferences = (found: Shape, wanted: Shape): string[] => {
  const have = partsOf(found);
  const need = partsOf(wanted);
  return [...new Set([...need.keys(), ...have.keys()])]
    .filter((part) => have.get(part) !== need.get(part))
    .map((part) => `${part} is ${have.get(part) ?? 'missing'}, should be ${need.get(part) ?? 'absent'}`);
};

const asInput = (
  name: string,
  { KeySchema, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes }: TableDefinition,
) =>
  ({
    TableName: name,
    BillingMode,
    KeySchema: [...KeySchema],
    AttributeDefinitions: [...AttributeDefinitions],
    ...(GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys, Projection }) => ({
        IndexName,
        KeySchema: [...keys],
        Projection: {
          ProjectionType: Projection.ProjectionType,
          ...(Projection.NonKeyAttributes && { NonKeyAttributes: [...Projection.NonKeyAttributes] }),
        },
      })),
    }),
  }) satisfies CreateTableCommandInput;

const describe = async (client: DynamoDBClient, name: string): Promise<TableDescription | undefined> => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

/**
 * Makes the table, or checks the one that is there.
 * @throws HostError TABLE_DIFFERS naming every difference
 */
export const ensureTable = async (
  client: DynamoDBClient,
  name: string,
  definition: TableDefinition,
): Promise<'created' | 'found'> => {
  const input = asInput(name, definition);
  const found = await describe(client, name);
  if (!found) {
    await client.send(new CreateTableCommand(input));
    await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: name });
    return 'created';
  }
  const differences = tableDifferences(found, input);
  if (differences.length === 0) return 'found';
  throw new HostError(
    'TABLE_DIFFERS',
    `The table ${name} is not the one this version needs: ${differences.join('; ')}. Start with --reset (all data is lost), or name a new folder with DATA_DIR.`,
  );
};
