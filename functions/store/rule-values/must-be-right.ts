import type { RuleChange, ValueLevel } from '../../contracts/rule-proposal.ts';
import { ProblemError } from '../../platform/errors.ts';
import { listedErrors } from '../../platform/issues.ts';
import { checkValueRows } from '../../rules/values/check-value-rows.ts';
import type { DatedValue } from '../../rules/values/dated.ts';
import { withoutDocumentNumber } from '../../rules/values/document-number.ts';
import type { ValueFault, ValueRow } from '../../rules/values/value-fault.ts';

/** How a fault's place is written: the field of a request, or the row and column of a file. */
export type PlaceOf = (fault: ValueFault) => string;

/** @throws ProblemError RULE_VALUES_WRONG with every fault at its place */
export const refuseFaults = (faults: readonly ValueFault[], placeOf: PlaceOf): void => {
  if (faults.length === 0) return;
  const errors = faults.slice(0, listedErrors).map((fault) => ({
    path: placeOf(fault),
    code: fault.code,
    message: fault.problem.en,
    messageZh: fault.problem.zh,
  }));
  const places = faults.length === 1 ? 'one place' : `${faults.length} places`;
  throw new ProblemError(
    422,
    'RULE_VALUES_WRONG',
    `The values are wrong in ${places}; nothing was proposed or approved.`,
    { errors, ...(faults.length > errors.length && { count: faults.length }) },
  );
};

/**
 * Rows as somebody wrote them, against everything that holds in their division: all faults at once.
 * @throws ProblemError RULE_VALUES_WRONG
 */
export const mustBeRight = (
  rows: readonly ValueRow[],
  current: readonly DatedValue[],
  placeOf: PlaceOf,
): readonly DatedValue[] => {
  const { rows: right, faults } = checkValueRows(rows, current);
  refuseFaults(
    [...faults, ...withoutDocumentNumber(rows)].toSorted((a, b) => a.row - b.row),
    placeOf,
  );
  return right;
};

/** The changes of a request, numbered from 0 as in its body. */
export const rowsOfChanges = (
  changes: readonly RuleChange[],
  level: ValueLevel,
  division: string,
): ValueRow[] => changes.map((change, row) => ({ ...change, row, level, division }));

export const placeInBody: PlaceOf = ({ row, column }) => `changes[${row}].${column}`;
