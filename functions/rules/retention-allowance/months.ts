import type { EntitlementPart } from '../../contracts/assessment.ts';
import type { IsoMonth } from '../../contracts/scalars.ts';
import { dateOf, monthOf } from '../calendar/days.ts';
import { claimed, fail, notConfigured, pass, used, yuan, type Finding } from '../check.ts';
import type { RetentionFacts, RuleSet } from '../facts.ts';
import { countingSpells, qualifyingDays } from './qualifying.ts';

/** 实际工作月数: a month counts from 15 covered days on (POLICY section 2, "counted month"). */
export const countedMonths = (facts: RetentionFacts, rules: RuleSet): IsoMonth[] => {
  const days = new Map<IsoMonth, number>();
  for (const day of qualifyingDays(facts, rules)) {
    const month = monthOf(dateOf(day));
    days.set(month, (days.get(month) ?? 0) + 1);
  }
  const { minDaysPerMonth } = rules.values.retention;
  return [...days]
    .filter(([, covered]) => covered >= minDaysPerMonth)
    .map(([month]) => month)
    .sort();
};

/** Counted months that no other application holds: each person, each month, one payment. */
export const freeMonths = (facts: RetentionFacts, rules: RuleSet): IsoMonth[] => {
  const held = new Set(facts.held.map(({ period }) => period));
  return countedMonths(facts, rules).filter((month) => !held.has(month));
};

export const partsOf = (facts: RetentionFacts, rules: RuleSet): EntitlementPart[] => {
  const monthlyFen = rules.values.retention.monthlyFen;
  return monthlyFen === null
    ? []
    : freeMonths(facts, rules).map((period) => ({ period, amountFen: monthlyFen }));
};

const touchesWindow = (facts: RetentionFacts, { values: { window } }: RuleSet): boolean =>
  countingSpells(facts).some(({ startsOn, endsOn }) => startsOn <= window.end && endsOn >= window.start);

/** How many months count, and what each is worth. */
export const counted = (facts: RetentionFacts, rules: RuleSet): Finding => {
  const { monthlyFen, minDaysPerMonth } = rules.values.retention;
  if (monthlyFen === null) return notConfigured('retention.monthlyFen');
  const months = countedMonths(facts, rules);
  const values = [
    used(rules, 'retention.minDaysPerMonth', minDaysPerMonth),
    used(rules, 'retention.monthlyFen', monthlyFen),
  ];
  const inputs = [claimed('countedMonths', months.join(' '))];
  if (months.length > 0)
    return pass(
      `${months.join('、')} 共 ${months.length} 个月，每月 ${yuan(monthlyFen)} 元。`,
      `${months.length} months count (${months.join(', ')}), ${yuan(monthlyFen)} yuan each.`,
      { inputs, values },
    );
  return fail(
    'NO_COUNTED_MONTH',
    `2020年2月至6月没有一个月满 ${minDaysPerMonth} 天。`,
    `No month of the window has ${minDaysPerMonth} days of work that counts.`,
    { inputs, values },
  );
};

/** Work before February or after June 2020 earns nothing. */
export const inWindow = (facts: RetentionFacts, rules: RuleSet): Finding => {
  const { start, end } = rules.values.window;
  const values = [used(rules, 'window.start', start), used(rules, 'window.end', end)];
  return touchesWindow(facts, rules) || countingSpells(facts).length === 0
    ? pass(`${start} 至 ${end} 期间内的天数计入。`, `Days from ${start} to ${end} count.`, { values })
    : fail(
        'OUT_OF_WINDOW',
        `务工时间不在 ${start} 至 ${end} 之间。`,
        `The work lies outside ${start} to ${end}.`,
        { values },
      );
};

/** 每人每月: months that another application holds are left out; the rest is paid. */
export const eachMonthOnce = (facts: RetentionFacts, rules: RuleSet): Finding => {
  const months = countedMonths(facts, rules);
  const holders = facts.held.filter(({ period }) => months.includes(period));
  const [holder] = holders;
  if (holder === undefined)
    return pass('这些月份没有其他申报。', 'No other application claims these months.');
  const taken = holders.map(({ period }) => period).join('、');
  const zh = `${taken} 已由申请 ${holder.applicationId} 申报，每人每月只补一次。`;
  const en = `Application ${holder.applicationId} claims ${taken} already; each month is paid once.`;
  return holders.length >= months.length ? fail('DUPLICATE', zh, en) : pass(zh, en, { reason: 'DUPLICATE' });
};
