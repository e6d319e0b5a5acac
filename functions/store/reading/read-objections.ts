import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ApplicationId } from '../../contracts/application.ts';
import { objectionRow, type ObjectionRow } from '../../contracts/notice.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Desk } from '../desk.ts';
import { applicationPk } from '../keys.ts';
import { objectionPlace } from '../sealed-places.ts';

export type OpenedObjection = Pick<ObjectionRow, 'objectionId' | 'lineNo' | 'raisedAt'> & {
  readonly text: string;
  readonly contact?: string;
};

const open = (vault: Vault, row: ObjectionRow): OpenedObjection => {
  const { applicationId, objectionId, lineNo, raisedAt, textSealed, contactSealed } = row;
  const place = (field: 'text' | 'contact') => objectionPlace(applicationId, objectionId, field);
  return {
    objectionId,
    raisedAt,
    ...(lineNo !== undefined && { lineNo }),
    text: vault.open(textSealed, place('text')),
    ...(contactSealed !== undefined && { contact: vault.open(contactSealed, place('contact')) }),
  };
};

/** The open objections to an application, opened: for the re-examiner who holds its task, and nobody else. */
export const readOpenObjections = async (
  { table, vault }: Desk,
  id: ApplicationId,
): Promise<OpenedObjection[]> => {
  const { Items = [] } = await table.documents.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :objection)',
      ExpressionAttributeValues: { ':pk': applicationPk(id), ':objection': 'OBJECTION#' },
    }),
  );
  const rows = Items.map((item) => objectionRow.parse(item)).filter(({ status }) => status === 'OPEN');
  return rows.map((row) => open(vault, row));
};
