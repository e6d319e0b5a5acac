import type { Sentence } from '../../contracts/scalars.ts';
import type { AuditEvent, Doer, EventType } from '../../store/audit/events.ts';

/** What happened, as an applicant reads it. */
const eventSentences: Record<EventType, Sentence> = {
  DRAFT_CREATED: { zh: '新建申请。', en: 'The application was begun.' },
  LINES_ADDED: { zh: '添加了人员明细。', en: 'Lines were added.' },
  LINE_CHANGED: { zh: '修改了人员明细。', en: 'A line was changed.' },
  PAYEE_CHANGED: { zh: '修改了收款账户。', en: 'The account was changed.' },
  SUBMITTED: { zh: '提交申请。', en: 'It was submitted.' },
  CHECKED: { zh: '与登记数据完成比对。', en: 'It was checked against the registers.' },
  TASK_OPENED: { zh: '转入下一环节，等待办理。', en: 'It was put before the next office.' },
  TASK_CLAIMED: { zh: '工作人员已领取办理。', en: 'An officer took it up.' },
  TASK_RELEASED: { zh: '工作人员退回公共待办。', en: 'The officer put it back for a colleague.' },
  TASK_DECIDED: { zh: '本环节已作出决定。', en: 'The office decided.' },
  NOTICE_PUBLISHED: { zh: '名单开始公示。', en: 'The list was hung out as a public notice.' },
  OBJECTION_RAISED: { zh: '公示期间收到异议。', en: 'Somebody objected to the notice.' },
  OBJECTIONS_SETTLED: { zh: '异议已处理。', en: 'The objections were settled.' },
  PAYOUT_MADE_PAYABLE: { zh: '转财政部门拨付。', en: 'It went to the finance office to be paid.' },
  PAYOUT_BOOKED: { zh: '登记了银行拨付结果。', en: 'The bank’s answer was booked.' },
  REFUSED: { zh: '不予通过。', en: 'It was refused.' },
  WITHDRAWN: { zh: '申请已撤回。', en: 'It was withdrawn.' },
  CLOSED: { zh: '已办结。', en: 'It was closed.' },
  REASSESSED: { zh: '按最新登记数据重新核定。', en: 'It was assessed again by what the registers say now.' },
  SUPPLEMENT_OPENED: {
    zh: '对已发放的申请补发差额。',
    en: 'It was opened to pay what a paid application lacked.',
  },
  RECOVERY_PROPOSED: {
    zh: '复核人员提出追回多发资金。',
    en: 'It was proposed that money comes back.',
  },
  RECOVERY_DECIDED: { zh: '已决定是否追回多发资金。', en: 'It was decided whether money comes back.' },
  RECOVERY_RECEIVED: { zh: '收到追回的资金。', en: 'Money came back.' },
  RECOVERY_WRITTEN_OFF: { zh: '核销未追回的资金。', en: 'What had not come back was written off.' },
  EXECUTION_RESTARTED: {
    zh: '系统恢复了办理流程，从原环节继续。',
    en: 'The desk took the case up again where it stood.',
  },
  PAYOUT_REVERSED: { zh: '银行退回已拨付的资金。', en: 'The bank took a payment back.' },
  FACTS_CHANGED: { zh: '登记数据有变化，已告知经办人。', en: 'A register changed, and the office was told.' },
  RECOGNISED: { zh: '已认定并登记。', en: 'It was recognised and entered in the register.' },
  HEADS_COUNTED: { zh: '登记了新的在岗人数。', en: 'A new head-count was entered.' },
  CHANGE_PROPOSED: { zh: '提出变更认定状态。', en: 'A change of its status was proposed.' },
  CHANGE_CONFIRMED: { zh: '认定状态变更已确认。', en: 'The change of its status was confirmed.' },
  CHANGE_DECLINED: { zh: '认定状态变更未获同意。', en: 'The change of its status was declined.' },
  VALUES_PROPOSED: { zh: '提出设定规则值。', en: 'Rule values were proposed.' },
  VALUES_APPROVED: { zh: '规则值已批准。', en: 'Rule values were approved.' },
  VALUES_REJECTED: { zh: '规则值未获批准。', en: 'Rule values were not approved.' },
  VALUES_WITHDRAWN: { zh: '规则值提案已撤回。', en: 'A proposal of rule values was withdrawn.' },
  DIFFERENCE_DECIDED: { zh: '台账差异已处理。', en: 'A difference between registers was decided.' },
  DIFFERENCE_SETTLED: {
    zh: '台账差异已因重新导入而消除。',
    en: 'A difference between registers was settled by a newer file.',
  },
};

/** Where it happened; an applicant sees the office, not the officer. */
export const offices: Record<Doer['role'], Sentence> = {
  APPLICANT: { zh: '申请人', en: 'The applicant' },
  VILLAGE_ASSISTANT: { zh: '村级协理员', en: 'The village assistant' },
  INTERMEDIARY: { zh: '申请机构', en: 'The agency' },
  EMPLOYER: { zh: '申请单位', en: 'The employer' },
  TRAINING_PROVIDER: { zh: '培训机构', en: 'The training provider' },
  COUNTY_VERIFIER: { zh: '县级审核岗', en: 'The county’s verifiers' },
  COUNTY_REVIEWER: { zh: '县级复核岗', en: 'The county’s re-examiners' },
  COUNTY_APPROVER: { zh: '县级审批岗', en: 'The county’s approvers' },
  POVERTY_OFFICE_CHECKER: { zh: '扶贫部门核对岗', en: 'The poverty office’s checkers' },
  FINANCE_OFFICER: { zh: '县财政部门', en: 'The county’s finance office' },
  PREFECTURE_SUPERVISOR: { zh: '市级监管', en: 'The prefecture’s supervisors' },
  PROVINCE_SUPERVISOR: { zh: '省级监管', en: 'The province’s supervisors' },
  RULE_ADMIN: { zh: '规则管理岗', en: 'The rule administrators' },
  OPERATOR: { zh: '系统运维', en: 'The operators' },
  AUDITOR: { zh: '审计', en: 'The auditors' },
  SYSTEM: { zh: '系统', en: 'The desk itself' },
  PUBLIC: { zh: '社会公众', en: 'The public' },
};

/** An approval that names a payout has sent it to the finance office in the same breath. */
export const sentenceOf = ({ type, details }: Pick<AuditEvent, 'type' | 'details'>): Sentence =>
  type === 'TASK_DECIDED' && 'payoutId' in details
    ? { zh: '已批准，转财政部门拨付。', en: 'It was approved, and went to the finance office to be paid.' }
    : eventSentences[type];
