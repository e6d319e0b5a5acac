import type { ApplicationHead } from '../contracts/application.ts';
import { ApplicationMovedOnError } from './change-application.ts';
import { headKey } from './keys.ts';
import { openHead } from './stored-head.ts';
import type { Table } from './table-client.ts';
import { maxWrites, transact, WriteRefusedError, type Write } from './transact.ts';

type Seen = Pick<ApplicationHead, 'applicationId' | 'version'>;

const stillAt = ({ applicationId, version }: Seen): Write => ({
  ConditionCheck: {
    Key: headKey(applicationId),
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': version },
  },
});

const inChunks = (groups: readonly (readonly Write[])[], room: number): Write[][] => {
  const chunks: Write[][] = [];
  for (const group of groups) {
    const last = chunks.at(-1);
    if (last !== undefined && last.length + group.length <= room) last.push(...group);
    else chunks.push([...group]);
  }
  return chunks;
};

/**
 * Writes the lines of a long roster ahead of the change they belong to: each group whole in one transaction, as many
 * groups to a transaction as fit, and none once the application has moved on, so that an application that was
 * withdrawn meanwhile takes no key. Every group must be harmless to repeat: a crash may come between two of them.
 * @throws ApplicationMovedOnError with the head as it is now
 * @throws WriteRefusedError when another row was not as expected
 */
export const writeAtVersion = async (
  table: Table,
  seen: Seen,
  groups: readonly (readonly Write[])[],
): Promise<void> => {
  for (const chunk of inChunks(groups, maxWrites - 1)) {
    try {
      await transact(table, [stillAt(seen), ...chunk]);
    } catch (error) {
      const moved = error instanceof WriteRefusedError ? error.at(0) : undefined;
      if (moved) throw new ApplicationMovedOnError(moved.found && openHead(moved.found));
      throw error;
    }
  }
};
