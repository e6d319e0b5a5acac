import { subjectOf } from '../subject.ts';
import { aTransportCase, transportValues } from './cases.ts';
import { earns, rows, sheetOf } from './table.ts';

export const transport = subjectOf({
  instrument: 'TRANSPORT_SUBSIDY',
  aCase: aTransportCase,
  valuesFor: transportValues,
  sheetOf,
  rows,
  earns,
});
