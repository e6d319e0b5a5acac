import type { Sentence } from '../../contracts/scalars.ts';

export const valueColumns = [
  'ruleId',
  'level',
  'division',
  'value',
  'from',
  'to',
  'source',
  'address',
] as const;
export type ValueColumn = (typeof valueColumns)[number];

/** A row of changed rule values as somebody wrote it; `row` is its number in their file, or in their request. */
export type ValueRow = { readonly row: number } & { readonly [Column in ValueColumn]?: unknown };

/** Something in such a row that has to be mended before anything is run or proposed. */
export type ValueFault = {
  readonly code:
    | 'RULE_UNKNOWN'
    | 'LEVEL_UNKNOWN'
    | 'DIVISION_UNKNOWN'
    | 'OTHER_DIVISION'
    | 'VALUE_WRONG'
    | 'DATE_WRONG'
    | 'FROM_AFTER_TO'
    | 'SOURCE_MISSING'
    | 'DOCUMENT_NUMBER_MISSING'
    | 'TEXT_WRONG'
    | 'PERIODS_OVERLAP'
    | 'ABOVE_CAP';
  readonly row: number;
  readonly column: ValueColumn;
  readonly problem: Sentence;
};
