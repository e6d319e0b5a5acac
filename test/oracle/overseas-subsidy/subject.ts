import { subjectOf } from '../subject.ts';
import { anOverseasCase, overseasValues } from './cases.ts';
import { earns, rows, sheetOf } from './table.ts';

export const overseas = subjectOf({
  instrument: 'OVERSEAS_SUBSIDY',
  aCase: anOverseasCase,
  valuesFor: overseasValues,
  sheetOf,
  rows,
  earns,
});
