import type { Row } from './decision-table.ts';

/** POLICY 5: what the same worker may not have beside it, by column; each is a caveat unless a source says more. */
const notBeside: Readonly<Record<string, readonly string[]>> = {
  TRANSPORT_SUBSIDY: ['OVERSEAS_SUBSIDY', 'PUBLIC_WORKS_POST'],
  PLACEMENT_SUBSIDY: ['OVERSEAS_SUBSIDY', 'PUBLIC_WORKS_POST'],
  OVERSEAS_SUBSIDY: [
    'TRANSPORT_SUBSIDY',
    'PLACEMENT_SUBSIDY',
    'HIRING_SUBSIDY',
    'FARM_HIRING_SUBSIDY',
    'SOCIAL_INSURANCE_SUBSIDY',
    'PUBLIC_WORKS_POST',
    'UNEMPLOYMENT_ASSISTANCE',
  ],
  HIRING_SUBSIDY: ['OVERSEAS_SUBSIDY', 'FARM_HIRING_SUBSIDY', 'PUBLIC_WORKS_POST', 'UNEMPLOYMENT_ASSISTANCE'],
  FARM_HIRING_SUBSIDY: ['OVERSEAS_SUBSIDY', 'HIRING_SUBSIDY', 'PUBLIC_WORKS_POST', 'UNEMPLOYMENT_ASSISTANCE'],
  SOCIAL_INSURANCE_SUBSIDY: ['OVERSEAS_SUBSIDY', 'UNEMPLOYMENT_ASSISTANCE'],
  RETENTION_ALLOWANCE: ['PUBLIC_WORKS_POST', 'UNEMPLOYMENT_ASSISTANCE'],
  PUBLIC_WORKS_POST: [
    'TRANSPORT_SUBSIDY',
    'PLACEMENT_SUBSIDY',
    'OVERSEAS_SUBSIDY',
    'HIRING_SUBSIDY',
    'FARM_HIRING_SUBSIDY',
    'RETENTION_ALLOWANCE',
    'UNEMPLOYMENT_ASSISTANCE',
  ],
  UNEMPLOYMENT_ASSISTANCE: [
    'OVERSEAS_SUBSIDY',
    'HIRING_SUBSIDY',
    'FARM_HIRING_SUBSIDY',
    'SOCIAL_INSURANCE_SUBSIDY',
    'RETENTION_ALLOWANCE',
    'PUBLIC_WORKS_POST',
  ],
};

/** Something granted: its own month, the months of its job, or nobody noted which. */
type Other = {
  readonly instrument: string;
  readonly period: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** The days that a claim is about; a job without an end goes on. */
type Stay = { readonly startsOn: string; readonly endsOn?: string | undefined };

const isMonth = (period: string): boolean => /^\d{4}-\d{2}$/.test(period);

const shareMonth = (other: Other, { startsOn, endsOn }: Stay): boolean => {
  const [from, to] = isMonth(other.period) ? [other.period, other.period] : [other.from, other.to];
  return (
    (to === undefined || startsOn.slice(0, 7) <= to) &&
    (endsOn === undefined || from === undefined || from <= endsOn.slice(0, 7))
  );
};

const oneSubsidy = new Set<string>(['HIRING_SUBSIDY', 'FARM_HIRING_SUBSIDY']);
const oneJourney = new Set<string>(['TRANSPORT_SUBSIDY', 'OVERSEAS_SUBSIDY']);

/** 3.8(a): one subsidy whenever it was; 3.1(e), 3.3: money twice for the same departure; else the same month. */
const clashes = (instrument: string, other: Other, stays: readonly Stay[]): boolean => {
  if (oneSubsidy.has(instrument) && oneSubsidy.has(other.instrument)) return true;
  if (oneJourney.has(instrument) && oneJourney.has(other.instrument))
    return stays.some(({ startsOn }) => other.from === undefined || other.from === startsOn.slice(0, 7));
  return stays.some((stay) => shareMonth(other, stay));
};

/** Whether something that was granted for the same months or the same job excludes it. */
export const meets = (
  instrument: string,
  others: readonly Other[] | undefined,
  stays: readonly Stay[],
): boolean =>
  (others ?? []).some(
    (other) =>
      notBeside[instrument]?.includes(other.instrument) === true && clashes(instrument, other, stays),
  );

/** Whole months as stays. */
export const inMonths = (months: readonly string[]): Stay[] =>
  months.map((month) => ({ startsOn: `${month}-01`, endsOn: `${month}-28` }));

export const combinationRow: Row<{ readonly excluded: boolean }> = [
  '5',
  ({ excluded }) => excluded,
  'EXCLUDED_BENEFIT',
  'LOOK',
];

type Signals = { readonly accountUsers?: number | undefined; readonly phoneUsers?: number | undefined };
type Limits = { readonly accountSharedBy: number; readonly phoneSharedBy: number };

/** Issue 3, F: money of many on one account, one phone behind many claims. */
export const isShared = (signals: Signals | undefined, limits: Limits): boolean =>
  (signals?.accountUsers ?? 0) > limits.accountSharedBy || (signals?.phoneUsers ?? 0) > limits.phoneSharedBy;

export const riskRow: Row<{ readonly risky: boolean }> = ['F', ({ risky }) => risky, 'RISK_FOUND', 'LOOK'];
