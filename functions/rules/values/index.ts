import type { RuleValues } from '../../contracts/rule-values.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { countyValues } from './counties.ts';
import type { DatedValue } from './dated.ts';
import { shippedValues } from './province.ts';
import { createValueBook, type ValueBook } from './value-book.ts';

/** Every row that is shipped with the desk, the province's first. */
export const currentRows: readonly DatedValue[] = [...shippedValues, ...countyValues];

/** The shipped rule values in force for a county on a day. */
export const valuesInForce: ValueBook = createValueBook(currentRows);

export const ruleValuesFor = (county: string, on: IsoDate): RuleValues => valuesInForce(county, on).values;

/** Values from other rows than the shipped ones: for tests of the mechanism. */
export const valuesFromRows = (rows: readonly DatedValue[], county: string, on: IsoDate): RuleValues =>
  createValueBook(rows)(county, on).values;
