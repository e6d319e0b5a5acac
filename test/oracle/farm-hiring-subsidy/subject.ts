import { hiringValues } from '../hiring-subsidy/cases.ts';
import { subjectOf } from '../subject.ts';
import { aFarmCase } from './cases.ts';
import { earns, rows, sheetOf } from './table.ts';

export const farmHiring = subjectOf({
  instrument: 'FARM_HIRING_SUBSIDY',
  aCase: aFarmCase,
  valuesFor: hiringValues,
  sheetOf,
  rows,
  earns,
});
