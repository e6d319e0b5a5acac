import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Key } from '../keys.ts';
import type { Table } from '../table-client.ts';

/** Gives a row that is waited on its task token. False when the row was answered meanwhile, or was never opened. */
export const putToken = async (table: Table, key: Key, token: string): Promise<boolean> => {
  try {
    await table.documents.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key,
        UpdateExpression: 'SET #token = :token',
        ConditionExpression: 'attribute_exists(pk) AND NOT #status IN (:done, :ended, :prepared)',
        ExpressionAttributeNames: { '#token': 'token', '#status': 'status' },
        ExpressionAttributeValues: {
          ':token': token,
          ':done': 'DONE',
          ':ended': 'ENDED',
          ':prepared': 'PREPARED',
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
