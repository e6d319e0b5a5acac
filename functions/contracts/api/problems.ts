import type { Problem } from './problem.ts';
import { problemsOfOffices } from './problems-of-offices.ts';

/**
 * Every refusal the desk can give: its code, its HTTP status, a title, and the sentence in Chinese. `{name}` in a
 * Chinese sentence is filled from the refusal's details. The English sentence is written where the refusal is made.
 */
export const problems = {
  // The request itself
  NOT_JSON: {
    status: 400,
    title: 'The body is not JSON',
    zh: '请求正文不是 UTF-8 编码的 JSON，请检查引号、逗号、括号和编码。',
  },
  CONTENT_TYPE_NOT_JSON: {
    status: 415,
    title: 'The body is not sent as JSON',
    zh: '请以 JSON 提交，并带请求头 Content-Type: application/json。',
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: 'The body is too large',
    zh: '请求正文不能超过 2 MB，请分批提交。',
  },
  UNKNOWN_FIELD: {
    status: 400,
    title: 'Unknown fields',
    zh: '请求中有不认识的字段，请按 errors 所列删除或改正。',
  },
  INVALID_INPUT: {
    status: 400,
    title: 'Some fields are missing or wrong',
    zh: '部分字段缺失或有误，请按 errors 逐项改正后重新提交。',
  },
  INVALID_CURSOR: {
    status: 400,
    title: 'Not a cursor of this list',
    zh: '翻页标记无效，请从第一页重新查询。',
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    title: 'No Idempotency-Key',
    zh: '每次提交都要带 Idempotency-Key 请求头（8 至 100 个可见字符），同一提交重发时用同一个。',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'Idempotency-Key of another request',
    zh: '这个 Idempotency-Key 已用于另一项请求，请为新请求换一个。',
  },

  // Who asks
  TOKEN_MISSING: { status: 401, title: 'Not signed in', zh: '请先登录。' },
  TOKEN_EXPIRED: { status: 401, title: 'Sign-in expired', zh: '登录已过期，请重新登录。' },
  TOKEN_INVALID: { status: 401, title: 'Token not accepted', zh: '登录凭证无效，请重新登录。' },
  SIGN_IN_UNAVAILABLE: {
    status: 503,
    title: 'Sign-in unavailable',
    zh: '登录服务暂时没有响应，请一分钟后再试。',
  },
  ROLE_NOT_ALLOWED: { status: 403, title: 'Not for your role', zh: '您的岗位不能办理此事项。' },
  OTHER_COUNTY: { status: 403, title: 'Not of your division', zh: '这不属于您的辖区，不能查看或办理。' },
  NOT_FOUND: { status: 404, title: 'Not found', zh: '没有找到，或不属于您可以查看的范围。' },
  FOUR_EYES: { status: 403, title: 'Someone else must decide', zh: '您已参与过此申请，按规定须由他人办理。' },

  // Filing
  PROXY_CONSENT_MISSING: {
    status: 422,
    title: 'No consent on record',
    zh: '代他人申请，须填写代办关系和本人同意情况（proxy）。',
  },
  ORGANISATION_MISSING: {
    status: 403,
    title: 'Acts for no organisation',
    zh: '您的账号没有关联机构，不能以机构名义申请。',
  },
  INSTRUMENT_NOT_YOURS: {
    status: 422,
    title: 'Not for this applicant',
    zh: '您的身份不能申请这一补贴项目。',
  },
  NOBODY_IS_PAID: {
    status: 422,
    title: 'Nobody is paid',
    zh: '认定不发放资金，没有收款账户可改。',
  },
  OTHER_INSTRUMENT: {
    status: 422,
    title: 'Other subsidy than the application',
    zh: '所填内容与本申请的补贴项目不一致。',
  },
  LINE_EXISTS: { status: 409, title: 'Line exists', zh: '该行号已存在，请改用修改。' },
  NO_SUCH_LINE: { status: 422, also: 404, title: 'No such line', zh: '本申请没有这一行。' },
  TOO_MANY_LINES: { status: 422, title: 'Too many lines', zh: '行数超过本项目一份申请的上限。' },
  NO_LINES: { status: 422, title: 'No lines yet', zh: '申请还没有人员明细，请至少添加一人。' },
  STATE_DOES_NOT_ALLOW: {
    status: 409,
    title: 'No longer possible',
    zh: '申请当前为“{state}”，不能再进行此操作。',
  },
  VERSION_STALE: {
    status: 409,
    title: 'Changed since you opened it',
    zh: '您打开之后内容已有变化，请重新载入，按最新内容办理。',
  },

  // Tasks and decisions
  TASK_CLAIMED_BY_OTHER: {
    status: 409,
    title: 'Somebody else has it',
    zh: '{claimedBy}自{claimedAt}起正在办理此任务，如需接手请对方先退回。',
  },
  TASK_NOT_CLAIMED: { status: 409, title: 'Claim it first', zh: '请先领取任务，以免两人同时办理。' },
  TASK_MOVED_ON: { status: 409, title: 'The task is over', zh: '此任务已办结，申请当前为“{state}”。' },
  APPLICANTS_TASK: { status: 409, title: 'The applicant’s task', zh: '此事项由申请人办理，等待其重新提交。' },
  DECISION_NOT_ALLOWED: { status: 422, title: 'Not a decision of this task', zh: '此任务不能作出这一决定。' },
  FIELDS_NOT_MARKED: {
    status: 422,
    title: 'Nothing marked',
    zh: '退回补正须至少标出一处有误的内容，让申请人知道改哪里。',
  },
  LINES_UNDECIDED: { status: 422, title: 'Lines left undecided', zh: '还有待审核的行没有决定，请逐行审核。' },
  RULE_REFUSES: {
    status: 409,
    title: 'The notice refuses it',
    zh: '该行不符合通知规定，审核人不能通过；如事实有误请退回补正。',
  },
  NOTHING_TO_PAY: {
    status: 409,
    also: 422,
    title: 'Nothing to pay',
    zh: '没有可发放的金额，请作不予通过或退回处理。',
  },
  ENTITLEMENT_HELD: {
    status: 409,
    title: 'Claimed by another application',
    zh: '该人员同一期间的补贴已被另一申请占用，请先处理那一申请或不予通过此行。',
  },
  MONEY_APPROVED: {
    status: 409,
    title: 'Money has been approved',
    zh: '资金已批准，不能终止；请排除故障后继续办理。',
  },
  FUND_EXHAUSTED: {
    status: 409,
    title: 'The fund does not reach',
    zh: '县级资金余额不足，未作任何批准，请先落实资金。',
  },
  FUND_NOT_CONFIGURED: {
    status: 409,
    title: 'The county has no fund yet',
    zh: '本县尚未登记资金额度，未作任何批准，请先登记。',
  },

  ...problemsOfOffices,

  // Notices and payouts
  NOTICE_ENDED: {
    status: 409,
    title: 'The notice has ended',
    zh: '该公示已结束，如有异议请联系县人社部门。',
  },
  PAYOUT_NOT_PAYABLE: { status: 409, title: 'Not payable', zh: '该笔款项当前不是待拨付状态，不能办理。' },
  PAYEE_DIFFERS: {
    status: 422,
    title: 'Another payee than was approved',
    zh: '资金已经批准，收款人不能换成他人；请填写本人名下的账户，姓名与申报或登记一致。',
  },
  DAY_IN_FUTURE: {
    status: 422,
    title: 'That day is yet to come',
    zh: '登记日期晚于今天，请按银行回单填写实际日期。',
  },
  AMOUNT_DIFFERS: {
    status: 409,
    title: 'The amounts differ',
    zh: '银行金额与应付金额不一致，未作登记，请与银行核对。',
  },

  // Our own
  TRY_AGAIN: { status: 503, title: 'Try again', zh: '系统繁忙，请用同一个 Idempotency-Key 再试一次。' },
  INTERNAL: {
    status: 500,
    title: 'A failure of our own',
    zh: '系统出现故障，已记录，请凭请求编号联系我们。',
  },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof problems;
