import { listLinesOperation } from '../../contracts/api/application-reads.ts';
import { asRead } from '../../platform/route.ts';
import { readHead, readLines } from '../../store/read-application.ts';
import { desk } from '../../store/container-desk.ts';
import { listLines } from './list-lines.ts';

export const handler = asRead(listLinesOperation, () => {
  const { table, vault } = desk();
  return listLines({
    readHead: (id) => readHead(table, id),
    readLines: (id, page) => readLines(table, id, page),
    vault,
  });
});
