import { subjectOf } from '../subject.ts';
import { aTrainingCase, trainingValues } from './cases.ts';
import { earns, rows, sheetOf } from './table.ts';

export const training = subjectOf({
  instrument: 'TRAINING_SUBSIDY',
  aCase: aTrainingCase,
  valuesFor: trainingValues,
  sheetOf,
  rows,
  earns,
});
