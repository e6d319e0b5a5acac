import { getNoticeOperation } from '../../contracts/api/notices.ts';
import { asPublicRead } from '../../platform/route.ts';
import { readNotice } from '../../store/notices/read-notices.ts';
import { desk } from '../../store/container-desk.ts';
import { getNotice } from './get-notice.ts';

export const handler = asPublicRead(getNoticeOperation, () =>
  getNotice({ readNotice: (id, page) => readNotice(desk(), id, page), vault: desk().vault }),
);
