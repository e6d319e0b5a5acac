import type { Problem } from './problem.ts';

/** Refusals of what offices do beside a claim: what was paid, recognitions, rule values, registers. */
export const problemsOfOffices = {
  // What was paid
  IS_SUPPLEMENT: {
    status: 409,
    title: 'A supplement',
    zh: '此件为补发申请，请对原申请 {adjusts} 重新核定。',
  },
  SUPPLEMENT_OPEN: {
    status: 409,
    title: 'A supplement is on its way',
    zh: '补发申请 {supplement} 尚未办结，请先办结该件。',
  },
  MORE_THAN_IN_HAND: {
    status: 422,
    title: 'More than is in hand',
    zh: '第 {lineNo} 行（{period}）最多还能追回 {recoverableFen} 分，未提出追回，请改正金额。',
  },
  RECOVERY_MOVED_ON: {
    status: 409,
    title: 'The recovery has moved on',
    zh: '该追回事项已有变化，请重新载入后办理。',
  },
  RECOVERY_OUT_OF_DATE: {
    status: 409,
    title: 'The proposal is out of date',
    zh: '提出追回建议后，已发放金额有变化，未作决定，请重新核定；人工提出的请不予同意后重新提出。',
  },
  PROPOSED_IT: {
    status: 403,
    title: 'The proposer does not decide',
    zh: '您提出了该追回建议，须由他人决定。',
  },
  MORE_THAN_ASKED: {
    status: 422,
    title: 'More than is asked for',
    zh: '登记金额超过尚未追回的 {leftFen} 分，请核对。',
  },
  MORE_THAN_PAID: {
    status: 409,
    title: 'More than was paid',
    zh: '退回金额超过本县已支付金额（其中部分已追回），未登记，请先与收款人和银行核清。',
  },
  PAYOUT_NOT_PAID: {
    status: 409,
    title: 'Not a paid payout',
    zh: '该笔不是已支付的款项，不能登记退回。',
  },
  // Recognitions
  CHANGE_NOT_POSSIBLE: {
    status: 409,
    title: 'Not possible as it stands',
    zh: '该认定当前状态不能作此变更，请重新载入后办理。',
  },
  PROPOSAL_OPEN: {
    status: 409,
    title: 'Another proposal is open',
    zh: '已有一项变更等待确认，请先确认或不同意。',
  },
  NO_PROPOSAL: {
    status: 409,
    title: 'Nothing is proposed',
    zh: '没有等待确认的变更，请先提出。',
  },

  // Rule values
  RULE_VALUES_WRONG: {
    status: 422,
    title: 'Some values are wrong',
    zh: '规则值有误，未提出也未批准任何内容，请按 errors 逐项改正。',
  },
  RULE_FILE_UNREADABLE: {
    status: 422,
    title: 'Not a file of rule values',
    zh: '文件无法读取，请按说明改正后重新导入。',
  },
  PROPOSAL_DECIDED: {
    status: 409,
    title: 'Decided already',
    zh: '该提案已有结果，未作任何更改。',
  },
  NOT_YOURS: { status: 403, title: 'Not your proposal', zh: '这不是您提出的提案，可作批准或不予批准。' },
  // Differences between registers
  DIFFERENCE_CLOSED: {
    status: 409,
    title: 'Closed already',
    zh: '这条差异已经处理完毕，请重新载入清单。',
  },
  NOT_TAKEN_OVER: {
    status: 409,
    title: 'Not to be taken over alone',
    zh: '这一台账的单个字段不能单独采用，请保留系统的值，并由负责部门导入整条记录。',
  },
  REGISTER_REFUSES: {
    status: 422,
    title: 'The register cannot take it',
    zh: '采用该值后台账记录不合规则，请保留系统的值或先更正其他字段。',
  },
} as const satisfies Record<string, Problem>;
