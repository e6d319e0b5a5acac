import { subjectOf } from '../subject.ts';
import { aPostCase, postValues } from './cases.ts';
import { earns, rows, sheetOf } from './table.ts';

export const post = subjectOf({
  instrument: 'PUBLIC_WORKS_POST',
  aCase: aPostCase,
  valuesFor: postValues,
  sheetOf,
  rows,
  earns,
});
