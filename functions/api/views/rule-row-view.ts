import * as z from 'zod';
import { storedValue, valueContent } from '../../contracts/rule-proposal.ts';
import type { DatedValue } from '../../rules/values/dated.ts';

/** Who entered and approved a row; a row that came with the desk says nothing. */
const approved = storedValue.pick({ proposalId: true, enteredBy: true, approvedBy: true, approvedAt: true });

/** A row of a rule value: as it was approved, or as the desk was shipped with it. */
export const ruleRowView = (row: DatedValue) => {
  const { level, division, from, to, source } = row;
  const kept = approved.safeParse(row);
  return {
    value: valueContent.parse(z.json().parse(row.value)),
    level,
    division,
    from,
    ...(to !== undefined && { to }),
    source,
    ...kept.data,
  };
};
