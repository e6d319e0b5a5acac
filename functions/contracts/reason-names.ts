import type { ReasonCode } from './assessment.ts';
import type { Sentence } from './scalars.ts';

/** Why a line came out as it did, in a sentence; the checks of its assessment say more, with figures and clause. */
export const reasonNames: Record<ReasonCode, Sentence> = {
  OK: { zh: '符合规定，全额计发。', en: 'Entitled in full.' },
  CAPPED: { zh: '按上限计发，超出部分不予补贴。', en: 'Paid up to the limit; what is above it is not paid.' },
  NOT_ORGANISED: { zh: '不属于有组织外出。', en: 'The journey was not organised.' },
  NOT_OUTSIDE_COUNTY: { zh: '务工地点在本县范围内。', en: 'The workplace is in the home county.' },
  DUPLICATE: { zh: '同一人同一期间已享受补贴。', en: 'This worker was already paid for this period.' },
  NO_COST_INCURRED: {
    zh: '本人没有支出费用。',
    en: 'The worker spent nothing, so there is nothing to refund.',
  },
  UNDER_AGE: { zh: '当时未满十六周岁。', en: 'The worker was not yet 16 on that day.' },
  OUT_OF_WINDOW: { zh: '发生时间不在政策期限内。', en: 'It lies outside the period that the notice covers.' },
  OVERSEAS_NOT_TIERED: {
    zh: '境外就业不适用本项目，应按境外劳务输出办理。',
    en: 'Work abroad belongs to another subsidy of the notice.',
  },
  CONTRACT_TOO_SHORT: { zh: '劳动合同期限不足。', en: 'The labour contract is too short.' },
  NOT_REGISTERED_POOR: {
    zh: '当时不是建档立卡贫困劳动力。',
    en: 'The worker was not registered as poor on that day.',
  },
  NOT_MARKET_INTERMEDIARY: {
    zh: '申请人不是经营性人力资源服务机构或劳务经纪人。',
    en: 'The applicant is no agency of the market, nor a labour broker.',
  },
  RULE_NOT_CONFIGURED: {
    zh: '本县尚未确定补贴标准，申请保留，暂不计发。',
    en: 'The county has not set the figure yet; the claim is kept and not paid for now.',
  },
  NO_COUNTED_MONTH: { zh: '没有可以计算的月份。', en: 'No month reaches the days that count.' },
  WRONG_EMPLOYMENT_KIND: { zh: '这类就业不在补贴范围内。', en: 'This kind of work does not qualify.' },
  NOT_ABLE_TO_WORK: { zh: '登记为无劳动能力。', en: 'Registered as unable to work.' },
  LICENCE_NOT_VALID: { zh: '许可证当时无效。', en: 'The licence was not valid on that day.' },
  REGISTER_DOES_NOT_KNOW: {
    zh: '登记数据中没有查到，由工作人员核实。',
    en: 'The registers do not know this; an officer looks into it.',
  },
  REGISTER_DIFFERS: {
    zh: '与登记数据不一致，由工作人员核实。',
    en: 'The registers say something else; an officer looks into it.',
  },
  PROOF_MISSING: { zh: '缺少证明材料。', en: 'A proof is missing.' },
  TASK_BASED_CONTRACT: {
    zh: '以完成一定工作任务为期限的合同，由工作人员核实。',
    en: 'A task-based contract; an officer looks into it.',
  },
  LEFT_WITHIN_30_DAYS: { zh: '就业不满三十日即离职。', en: 'The worker left within 30 days.' },
  EMPLOYER_IS_APPLICANT: {
    zh: '用人单位与申请机构相同或有关联。',
    en: 'The employer is the applicant, or belongs to it.',
  },
  OVERSEAS_TRAVEL: {
    zh: '行程涉及境外，由工作人员核实。',
    en: 'The journey went abroad; an officer looks into it.',
  },
  CLAIMED_ELSEWHERE: {
    zh: '该人员同一期间已有另一份申请。',
    en: 'Another application claims the same worker and period.',
  },
  PAYEE_NOT_WORKER: { zh: '收款人不是劳动者本人。', en: 'The payee is not the worker.' },
};
