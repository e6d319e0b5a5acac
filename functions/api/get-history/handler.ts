import { getHistoryOperation } from '../../contracts/api/application-reads.ts';
import { asRead } from '../../platform/route.ts';
import { readHead } from '../../store/read-application.ts';
import { readHistory } from '../../store/reading/read-history.ts';
import { desk } from '../../store/container-desk.ts';
import { getHistory } from './get-history.ts';

export const handler = asRead(getHistoryOperation, () =>
  getHistory({
    readHead: (id) => readHead(desk().table, id),
    readEvents: (id, page) => readHistory(desk(), id, page),
    vault: desk().vault,
  }),
);
