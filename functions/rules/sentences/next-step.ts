import type { ApplicationHead, ApplicationState, WaitKind } from '../../contracts/application.ts';
import { paysNobody, type Instrument } from '../../contracts/instruments.ts';
import type { IsoDate, Sentence } from '../../contracts/scalars.ts';

/** `{due}` is the day by which it happens. */
type Template = Sentence & { readonly whose: 'OFFICE' | 'APPLICANT' };

const waiting: Record<WaitKind, Template> = {
  VERIFY: {
    whose: 'OFFICE',
    zh: '县级审核人员将在{due}前审核您的申请。',
    en: 'A verifier of the county looks at the application by {due}.',
  },
  CORRECT: {
    whose: 'APPLICANT',
    zh: '请在{due}前按标注补正并重新提交，逾期视为撤回。',
    en: 'Correct what is marked and send the application again by {due}; after that it counts as withdrawn.',
  },
  NOTICE: {
    whose: 'OFFICE',
    zh: '名单正在公示，至{due}止；期满无异议即进入审批。',
    en: 'The list hangs as a public notice until {due}; without an objection it then goes to the approver.',
  },
  REEXAMINE: {
    whose: 'OFFICE',
    zh: '公示期间有人提出异议，将由原审核人以外的复核人员在{due}前复核，复核前不拨付资金。',
    en: 'Somebody objected to the notice; a re-examiner, not the verifier, decides by {due}. No money moves before.',
  },
  APPROVE: {
    whose: 'OFFICE',
    zh: '县人社局审批人员将在{due}前审批。',
    en: 'An approver of the county decides by {due}.',
  },
  SECOND_APPROVE: {
    whose: 'OFFICE',
    zh: '已有一名审批人同意；因金额较大，另一名审批人将在{due}前审批。',
    en: 'One approver has agreed; because of the amount a second one decides by {due}.',
  },
  PAY: {
    whose: 'OFFICE',
    zh: '资金已批准，县财政部门将在{due}前拨付到收款账户。',
    en: 'The money is approved; the county’s finance office pays it into the account by {due}.',
  },
  CORRECT_PAYEE: {
    whose: 'APPLICANT',
    zh: '银行退回了款项，请在{due}前改正收款账户，改正后重新拨付。',
    en: 'The bank sent the money back. Correct the account by {due}, and it is paid again.',
  },
  CONFIGURE: {
    whose: 'OFFICE',
    zh: '本县尚未确定所需的补贴标准，规则管理员将在{due}前处理；不会因此不予通过。',
    en: 'The county has not yet set a figure this claim needs; its rule administrator sees to it by {due}. That refuses nothing.',
  },
  OPERATE: {
    whose: 'OFFICE',
    zh: '系统出现故障，技术人员将在{due}前处理，您无需操作。',
    en: 'Something failed on our side; our operators mend it by {due}. You need do nothing.',
  },
};

const standing: Record<ApplicationState, Sentence> = {
  DRAFT: {
    zh: '尚未提交：请添加人员明细后提交。',
    en: 'Not submitted yet: add the workers it is about, then submit it.',
  },
  SUBMITTED: {
    zh: '已收到，即将与登记数据比对。',
    en: 'Received; the check against the registers begins in a moment.',
  },
  CHECKING: {
    zh: '正在与登记数据比对，请稍候。',
    en: 'Being checked against the registers; this takes a moment.',
  },
  IN_VERIFICATION: {
    zh: '审核已有结果，正在转入下一步。',
    en: 'The verifier has decided; it is on its way to the next step.',
  },
  RETURNED: {
    zh: '已退回补正，请按标注修改后重新提交。',
    en: 'Returned for correction: mend what is marked and send it again.',
  },
  ON_NOTICE: {
    zh: '公示环节有新情况，正在转入下一步。',
    en: 'The public notice is being dealt with; it is on its way to the next step.',
  },
  IN_APPROVAL: {
    zh: '审批已有结果，正在转入下一步。',
    en: 'The approver has decided; it is on its way to the next step.',
  },
  APPROVED: {
    zh: '资金已批准，即将转财政拨付。',
    en: 'Approved; it goes to the finance office in a moment.',
  },
  PAYING: {
    zh: '拨付结果已登记，正在办结。',
    en: 'The bank’s answer is booked; the case is being completed.',
  },
  CLOSED: { zh: '已办结，款项已拨付到收款账户。', en: 'Done: the money has been paid into the account.' },
  REFUSED: {
    zh: '不予通过，原因列在各行和办理意见中；如不同意，可向县人社局申请复核。',
    en: 'Refused; the reasons stand with each line. If you disagree, ask the county’s office to look again.',
  },
  WITHDRAWN: {
    zh: '已撤回，不再办理；可重新申请。',
    en: 'Withdrawn, nothing more happens; you may apply again.',
  },
};

/** Where a recognition reads otherwise than a payment. */
const recognised: Partial<Record<ApplicationState, Sentence>> = {
  APPROVED: { zh: '已同意认定，即将登记。', en: 'Approved; it is entered in the register in a moment.' },
  CLOSED: {
    zh: '已办结，已认定并登记。',
    en: 'Done: it is recognised and stands in the register.',
  },
};

const standingOf = (state: ApplicationState, instrument: Instrument | undefined): Sentence =>
  (instrument !== undefined && paysNobody(instrument) ? recognised[state] : undefined) ?? standing[state];

const inChinese = (day: IsoDate): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year ?? ''}年${month ?? ''}月${date ?? ''}日`;
};

/**
 * What happens next with an application, who has it and by when: one plain sentence for its applicant. An office
 * that is late is said to be late.
 */
export const nextStep = (
  { state, wait, instrument }: Pick<ApplicationHead, 'state' | 'wait'> & { readonly instrument?: Instrument },
  today: IsoDate,
): Sentence => {
  if (wait === undefined) return standingOf(state, instrument);
  const { zh, en, whose } = waiting[wait.kind];
  const late = whose === 'OFFICE' && wait.dueOn < today;
  return {
    zh: zh.replace('{due}', inChinese(wait.dueOn)) + (late ? '（已超期，正在催办。）' : ''),
    en: en.replace('{due}', wait.dueOn) + (late ? ' It is overdue.' : ''),
  };
};
