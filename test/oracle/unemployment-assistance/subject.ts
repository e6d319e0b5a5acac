import { subjectOf } from '../subject.ts';
import { anUnemploymentCase, unemploymentValues } from './cases.ts';
import { earns, rows, sheetOf } from './table.ts';

export const unemployment = subjectOf({
  instrument: 'UNEMPLOYMENT_ASSISTANCE',
  aCase: anUnemploymentCase,
  valuesFor: unemploymentValues,
  sheetOf,
  rows,
  earns,
});
