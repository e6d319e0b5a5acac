import type { Check } from '../../contracts/assessment.ts';
import type { ReasonCode } from '../../contracts/reasons.ts';
import type { Sentence } from '../../contracts/scalars.ts';
import {
  checkOf,
  claimed,
  fail,
  heldByDesk,
  notConfigured,
  pass,
  registered,
  used,
  type Finding,
} from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import type { UnemploymentFacts } from './facts.ts';
import type { Plan } from './months.ts';

/** Months that are left out: a refusal where no month is left, otherwise the rest is paid and the reason is named. */
const leftOut = (
  { payable }: Plan,
  months: readonly string[],
  reason: ReasonCode,
  said: { readonly none: Sentence; readonly some: Sentence },
  rest: Pick<Finding, 'inputs' | 'values'> = {},
): Finding => {
  if (months.length === 0) return pass(said.none.zh, said.none.en, rest);
  return payable.length === 0
    ? fail(reason, said.some.zh, said.some.en, rest)
    : pass(said.some.zh, said.some.en, { ...rest, reason });
};

const stopNames: Readonly<Record<string, Sentence>> = {
  REEMPLOYED: { zh: '已重新就业并参保', en: 're-employed and insured' },
  DEATH: { zh: '死亡', en: 'death' },
  PENSION: { zh: '已享受养老待遇', en: 'a pension' },
  MILITARY_SERVICE: { zh: '应征服兵役', en: 'military service' },
  PRISON: { zh: '被判刑收监', en: 'prison' },
  MOVED_ABROAD: { zh: '移居境外', en: 'a move abroad' },
};

const eachMonthOnce = (plan: Plan, { held }: UnemploymentFacts): Finding => {
  const by = held
    .filter(({ period }) => plan.held.includes(period))
    .map(({ applicationId }) => applicationId);
  const holders = [...new Set(by)].sort().join('、');
  return leftOut(
    plan,
    plan.held,
    'DUPLICATE',
    {
      none: { zh: '这些月份没有其他申报。', en: 'No other application claims these months.' },
      some: {
        zh: `${plan.held.join('、')} 已由申请 ${holders} 申报。`,
        en: `Application ${holders} claims ${plan.held.join(', ')} already.`,
      },
    },
    { inputs: [heldByDesk('monthsHeldElsewhere', plan.held.join(' '), 'ENTITLEMENTS')] },
  );
};

/** What the unemployment insurance fund has paid is not paid again (财社〔2017〕164号). */
const noBenefit = (plan: Plan, { worker }: UnemploymentFacts): Finding =>
  leftOut(
    plan,
    plan.benefit,
    'DUPLICATE',
    {
      none: { zh: '没有同月领取失业保险金。', en: 'No unemployment benefit in these months.' },
      some: {
        zh: `${plan.benefit.join('、')} 已领取失业保险金，不再发给失业补助金。`,
        en: `Unemployment benefit was drawn in ${plan.benefit.join(', ')}.`,
      },
    },
    isKnown(worker) ? { inputs: [registered('benefitMonths', plan.benefit.join(' '), worker.source)] } : {},
  );

const stopSaid = ({ stop }: Plan): Sentence => {
  if (stop === undefined) return { zh: '没有停发情形。', en: 'Nothing has ended the assistance.' };
  const { zh, en } = stopNames[stop.kind] ?? { zh: stop.kind, en: stop.kind };
  return { zh: `${zh}，${stop.month} 起停发。`, en: `Not paid from ${stop.month} on: ${en}.` };
};

const notStopped = (plan: Plan, { worker }: UnemploymentFacts): Finding => {
  const said = stopSaid(plan);
  const none = { zh: '申报月份没有停发情形。', en: 'Nothing had ended the assistance in these months.' };
  const inputs = isKnown(worker)
    ? [registered('stoppedBy', plan.stop?.kind ?? null, worker.source)]
    : [claimed('monthsStopped', plan.stopped.length)];
  return leftOut(plan, plan.stopped, 'ASSISTANCE_STOPPED', { none, some: said }, { inputs });
};

/** Paid month by month, so a month that lies ahead of the claim is not yet due. */
const notAhead = (plan: Plan, { submittedOn }: UnemploymentFacts): Finding =>
  leftOut(
    plan,
    plan.ahead,
    'NO_COUNTED_MONTH',
    {
      none: { zh: '申报月份均已开始。', en: 'All months had begun when the claim was made.' },
      some: {
        zh: `${plan.ahead.join('、')} 晚于申报日期，尚不能发给。`,
        en: `${plan.ahead.join(', ')} lay ahead of the claim and cannot be paid yet.`,
      },
    },
    { inputs: [claimed('submittedOn', submittedOn ?? null)] },
  );

const withinTerm = (plan: Plan, rules: RuleSet): Finding => {
  const { maxMonths } = rules.values.unemployment;
  if (maxMonths === null) return notConfigured('unemployment.maxMonths');
  return leftOut(
    plan,
    plan.beyond,
    'PERIOD_EXHAUSTED',
    {
      none: { zh: `未超过最长 ${maxMonths} 个月。`, en: `Within the longest term of ${maxMonths} months.` },
      some: {
        zh: `最长发放 ${maxMonths} 个月，已用 ${plan.used} 个月，${plan.beyond.join('、')} 不再发给。`,
        en: `At most ${maxMonths} months, ${plan.used} used before: ${plan.beyond.join(', ')} not paid.`,
      },
    },
    {
      inputs: [
        heldByDesk('monthsUsed', plan.used, 'ENTITLEMENTS'),
        claimed('monthsBeyond', plan.beyond.length),
      ],
      values: [used(rules, 'unemployment.maxMonths', maxMonths)],
    },
  );
};

export const monthChecks = (
  clause: string,
  plan: Plan,
  facts: UnemploymentFacts,
  rules: RuleSet,
): Check[] => [
  checkOf('no-benefit-in-month', clause, noBenefit(plan, facts)),
  checkOf('not-stopped', clause, notStopped(plan, facts)),
  checkOf('not-ahead', clause, notAhead(plan, facts)),
  checkOf('within-term', clause, withinTerm(plan, rules)),
  checkOf('each-month-once', clause, eachMonthOnce(plan, facts)),
];
