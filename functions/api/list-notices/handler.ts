import { listNoticesOperation } from '../../contracts/api/notices.ts';
import { asPublicRead } from '../../platform/route.ts';
import { listNotices as queryNotices } from '../../store/notices/read-notices.ts';
import { desk } from '../../store/container-desk.ts';
import { listNotices } from './list-notices.ts';

export const handler = asPublicRead(listNoticesOperation, () =>
  listNotices({ listNotices: (page) => queryNotices(desk(), page), vault: desk().vault }),
);
