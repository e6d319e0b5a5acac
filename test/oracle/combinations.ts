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

type Other = { readonly instrument: string };

/** Whether something that was granted for the same months or the same job excludes it. */
export const meets = (instrument: string, others: readonly Other[] | undefined): boolean =>
  (others ?? []).some((other) => notBeside[instrument]?.includes(other.instrument) === true);

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
