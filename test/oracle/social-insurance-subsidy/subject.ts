import { subjectOf } from '../subject.ts';
import { anInsuranceCase, insuranceValues } from './cases.ts';
import { earns, rows, sheetOf } from './table.ts';

export const insurance = subjectOf({
  instrument: 'SOCIAL_INSURANCE_SUBSIDY',
  aCase: anInsuranceCase,
  valuesFor: insuranceValues,
  sheetOf,
  rows,
  earns,
});
