import type { Fen } from '../../contracts/scalars.ts';
import { claimed, notConfigured, pass, registered, used, yuan, type Finding } from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import type { TrainingFacts } from './facts.ts';

type Rates = readonly { readonly upToDay: number; readonly fen: Fen }[];

/** Days of the claim and of the plan, the fewer of them. */
const daysOf = ({ claim, course }: TrainingFacts): number =>
  isKnown(course) ? Math.min(claim.trainingDays, course.trainingDays) : claim.trainingDays;

/** The last day that is paid at all. */
const lastPaidDay = (rates: Rates, most: number): number => Math.min(most, rates.at(-1)?.upToDay ?? 0);

const amountFor = (days: number, rates: Rates): Fen => {
  let before = 0;
  let amount = 0;
  for (const { upToDay, fen } of rates) {
    amount += fen * Math.max(0, Math.min(days, upToDay) - before);
    before = upToDay;
  }
  return amount;
};

/** Null while the county has no rates or no limit. */
export const amountOf = (facts: TrainingFacts, { values }: RuleSet): Fen | null => {
  const { dayRates, maxSubsidisedDays } = values.training;
  if (dayRates === null || maxSubsidisedDays === null) return null;
  return amountFor(Math.min(daysOf(facts), maxSubsidisedDays), dayRates);
};

/** 150 yuan for each of the first ten days, 100 to the fifteenth, nothing after it (POLICY 3.4, S5). */
export const trainingDays = (facts: TrainingFacts, rules: RuleSet): Finding => {
  const { dayRates, maxSubsidisedDays } = rules.values.training;
  if (dayRates === null) return notConfigured('training.dayRates');
  if (maxSubsidisedDays === null) return notConfigured('training.maxSubsidisedDays');
  const { claim, course } = facts;
  const days = daysOf(facts);
  const last = lastPaidDay(dayRates, maxSubsidisedDays);
  const paid = yuan(amountFor(Math.min(days, last), dayRates));
  const steps = dayRates.map(({ upToDay, fen }) => `≤${upToDay}:${yuan(fen)}`).join(' ');
  const rest = {
    inputs: [
      claimed('trainingDays', claim.trainingDays),
      ...(isKnown(course) ? [registered('trainingDays', course.trainingDays, course.source)] : []),
    ],
    values: [
      used(rules, 'training.dayRates', steps),
      used(rules, 'training.maxSubsidisedDays', maxSubsidisedDays),
    ],
  };
  return days > last
    ? pass(
        `培训 ${days} 天，最多补 ${last} 天，共 ${paid} 元。`,
        `${days} days of training, ${last} of them are paid: ${paid} yuan.`,
        { ...rest, reason: 'CAPPED' },
      )
    : pass(`培训 ${days} 天，共 ${paid} 元。`, `${days} days of training: ${paid} yuan.`, rest);
};
