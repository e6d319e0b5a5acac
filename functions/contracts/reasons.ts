import * as z from 'zod';
import type { Sentence } from './scalars.ts';

/**
 * Why a line came out as it did (POLICY section 12; the rest is ours, in the same style). In the order in which
 * reasons are named: what settles the case first, what only colours it last.
 */
export const reasons = {
  RULE_NOT_CONFIGURED: {
    zh: '本县尚未确定补贴标准，申请保留，暂不计发。',
    en: 'The county has not set the figure yet; the claim is kept and not paid for now.',
  },
  NOT_MARKET_INTERMEDIARY: {
    zh: '申请人不是经营性人力资源服务机构或劳务经纪人。',
    en: 'The applicant is no agency of the market, nor a labour broker.',
  },
  LICENCE_NOT_VALID: { zh: '许可证当时无效。', en: 'The licence was not valid on that day.' },
  NOT_REGISTERED_POOR: {
    zh: '当时不是建档立卡贫困劳动力。',
    en: 'The worker was not registered as poor on that day.',
  },
  UNDER_AGE: { zh: '当时未满十六周岁。', en: 'The worker was not yet 16 on that day.' },
  NOT_ABLE_TO_WORK: { zh: '登记为无劳动能力。', en: 'Registered as unable to work.' },
  DUPLICATE: { zh: '同一人同一期间已享受补贴。', en: 'This worker was already paid for this period.' },
  NOT_ORGANISED: { zh: '不属于有组织外出。', en: 'The journey was not organised.' },
  NOT_OUTSIDE_COUNTY: { zh: '务工地点在本县范围内。', en: 'The workplace is in the home county.' },
  OVERSEAS_NOT_TIERED: {
    zh: '境外就业不适用本项目，应按境外劳务输出办理。',
    en: 'Work abroad belongs to another subsidy of the notice.',
  },
  OUT_OF_WINDOW: { zh: '发生时间不在政策期限内。', en: 'It lies outside the period that the notice covers.' },
  CONTRACT_TOO_SHORT: { zh: '劳动合同期限不足。', en: 'The labour contract is too short.' },
  NOT_NEWLY_HIRED: { zh: '不属新招用。', en: 'The worker was not newly hired.' },
  MONTHS_SHORT: { zh: '工作月数不足。', en: 'Fewer months than required.' },
  PAY_SHORT: { zh: '工资不足规定数额。', en: 'Less pay than required.' },
  PERIOD_EXHAUSTED: { zh: '补贴期限已用完。', en: 'The longest term is used up.' },
  TOO_FEW_WORKERS: { zh: '吸纳贫困劳动力人数不足。', en: 'Fewer poor workers than required.' },
  PREMISES_CONDITION: {
    zh: '厂房车间不是政府免费提供。',
    en: 'The premises are not provided free by government.',
  },
  NOT_EPIDEMIC_LOSS: {
    zh: '不是受疫情影响失业。',
    en: 'The job was not lost because of the epidemic.',
  },
  NOT_INSURED: { zh: '没有参加失业保险。', en: 'Not insured against unemployment.' },
  ASSISTANCE_STOPPED: { zh: '已出现停发情形。', en: 'Something has ended the assistance.' },
  ABLE_TO_LEAVE: { zh: '不属无法外出人员。', en: 'The worker is able to leave the home area.' },
  NOT_RECOGNISED: { zh: '没有有效的认定。', en: 'There is no recognition in force.' },
  NOT_ELIGIBLE_ORGANISATION: {
    zh: '申请单位不在此项目范围内。',
    en: 'This kind of organisation is not paid by this clause.',
  },
  NOT_PASSED: { zh: '培训考核未合格。', en: 'The course was not passed.' },
  WRONG_EMPLOYMENT_KIND: { zh: '这类就业不在补贴范围内。', en: 'This kind of work does not qualify.' },
  NO_COUNTED_MONTH: { zh: '没有可以计算的月份。', en: 'No month reaches the days that count.' },
  NO_COST_INCURRED: {
    zh: '本人没有支出费用。',
    en: 'The worker spent nothing, so there is nothing to refund.',
  },
  PAYEE_NOT_WORKER: { zh: '收款人不是劳动者本人。', en: 'The payee is not the worker.' },
  CLAIMED_ELSEWHERE: {
    zh: '该人员同一期间已有另一份申请。',
    en: 'Another application claims the same worker and period.',
  },
  EXCLUDED_BENEFIT: {
    zh: '与另一项补贴可能不能并存，由工作人员核实。',
    en: 'Another subsidy may not stand beside this one; an officer looks into it.',
  },
  HOURS_SHORT: {
    zh: '学时不足，由工作人员决定。',
    en: 'Credited hours do not reach the plan; an officer decides.',
  },
  OUTSIDE_SOFT_LIMIT: {
    zh: '超出“一般”限度，由工作人员决定。',
    en: 'Outside what the rule calls usual; an officer decides.',
  },
  RISK_FOUND: {
    zh: '风险核查有提示，由工作人员核实。',
    en: 'A risk check found something; an officer looks into it.',
  },
  CAUSE_UNCLEAR: {
    zh: '失业原因由工作人员核实。',
    en: 'Why the job was lost needs a look by an officer.',
  },
  PREMISES_UNCLEAR: { zh: '厂房车间情况需现场核实。', en: 'The premises need a look by an officer.' },
  OVERSEAS_TRAVEL: {
    zh: '行程涉及境外，由工作人员核实。',
    en: 'The journey went abroad; an officer looks into it.',
  },
  EMPLOYER_IS_APPLICANT: {
    zh: '用人单位与申请机构相同或有关联。',
    en: 'The employer is the applicant, or belongs to it.',
  },
  LEFT_WITHIN_30_DAYS: { zh: '就业不满三十日即离职。', en: 'The worker left within 30 days.' },
  TASK_BASED_CONTRACT: {
    zh: '以完成一定工作任务为期限的合同，由工作人员核实。',
    en: 'A task-based contract; an officer looks into it.',
  },
  PROOF_MISSING: { zh: '缺少证明材料。', en: 'A proof is missing.' },
  REGISTER_DIFFERS: {
    zh: '与登记数据不一致，由工作人员核实。',
    en: 'The registers say something else; an officer looks into it.',
  },
  REGISTER_DOES_NOT_KNOW: {
    zh: '登记数据中没有查到，由工作人员核实。',
    en: 'The registers do not know this; an officer looks into it.',
  },
  ONLINE_CAPPED: {
    zh: '线上学时按上限计入，其余学时足够。',
    en: 'Online hours count up to the limit; the rest suffices.',
  },
  CAPPED: { zh: '按上限计发，超出部分不予补贴。', en: 'Paid up to the limit; what is above it is not paid.' },
  OK: { zh: '符合规定，全额计发。', en: 'Entitled in full.' },
} as const satisfies Record<string, Sentence>;

export type ReasonCode = keyof typeof reasons;

const isReason = (code: string): code is ReasonCode => code in reasons;
export const reasonCodes: readonly ReasonCode[] = Object.keys(reasons).filter(isReason);
export const reasonCode = z.enum(reasonCodes);

/** A reason in a sentence; the checks of a line's assessment say more, with figures and clause. */
export const sentenceOf = (code: ReasonCode): Sentence => reasons[code];

const rank = new Map(reasonCodes.map((code, index) => [code, index]));
const rankOf = (code: ReasonCode): number => rank.get(code) ?? reasonCodes.length;

/** What settles the case first. */
export const byImportance = (a: ReasonCode, b: ReasonCode): number => rankOf(a) - rankOf(b);
