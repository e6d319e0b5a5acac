import type { ApplicationHead } from '../../contracts/application.ts';
import { parseHead } from '../read-application.ts';
import { scanPages } from '../scan-pages.ts';
import type { Table } from '../table-client.ts';

/** Every application of the desk. For commands only: it reads the whole table. */
export const everyHead = async function* (table: Table): AsyncGenerator<ApplicationHead> {
  const heads = {
    FilterExpression: 'sk = :head',
    ExpressionAttributeValues: { ':head': 'HEAD' },
  };
  for await (const page of scanPages(table, heads))
    for (const item of page) {
      const head = parseHead(item);
      if (head) yield head;
    }
};
