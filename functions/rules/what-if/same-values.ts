import type { RuleSet } from '../facts.ts';

const texts = new WeakMap<RuleSet, string>();

const textOf = (rules: RuleSet): string => {
  const known = texts.get(rules);
  if (known !== undefined) return known;
  // The schema that parsed the values has put them in its own order.
  const text = JSON.stringify(rules.values);
  texts.set(rules, text);
  return text;
};

/** Whether two sets decide alike; the documents they rest on may differ. */
export const sameValues = (one: RuleSet, other: RuleSet): boolean =>
  one === other || textOf(one) === textOf(other);
