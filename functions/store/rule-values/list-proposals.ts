import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ruleProposal, type RuleProposal } from '../../contracts/rule-proposal.ts';
import { ruleValuesKey } from '../keys.ts';
import type { Item, Page } from '../read-application.ts';
import type { Table } from '../table-client.ts';

type PageOf = {
  readonly division: string;
  readonly limit: number;
  readonly start?: Item | undefined;
};

/** A division's proposals, the newest day first. */
export const listProposals = async (
  table: Table,
  { division, limit, start }: PageOf,
): Promise<Page<RuleProposal>> => {
  const { Items = [], LastEvaluatedKey } = await table.documents.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :proposal)',
      ExpressionAttributeValues: { ':pk': ruleValuesKey(division).pk, ':proposal': 'PROPOSAL#' },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: start,
    }),
  );
  const items = Items.map((item) => ruleProposal.parse(item));
  return LastEvaluatedKey ? { items, next: LastEvaluatedKey } : { items };
};
