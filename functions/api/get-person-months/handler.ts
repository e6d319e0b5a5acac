import { getPersonMonthsOperation } from '../../contracts/api/application-reads.ts';
import { asRead } from '../../platform/route.ts';
import { readHead, readLine } from '../../store/read-application.ts';
import { readPersonMonths } from '../../store/reading/read-person-months.ts';
import { containerTable } from '../../store/container-table.ts';
import { getPersonMonths } from './get-person-months.ts';

export const handler = asRead(getPersonMonthsOperation, () =>
  getPersonMonths({
    readHead: (id) => readHead(containerTable(), id),
    readLine: (id, lineNo) => readLine(containerTable(), id, lineNo),
    readMonths: (subject, year) => readPersonMonths(containerTable(), subject, year),
  }),
);
