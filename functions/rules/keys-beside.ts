import type { IsoMonth } from '../contracts/scalars.ts';
import { excludedBeside } from './combinations.ts';
import type { OtherKey } from './instrument-definition.ts';

/** Paid month by month; of the others transport is paid once a year, and the rest once and for all. */
const monthly: ReadonlySet<string> = new Set([
  'SOCIAL_INSURANCE_SUBSIDY',
  'RETENTION_ALLOWANCE',
  'PUBLIC_WORKS_POST',
  'UNEMPLOYMENT_ASSISTANCE',
]);

const periodsOf = (instrument: string, months: readonly IsoMonth[]): readonly string[] => {
  if (monthly.has(instrument)) return months;
  if (instrument === 'TRANSPORT_SUBSIDY') return [...new Set(months.map((month) => month.slice(0, 4)))];
  return ['ONCE'];
};

/** The entitlements that the matrix of POLICY section 5 sets against this instrument in these months. */
export const keysBeside = (instrument: string, months: readonly IsoMonth[]): OtherKey[] =>
  excludedBeside(instrument).flatMap((other) =>
    periodsOf(other, months).map((period) => ({ instrument: other, period })),
  );
