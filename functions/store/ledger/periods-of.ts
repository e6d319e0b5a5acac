import type { StoredLine } from '../../contracts/stored-line.ts';
import { possiblePeriods, ruleDayOf } from '../../rules/line-definition.ts';
import type { RuleBook } from '../rule-values/rule-book.ts';

/** Every period in which a line, or a supplement of it, may have been paid. */
export const periodsOf = (
  { rulesOn }: Pick<RuleBook, 'rulesOn'>,
  { content, held }: StoredLine,
): string[] => [
  ...new Set([
    ...possiblePeriods(content, rulesOn(ruleDayOf(content)).values),
    ...held.map(({ period }) => period),
  ]),
];
