import { subjectOf } from '../subject.ts';
import { aBaseCase, baseValues } from './cases.ts';
import { earns, rows, sheetOf } from './table.ts';

export const base = subjectOf({
  instrument: 'BASE_AWARD',
  aCase: aBaseCase,
  valuesFor: baseValues,
  sheetOf,
  rows,
  earns,
});
