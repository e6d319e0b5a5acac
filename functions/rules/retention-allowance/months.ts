import type { EntitlementPart } from '../../contracts/assessment.ts';
import type { IsoMonth } from '../../contracts/scalars.ts';
import { daysInMonth } from '../calendar/days.ts';
import { claimed, fail, notApplicable, notConfigured, pass, used, yuan, type Finding } from '../check.ts';
import type { RetentionFacts } from './facts.ts';
import type { RuleSet } from '../facts.ts';
import { counts } from './standing.ts';
import type { MonthOfWork, Work } from './work-days.ts';

type Figure = Exclude<keyof MonthOfWork, 'month'>;

/**
 * 实际工作月数: the months with at least 15 such days (POLICY section 2, "counted month"). The strict reading asks for
 * 31: a shorter month then has to be whole.
 */
export const monthsWith = (figure: Figure, { months }: Work, { values }: RuleSet): IsoMonth[] =>
  months.flatMap(({ month, ...days }) =>
    days[figure] >= Math.min(values.retention.minDaysPerMonth, daysInMonth(month)) ? month : [],
  );

export const countedMonths = (work: Work, rules: RuleSet): IsoMonth[] => monthsWith('eligible', work, rules);

/** Counted months that no other application holds: each person, each month, one payment. */
export const openMonths = (work: Work, { held }: RetentionFacts, rules: RuleSet): IsoMonth[] =>
  countedMonths(work, rules).filter((month) => !held.some(({ period }) => period === month));

export const partsOf = (work: Work, facts: RetentionFacts, rules: RuleSet): EntitlementPart[] => {
  const { monthlyFen } = rules.values.retention;
  if (monthlyFen === null) return [];
  return openMonths(work, facts, rules).map((period) => ({ period, amountFen: monthlyFen }));
};

export const nothingCounts = notApplicable(
  '没有可计入的务工天数，原因见其他各项。',
  'There are no days to count; the other checks say why.',
);

/** No day of work, none of age or none as a poor worker: other checks refuse that. */
const isRefusedElsewhere = ({ days }: Work): boolean =>
  days.worked === 0 || days.ofAge === 0 || days.poor === 0;

/** How many months count, and what each is worth. */
export const counted = (work: Work, rules: RuleSet): Finding => {
  if (isRefusedElsewhere(work)) return nothingCounts;
  const { monthlyFen, minDaysPerMonth } = rules.values.retention;
  const months = countedMonths(work, rules);
  const days = work.months.map(({ month, eligible }) => `${month}:${eligible}`).join(' ');
  const inputs = [claimed('daysPerMonth', days), claimed('countedMonths', months.length)];
  const values = [used(rules, 'retention.minDaysPerMonth', minDaysPerMonth)];
  if (months.length === 0)
    return fail(
      'NO_COUNTED_MONTH',
      `没有一个月满 ${minDaysPerMonth} 天，不能计入。`,
      `No month of the window has ${minDaysPerMonth} days of work that counts.`,
      { inputs, values },
    );
  if (monthlyFen === null) return notConfigured('retention.monthlyFen');
  return pass(
    `${months.join('、')} 共 ${months.length} 个月，每月 ${yuan(monthlyFen)} 元。`,
    `${months.length} months count (${months.join(', ')}), ${yuan(monthlyFen)} yuan each.`,
    { inputs, values: [...values, used(rules, 'retention.monthlyFen', monthlyFen)] },
  );
};

/** Work before February or after June 2020 earns nothing, nor does work that lies ahead of the claim. */
export const inWindow = (
  { spells, days }: Work,
  { submittedOn }: RetentionFacts,
  rules: RuleSet,
): Finding => {
  const { start, end } = rules.values.window;
  const values = [used(rules, 'window.start', start), used(rules, 'window.end', end)];
  const inputs = [claimed('daysInWindow', days.worked), claimed('submittedOn', submittedOn ?? null)];
  if (!spells.some(({ standing }) => counts(standing))) return nothingCounts;
  if (days.worked > 0)
    return pass(
      `${start} 至 ${end} 期间务工 ${days.worked} 天计入。`,
      `${days.worked} days from ${start} to ${end} are looked at.`,
      { inputs, values },
    );
  return fail(
    'OUT_OF_WINDOW',
    `务工时间不在 ${start} 至 ${end} 之间，或尚未发生。`,
    `The work lies outside ${start} to ${end}, or still ahead.`,
    { inputs, values },
  );
};

/** 每人每月: months that another application holds are left out; the rest is paid. */
export const eachMonthOnce = (work: Work, { held }: RetentionFacts, rules: RuleSet): Finding => {
  const months = countedMonths(work, rules);
  if (months.length === 0) return nothingCounts;
  const taken = months.filter((month) => held.some(({ period }) => period === month));
  if (taken.length === 0) return pass('这些月份没有其他申报。', 'No other application claims these months.');
  const holders = new Set(
    held.filter(({ period }) => taken.includes(period)).map(({ applicationId }) => applicationId),
  );
  const by = [...holders].sort();
  const inputs = [claimed('monthsHeldElsewhere', taken.join(' '))];
  const zh = `${taken.join('、')} 已由申请 ${by.join('、')} 申报，每人每月只补一次。`;
  const en = `Application ${by.join(', ')} claims ${taken.join(', ')} already; each month is paid once.`;
  return taken.length === months.length
    ? fail('DUPLICATE', zh, en, { inputs })
    : pass(zh, en, { reason: 'DUPLICATE', inputs });
};
