import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  Operation,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { tableDefinition, timeToLiveAttribute } from '../../../functions/store/table.ts';

/** What the desk does with its table; DynamoDB counts refusals by operation. */
export const tableOperations = [
  Operation.TRANSACT_WRITE_ITEMS,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.GET_ITEM,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
] as const;

type KeySchema = readonly { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' }[];

const attribute = (schema: KeySchema, kind: 'HASH' | 'RANGE') => {
  const name = schema.find(({ KeyType }) => KeyType === kind)?.AttributeName;
  const found = tableDefinition.AttributeDefinitions.find(({ AttributeName }) => AttributeName === name);
  if (found === undefined)
    throw new Error(`functions/store/table.ts defines no ${kind} attribute ${name ?? ''}`);
  return { name: found.AttributeName, type: AttributeType.STRING };
};

const keysOf = (schema: KeySchema) => ({
  partitionKey: attribute(schema, 'HASH'),
  sortKey: attribute(schema, 'RANGE'),
});

type Props = { readonly tableName: string; readonly key: IKey };

/** The one table, from the definition the local host creates it from too. */
export class DeskTable extends Table {
  constructor(scope: Construct, id: string, { tableName, key }: Props) {
    super(scope, id, {
      tableName,
      ...keysOf(tableDefinition.KeySchema),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      timeToLiveAttribute,
      deletionProtection: true,
      contributorInsightsSpecification: { enabled: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { IndexName, KeySchema, Projection } of tableDefinition.GlobalSecondaryIndexes)
      this.addGlobalSecondaryIndex({
        indexName: IndexName,
        ...keysOf(KeySchema),
        projectionType: ProjectionType[Projection.ProjectionType],
      });
  }
}
