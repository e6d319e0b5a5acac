import type { ApplicationState } from './application.ts';
import type { Sentence } from './scalars.ts';

/** An application's states as an applicant reads them. */
export const stateNames: Record<ApplicationState, Sentence> = {
  DRAFT: { zh: '草稿', en: 'Draft' },
  SUBMITTED: { zh: '已提交', en: 'Submitted' },
  CHECKING: { zh: '数据比对中', en: 'Being checked' },
  IN_VERIFICATION: { zh: '审核中', en: 'In verification' },
  RETURNED: { zh: '退回补正', en: 'Returned to you' },
  ON_NOTICE: { zh: '公示中', en: 'On public notice' },
  IN_APPROVAL: { zh: '审批中', en: 'In approval' },
  APPROVED: { zh: '已批准', en: 'Approved' },
  PAYING: { zh: '拨付中', en: 'Being paid' },
  CLOSED: { zh: '已办结', en: 'Closed' },
  REFUSED: { zh: '不予通过', en: 'Refused' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
};
