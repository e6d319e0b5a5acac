import type { EntitlementPart } from '../../contracts/assessment.ts';
import type { IsoMonth } from '../../contracts/scalars.ts';
import { daysInMonth, monthOf } from '../calendar/days.ts';
import {
  claimed,
  fail,
  heldByDesk,
  notApplicable,
  notConfigured,
  pass,
  used,
  yuan,
  type Finding,
} from '../check.ts';
import type { RuleSet } from '../facts.ts';
import type { PostFacts } from './facts.ts';

/** The claimed months, each in the first heap that takes it; the oldest first, up to the longest term. */
export type Plan = {
  readonly payable: readonly IsoMonth[];
  /** Too few days of attendance, or a month that lies ahead of the claim. */
  readonly short: readonly IsoMonth[];
  readonly held: readonly IsoMonth[];
  readonly beyond: readonly IsoMonth[];
  readonly used: number;
};
type Heap = Exclude<keyof Plan, 'used'>;

export const planOf = ({ claim, held, submittedOn }: PostFacts, { values }: RuleSet): Plan => {
  const { minDaysPerMonth, maxMonths } = values.publicWorks;
  const taken = new Set(held.map(({ period }) => period));
  const left = Math.max(0, (maxMonths ?? Infinity) - taken.size);
  const heaps: Record<Heap, IsoMonth[]> = { payable: [], short: [], held: [], beyond: [] };
  const liesAhead = (month: IsoMonth): boolean => submittedOn !== undefined && month > monthOf(submittedOn);
  const heapOf = (month: IsoMonth, days: number): Heap => {
    if (taken.has(month)) return 'held';
    if (liesAhead(month) || days < Math.min(minDaysPerMonth, daysInMonth(month))) return 'short';
    return heaps.payable.length < left ? 'payable' : 'beyond';
  };
  for (const { month, attendanceDays } of claim.months.toSorted((a, b) => (a.month < b.month ? -1 : 1)))
    heaps[heapOf(month, attendanceDays)].push(month);
  return { ...heaps, used: taken.size };
};

export const attended = ({ payable, short }: Plan, rules: RuleSet): Finding => {
  const days = rules.values.publicWorks.minDaysPerMonth;
  const rest = {
    inputs: [claimed('monthsShort', short.join(' '))],
    values: [used(rules, 'publicWorks.minDaysPerMonth', days)],
  };
  if (short.length === 0) return pass('各月考勤天数足够。', 'Enough days of attendance.', rest);
  const zh = `${short.join('、')} 考勤不足 ${days} 天或尚未发生，不计发。`;
  const en = `${short.join(', ')}: fewer than ${days} days of attendance, or still ahead; not paid.`;
  return payable.length === 0
    ? fail('NO_COUNTED_MONTH', zh, en, rest)
    : pass(zh, en, { ...rest, reason: 'NO_COUNTED_MONTH' });
};

/** Nobody has found how long a post may last: without a figure, its own end and that of the agreement hold. */
export const withinTerm = ({ payable, beyond, used: months }: Plan, rules: RuleSet): Finding => {
  const { maxMonths } = rules.values.publicWorks;
  if (maxMonths === null)
    return notApplicable(
      '本县未设最长月数，以岗位期限为准。',
      'No longest term is set; the post’s own end holds.',
    );
  const rest = {
    inputs: [heldByDesk('monthsUsed', months, 'ENTITLEMENTS'), claimed('monthsBeyond', beyond.length)],
    values: [used(rules, 'publicWorks.maxMonths', maxMonths)],
  };
  if (beyond.length === 0)
    return pass(`未超过最长 ${maxMonths} 个月。`, `Within the longest term of ${maxMonths} months.`, rest);
  const zh = `最长 ${maxMonths} 个月，已用 ${months} 个月，${beyond.join('、')} 不再计发。`;
  const en = `At most ${maxMonths} months, ${months} used before: ${beyond.join(', ')} not paid.`;
  return payable.length === 0
    ? fail('PERIOD_EXHAUSTED', zh, en, rest)
    : pass(zh, en, { ...rest, reason: 'PERIOD_EXHAUSTED' });
};

/** One person, one post at a time. */
export const eachMonthOnce = ({ payable, held }: Plan, facts: PostFacts): Finding => {
  if (held.length === 0) return pass('这些月份没有其他申报。', 'No other application claims these months.');
  const by = facts.held
    .filter(({ period }) => held.includes(period))
    .map(({ applicationId }) => applicationId);
  const holders = [...new Set(by)].sort().join('、');
  const inputs = [heldByDesk('monthsHeldElsewhere', held.join(' '), 'ENTITLEMENTS')];
  const zh = `${held.join('、')} 已由申请 ${holders} 申报。`;
  const en = `Application ${holders} claims ${held.join(', ')} already.`;
  return payable.length === 0
    ? fail('DUPLICATE', zh, en, { inputs })
    : pass(zh, en, { reason: 'DUPLICATE', inputs });
};

export const monthlyPay = ({ payable }: Plan, rules: RuleSet): Finding => {
  const { monthlyFen } = rules.values.publicWorks;
  if (monthlyFen === null) return notConfigured('publicWorks.monthlyFen');
  if (payable.length === 0) return notApplicable('没有可计发的月份。', 'There is no month to pay.');
  return pass(
    `${payable.join('、')} 共 ${payable.length} 个月，每月 ${yuan(monthlyFen)} 元。`,
    `${payable.length} months (${payable.join(', ')}), ${yuan(monthlyFen)} yuan each.`,
    { values: [used(rules, 'publicWorks.monthlyFen', monthlyFen)] },
  );
};

export const partsOf = ({ payable }: Plan, { values }: RuleSet): EntitlementPart[] => {
  const { monthlyFen } = values.publicWorks;
  return monthlyFen === null ? [] : payable.map((period) => ({ period, amountFen: monthlyFen }));
};
