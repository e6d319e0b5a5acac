import { subjectOf } from '../subject.ts';
import { hiringValues } from './cases.ts';
import { aHiringCase } from './hiring-case.ts';
import { earns, rows, sheetOf } from './table.ts';

export const hiring = subjectOf({
  instrument: 'HIRING_SUBSIDY',
  aCase: aHiringCase,
  valuesFor: hiringValues,
  sheetOf,
  rows,
  earns,
});
