import { listDivisionApplicationsOperation } from '../../contracts/api/divisions.ts';
import { asRead } from '../../platform/route.ts';
import { listDivisionApplications as queryDivision } from '../../store/reading/list-applications.ts';
import { desk } from '../../store/container-desk.ts';
import { listDivisionApplications } from './list-division-applications.ts';

export const handler = asRead(listDivisionApplicationsOperation, () =>
  listDivisionApplications({ listDivision: (page) => queryDivision(desk(), page), vault: desk().vault }),
);
