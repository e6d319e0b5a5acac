import { subjectOf } from '../subject.ts';
import { aPlacementCase, placementValues } from './cases.ts';
import { earns, rows, sheetOf } from './table.ts';

export const placement = subjectOf({
  instrument: 'PLACEMENT_SUBSIDY',
  aCase: aPlacementCase,
  valuesFor: placementValues,
  sheetOf,
  rows,
  earns,
});
