import { subjectOf } from '../subject.ts';
import { aRetentionCase, retentionValues } from './cases.ts';
import { earns, rows, sheetOf } from './table.ts';

export const retention = subjectOf({
  instrument: 'RETENTION_ALLOWANCE',
  aCase: aRetentionCase,
  valuesFor: retentionValues,
  sheetOf,
  rows,
  earns,
});
