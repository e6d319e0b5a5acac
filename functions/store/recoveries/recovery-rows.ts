import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ApplicationHead, ApplicationId } from '../../contracts/application.ts';
import { recoveryId, recoveryRow, type RecoveryPart, type RecoveryRow } from '../../contracts/recovery.ts';
import { applicationPk, recoveryPartition, rowKey } from '../keys.ts';
import type { Table } from '../table-client.ts';
import type { Write } from '../transact.ts';
import { updateExpression } from '../update-expression.ts';
import { seqAfter } from '../waits/rows.ts';

/** Every recovery of a paid application, whatever became of it; there are few. */
export const readRecoveries = async (table: Table, id: ApplicationId): Promise<RecoveryRow[]> => {
  const { Items = [] } = await table.documents.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :recovery)',
      ExpressionAttributeValues: { ':pk': applicationPk(id), ':recovery': 'RECOVERY#' },
    }),
  );
  return Items.map((item) => recoveryRow.parse(item));
};

type Proposal = Pick<
  RecoveryRow,
  'origin' | 'foundBy' | 'clause' | 'reason' | 'parts' | 'differences' | 'proposedAt' | 'proposedBy'
>;

export const sumOf = (parts: readonly RecoveryPart[], what: 'amountFen' | 'leftFen'): number =>
  parts.reduce((sum, part) => sum + part[what], 0);

/** A proposal waits in the county's list until somebody else has decided it, and then until it has come back. */
export const proposeRecovery = (head: ApplicationHead, proposal: Proposal) => {
  const { applicationId: id, instrument, division, version } = head;
  const amountFen = sumOf(proposal.parts, 'amountFen');
  const row: RecoveryRow = {
    recoveryId: recoveryId.parse(`${id}.RECOVERY.${seqAfter(version)}`),
    applicationId: id,
    instrument,
    division,
    state: 'PROPOSED',
    amountFen,
    leftFen: amountFen,
    ...proposal,
  };
  const write: Write = {
    Put: {
      Item: {
        ...rowKey(id, 'RECOVERY', row.recoveryId),
        ...row,
        workPk: recoveryPartition(division),
        workSk: `${proposal.proposedAt}#${row.recoveryId}`,
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
  return { row, write };
};

const isOver = (state: RecoveryRow['state'] | undefined): boolean =>
  state !== undefined && state !== 'PROPOSED' && state !== 'APPROVED';

/** Changes a recovery that is still as it was read. */
export const changeRecovery = (row: RecoveryRow, set: Partial<RecoveryRow>): Write => {
  const update = updateExpression({ set, remove: isOver(set.state) ? ['workPk', 'workSk'] : [] });
  return {
    Update: {
      Key: rowKey(row.applicationId, 'RECOVERY', row.recoveryId),
      UpdateExpression: update.UpdateExpression,
      ExpressionAttributeNames: { ...update.ExpressionAttributeNames, '#was': 'state', '#left': 'leftFen' },
      ExpressionAttributeValues: {
        ...update.ExpressionAttributeValues,
        ':was': row.state,
        ':left': row.leftFen,
      },
      ConditionExpression: '#was = :was AND #left = :left',
    },
  };
};
