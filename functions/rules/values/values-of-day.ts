import type { IsoDate } from '../../contracts/scalars.ts';
import { catalogue, type CatalogueEntry } from './catalogue.ts';
import { resolve, rowsInForce, type DatedValue } from './dated.ts';
import { lastWords } from './last-words.ts';

/** A rule value as it holds in a county on a day, and the row that says so. */
export type ValueOfDay = CatalogueEntry & {
  readonly value: unknown;
  readonly source?: string;
  readonly row?: DatedValue;
};

const ofDay = (entry: CatalogueEntry, rows: readonly DatedValue[]): ValueOfDay => {
  const found = resolve(rows);
  const row = rows.at(-1);
  if (found === undefined || row === undefined) return { ...entry, value: null };
  return { ...entry, value: found.value, source: found.source, row };
};

/** Every value of the catalogue for a county and a day, with the row each comes from. */
export const valuesOfDay = (given: readonly DatedValue[], county: string, on: IsoDate): ValueOfDay[] => {
  const byRule = Map.groupBy(rowsInForce(lastWords(given), county, on), ({ ruleId }) => ruleId);
  return catalogue.map((entry) => ofDay(entry, byRule.get(entry.ruleId) ?? []));
};
