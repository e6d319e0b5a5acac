import type { StoredLine } from '../../contracts/stored-line.ts';
import { possiblePeriods, ruleDayOf } from '../../rules/line-definition.ts';
import { valuesInForce } from '../../rules/values/index.ts';

/** Every period in which a line, or a supplement of it, may have been paid. */
export const periodsOf = (division: string, { content, held }: StoredLine): string[] => [
  ...new Set([
    ...possiblePeriods(content, valuesInForce(division, ruleDayOf(content)).values),
    ...held.map(({ period }) => period),
  ]),
];
