import { getDivisionSummaryOperation } from '../../contracts/api/divisions.ts';
import { asRead } from '../../platform/route.ts';
import { readCountyFigures } from '../../store/reading/read-county-figures.ts';
import { desk } from '../services.ts';
import { getDivisionSummary } from './get-division-summary.ts';

export const handler = asRead(getDivisionSummaryOperation, () =>
  getDivisionSummary({ readCounty: (division) => readCountyFigures(desk(), division) }),
);
