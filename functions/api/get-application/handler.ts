import { getApplicationOperation } from '../../contracts/api/application-reads.ts';
import { asRead } from '../../platform/route.ts';
import { readHead } from '../../store/read-application.ts';
import { containerTable } from '../../store/container-table.ts';
import { getApplication } from './get-application.ts';

export const handler = asRead(getApplicationOperation, () =>
  getApplication({ readHead: (id) => readHead(containerTable(), id) }),
);
