import { getDivisionSummaryOperation } from '../../contracts/api/divisions.ts';
import { asRead } from '../../platform/route.ts';
import { readCountyFigures } from '../../store/reading/read-county-figures.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { getDivisionSummary } from './get-division-summary.ts';

export const handler = asRead(getDivisionSummaryOperation, () =>
  getDivisionSummary({ readCounty: (division) => readCountyFigures(keylessDesk(), division) }),
);
