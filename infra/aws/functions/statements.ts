import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import permissions from '../access/permissions.json' with { type: 'json' };
import * as z from 'zod';

const scoped = z.strictObject({ actions: z.array(z.string()), leadingKeys: z.array(z.string()) });

const permission = z.strictObject({
  table: scoped.optional(),
  indexes: z.record(z.string(), scoped).optional(),
  states: z.array(z.string()).optional(),
  kms: z.array(z.string()).optional(),
});

const all = z.record(z.string(), permission).parse(permissions);

export type Means = {
  readonly table: ITable;
  /** Encrypts the table: DynamoDB uses it for whoever reads or writes. */
  readonly dataKey: IKey;
  readonly fieldKey: IKey;
  readonly applicationMachineArn: string;
  /** Every execution of it: what is asked of an execution is asked by its own name. */
  readonly applicationExecutionsArn: string;
};

const onKeys = (leadingKeys: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leadingKeys },
});

const tableStatements = (name: string, { table, dataKey }: Means): PolicyStatement[] => {
  const { table: onTable, indexes = {} } = all[name] ?? {};
  const statements = [
    ...(onTable ? [[table.tableArn, onTable] as const] : []),
    ...Object.entries(indexes).map(([index, scope]) => [`${table.tableArn}/index/${index}`, scope] as const),
  ].map(
    ([arn, { actions, leadingKeys }]) =>
      new PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [arn],
        ...(leadingKeys.length > 0 && { conditions: onKeys(leadingKeys) }),
      }),
  );
  if (statements.length === 0) return [];
  const throughTable = new PolicyStatement({
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    resources: [dataKey.keyArn],
    conditions: { StringLike: { 'kms:ViaService': 'dynamodb.*' } },
  });
  return [...statements, throughTable];
};

/** Asked of one execution, not of its machine. */
const ofExecutions = new Set([
  'DescribeExecution',
  'StopExecution',
  'GetExecutionHistory',
  'RedriveExecution',
]);

const statesStatements = (
  actions: readonly string[],
  { applicationMachineArn, applicationExecutionsArn }: Means,
): PolicyStatement[] => {
  const grant = (sid: string, some: readonly string[], arn: string) =>
    some.length === 0
      ? []
      : [new PolicyStatement({ sid, actions: some.map((action) => `states:${action}`), resources: [arn] })];
  return [
    ...grant(
      'Machine',
      actions.filter((action) => !ofExecutions.has(action)),
      applicationMachineArn,
    ),
    ...grant(
      'Executions',
      actions.filter((action) => ofExecutions.has(action)),
      applicationExecutionsArn,
    ),
  ];
};

/**
 * What a function may do, from what its code does (infra/aws/access).
 * @throws Error for a function that was never derived
 */
export const statementsOf = (name: string, means: Means): PolicyStatement[] => {
  const found = all[name];
  if (found === undefined)
    throw new Error(`${name} is not in infra/aws/access/permissions.json: run npm run aws:permissions`);
  return [
    ...tableStatements(name, means),
    ...statesStatements(found.states ?? [], means),
    ...(found.kms?.length
      ? [
          new PolicyStatement({
            actions: found.kms.map((action) => `kms:${action}`),
            resources: [means.fieldKey.keyArn],
          }),
        ]
      : []),
  ];
};
