import {
  DescribeTableCommand,
  DynamoDBClient,
  ListTagsOfResourceCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { operations } from '../../../functions/contracts/api/operations.ts';
import { publicConcurrency } from '../functions/route-functions.ts';
import { taskFunctions } from '../functions/task-functions.ts';
import { machineNameOf, stackNameOf, tableNameOf } from '../names.ts';

export type Finding = {
  readonly code: 'TABLE_NOT_OURS' | 'TABLE_WITHOUT_DESK' | 'CONCURRENCY_TOO_LOW';
  /** STOP: the deployment would fail or do harm. LOOK: somebody has to know something. */
  readonly weight: 'STOP' | 'LOOK';
  readonly message: string;
};

type Asked = { readonly stage: string; readonly region: string };

/** What Lambda leaves to functions without a reservation, at the least. */
const unreserved = 100;

const reserved =
  operations.filter(({ access }) => access === 'PUBLIC').length * publicConcurrency +
  Object.values(taskFunctions).reduce((sum, { reservedConcurrency = 0 }) => sum + reservedConcurrency, 0);

const tagsOfTable = async (
  client: DynamoDBClient,
  name: string,
): Promise<Map<string, string> | undefined> => {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    const { Tags = [] } = await client.send(new ListTagsOfResourceCommand({ ResourceArn: Table?.TableArn }));
    return new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value]));
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

const hasMachine = async (client: SFNClient, name: string): Promise<boolean> => {
  let nextToken: string | undefined;
  do {
    const page = await client.send(new ListStateMachinesCommand({ nextToken }));
    if (page.stateMachines?.some((machine) => machine.name === name)) return true;
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return false;
};

const lookAtTable = async ({ stage, region }: Asked): Promise<Finding[]> => {
  const dynamo = new DynamoDBClient({ region });
  const sfn = new SFNClient({ region });
  try {
    const name = tableNameOf({ stage });
    const tags = await tagsOfTable(dynamo, name);
    if (tags === undefined) return [];
    if (tags.get('desk') !== stage)
      return [
        {
          code: 'TABLE_NOT_OURS',
          weight: 'STOP',
          message: `The table ${name} is there and is no desk’s of this stage (its tag “desk” is ${tags.get('desk') ?? 'missing'}). Choose another stage.`,
        },
      ];
    if (await hasMachine(sfn, machineNameOf({ stage }, 'application'))) return [];
    const stack = stackNameOf({ stage }, 'Data');
    return [
      {
        code: 'TABLE_WITHOUT_DESK',
        weight: 'LOOK',
        message:
          `The table ${name} is there, and no machine. If “aws cloudformation describe-stacks --stack-name ${stack}” knows the stack, ` +
          'a deployment stopped in the middle: deploy again. If not, a desk was taken down and its table kept: ' +
          'docs/runbooks/deploy.md, “A table that already exists”.',
      },
    ];
  } finally {
    dynamo.destroy();
    sfn.destroy();
  }
};

const lookAtLambda = async ({ region }: Asked): Promise<Finding[]> => {
  const client = new LambdaClient({ region });
  try {
    const { AccountLimit } = await client.send(new GetAccountSettingsCommand());
    const limit = AccountLimit?.ConcurrentExecutions ?? 0;
    if (limit >= reserved + unreserved) return [];
    return [
      {
        code: 'CONCURRENCY_TOO_LOW',
        weight: 'STOP',
        message:
          `This account may run ${limit} functions at once; the desk reserves ${reserved} and leaves ${unreserved} to the others. ` +
          `Ask for ${reserved + unreserved} or more (Service Quotas, Lambda, “Concurrent executions”).`,
      },
    ];
  } finally {
    client.destroy();
  }
};

/** What an account holds against a deployment; nothing is changed. */
export const lookAtAccount = async (asked: Asked): Promise<Finding[]> =>
  (await Promise.all([lookAtTable(asked), lookAtLambda(asked)])).flat();
