import { getLedgerOperation } from '../../contracts/api/reassessments.ts';
import { asRead } from '../../platform/route.ts';
import { ledgerOfLines } from '../../store/ledger/ledger-of-lines.ts';
import { readHead, readLines } from '../../store/read-application.ts';
import { desk } from '../../store/container-desk.ts';
import { getLedger } from './get-ledger.ts';

export const handler = asRead(getLedgerOperation, () =>
  getLedger({
    readHead: (id) => readHead(desk().table, id),
    readLines: (id, page) => readLines(desk().table, id, page),
    ledgerOf: (head, lines) => ledgerOfLines(desk().table, head, lines),
    vault: desk().vault,
  }),
);
