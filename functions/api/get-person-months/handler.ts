import { getPersonMonthsOperation } from '../../contracts/api/application-reads.ts';
import { asRead } from '../../platform/route.ts';
import { readHead, readLine } from '../../store/read-application.ts';
import { readPersonMonths } from '../../store/reading/read-person-months.ts';
import { desk } from '../services.ts';
import { getPersonMonths } from './get-person-months.ts';

export const handler = asRead(getPersonMonthsOperation, () =>
  getPersonMonths({
    readHead: (id) => readHead(desk().table, id),
    readLine: (id, lineNo) => readLine(desk().table, id, lineNo),
    readMonths: (subject, year) => readPersonMonths(desk().table, subject, year),
  }),
);
