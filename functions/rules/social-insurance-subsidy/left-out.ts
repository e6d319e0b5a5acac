import type { ReasonCode } from '../../contracts/reasons.ts';
import type { IsoMonth } from '../../contracts/scalars.ts';
import { caveat, claimed, fail, notApplicable, pass, registered, type Finding } from '../check.ts';
import { isKnown } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import type { SocialInsuranceFacts } from './facts.ts';
import { monthsWith, nothingCounts, type Judged } from './months.ts';

type LeftOut = { readonly reason: ReasonCode; readonly zh: string; readonly en: string };

/** Months that one condition leaves out: the rest is paid; the line is refused where no month is left. */
export const leftOut = (judged: Judged, months: readonly IsoMonth[], why: LeftOut): Finding => {
  const inputs = [claimed('monthsLeftOut', months.join(' '))];
  const zh = `${months.join('、')} ${why.zh}`;
  const en = `${months.join(', ')}: ${why.en}`;
  return nothingCounts(judged)
    ? fail(why.reason, zh, en, { inputs })
    : pass(zh, en, { reason: why.reason, inputs });
};

/** 每人每月: a month that another application holds, of this employer or another, is left out. */
export const eachMonthOnce = (judged: Judged, { held }: SocialInsuranceFacts): Finding => {
  const months = monthsWith(judged, 'HELD');
  if (months.length === 0) return pass('这些月份没有其他申报。', 'No other application claims these months.');
  const holders = held.filter(({ period }) => months.includes(period));
  const by = [...new Set(holders.map(({ applicationId }) => applicationId))].sort().join('、');
  return leftOut(judged, months, {
    reason: 'DUPLICATE',
    zh: `已由申请 ${by} 申报，同一人同一月只补一次。`,
    en: `held by application ${by}; a worker’s month is paid for once.`,
  });
};

/** A month outside the contract: an earlier contract may cover it, which only a person can see. */
export const monthsInContract = (judged: Judged): Finding => {
  const months = monthsWith(judged, 'OUTSIDE_CONTRACT');
  const inputs = [claimed('monthsOutsideContract', months.join(' '))];
  if (months.length === 0) return pass('各月均在合同期内。', 'Every month lies in the contract.', { inputs });
  return nothingCounts(judged)
    ? fail(
        'NO_COUNTED_MONTH',
        `${months.join('、')} 不在劳动合同期内，没有可补贴的月份。`,
        `${months.join(', ')} lie outside the labour contract, and no other month is left to pay for.`,
        { inputs },
      )
    : caveat(
        'PROOF_MISSING',
        `${months.join('、')} 不在劳动合同期内，不计入，由工作人员核实。`,
        `${months.join(', ')} lie outside the contract and are not counted; an officer looks.`,
        { inputs },
      );
};

const benefits = (facts: SocialInsuranceFacts) =>
  isKnown(facts.worker)
    ? facts.worker.otherBenefits.filter(({ month }) => facts.claim.months.some((one) => one.month === month))
    : [];

/** 失业保险基金已支付的同一项目不重复补贴 (S14). */
export const notOnBenefit = (judged: Judged, facts: SocialInsuranceFacts): Finding => {
  if (!isKnown(facts.worker)) return needsWorker;
  const months = monthsWith(judged, 'ON_BENEFIT');
  return months.length === 0
    ? pass('这些月份没有领取失业保险金。', 'No unemployment benefit in these months.')
    : leftOut(judged, months, {
        reason: 'DUPLICATE',
        zh: '已领取失业保险金，不重复补贴。',
        en: 'the unemployment fund pays for this month already.',
      });
};

/** The flexible-employment subsidy for the same month; no quoted rule excludes it, so a person looks. */
export const notFlexible = (facts: SocialInsuranceFacts): Finding => {
  if (!isKnown(facts.worker)) return needsWorker;
  const met = benefits(facts).filter(({ kind }) => kind === 'FLEXIBLE_EMPLOYMENT_INSURANCE_SUBSIDY');
  const inputs = met.map(({ kind, month, source }) => registered(kind, month, source));
  return met.length === 0
    ? pass('没有灵活就业社会保险补贴。', 'No insurance subsidy for flexible employment.')
    : caveat(
        'EXCLUDED_BENEFIT',
        '同一月份登记有灵活就业社会保险补贴，由工作人员核实。',
        'The worker had the insurance subsidy for flexible employment in the same month; an officer looks.',
        { inputs },
      );
};

/** Nobody has set the age of retirement, and it would decide: the months go on past 36, or past the earliest age. */
const isOpen = (
  { term: { used, limit, isNear, ageIsSet, lastMonth = '9999-12' } }: Judged,
  counted: readonly IsoMonth[],
) =>
  !ageIsSet &&
  counted.length > 0 &&
  ((counted.at(-1) ?? '') > lastMonth || (isNear && used + counted.length > limit));

const exhausted = ({ used, limit }: Judged['term'], inputs: Finding['inputs'] & object): Finding =>
  fail(
    'PERIOD_EXHAUSTED',
    `已补贴 ${used} 个月，补贴期限（${limit} 个月，或至退休）已用完。`,
    `${used} months were paid; the longest term (${limit} months, or to retirement) is used up.`,
    { inputs },
  );

/** 36 months at most; to retirement for somebody near it. What lies beyond is left out. */
export const term = (judged: Judged): Finding => {
  const { used } = judged.term;
  const counted = monthsWith(judged, 'COUNTS');
  const beyond = [...monthsWith(judged, 'EXHAUSTED'), ...monthsWith(judged, 'RETIRED')];
  const inputs = [
    claimed('monthsUsed', used),
    claimed('monthsCounted', counted.length),
    claimed('monthsBeyondTerm', beyond.join(' ')),
  ];
  if (beyond.length > 0 && counted.length === 0) return exhausted(judged.term, inputs);
  if (isOpen(judged, counted))
    return caveat(
      'PERIOD_EXHAUSTED',
      '此人可能接近或超过退休年龄，本县未设定退休年龄，补贴期限由工作人员核实。',
      'This worker may be near retirement or past it, and the county has set no age of retirement; an officer looks.',
      { inputs },
    );
  return beyond.length > 0
    ? pass(
        `${beyond.join('、')} 超出补贴期限，不予补贴。`,
        `${beyond.join(', ')} lie beyond the longest term and are not paid.`,
        { inputs, reason: 'CAPPED' },
      )
    : pass(`补贴期限内，此前已补 ${used} 个月。`, `Inside the longest term; ${used} months before.`, {
        inputs,
      });
};

/** Nothing was paid by the employer in some months: waived, or not owed. */
export const somethingPaid = (judged: Judged): Finding => {
  const months = monthsWith(judged, 'NOTHING_PAID');
  if (months.length === 0)
    return judged.months.length === 0
      ? notApplicable('没有申报月份。', 'No month is claimed.')
      : pass('各月单位均有实缴。', 'The employer paid something in every month.');
  const inputs = [claimed('monthsWithoutPayment', months.join(' '))];
  return nothingCounts(judged)
    ? fail(
        'NO_COST_INCURRED',
        '单位没有实缴社会保险费（减免部分不补），无可补贴。',
        'The employer paid nothing (a waived part is not refunded); there is nothing to pay.',
        { inputs },
      )
    : pass(
        `${months.join('、')} 单位没有实缴（减免部分不补）。`,
        `Nothing was paid in ${months.join(', ')}; a waived part is not refunded.`,
        { inputs },
      );
};
