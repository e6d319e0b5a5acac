import { subjectOf } from '../subject.ts';
import { aWorkshopCase, workshopValues } from './cases.ts';
import { earns, rows, sheetOf } from './table.ts';

export const workshop = subjectOf({
  instrument: 'WORKSHOP_RECOGNITION',
  aCase: aWorkshopCase,
  valuesFor: workshopValues,
  sheetOf,
  rows,
  earns,
});
