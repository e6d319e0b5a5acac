import { listApplicationsOperation } from '../../contracts/api/application-reads.ts';
import { asRead } from '../../platform/route.ts';
import { listOwnApplications } from '../../store/reading/list-applications.ts';
import { desk } from '../../store/container-desk.ts';
import { listApplications } from './list-applications.ts';

export const handler = asRead(listApplicationsOperation, () =>
  listApplications({
    listOwn: (actor, page) => listOwnApplications(desk(), actor, page),
    vault: desk().vault,
  }),
);
