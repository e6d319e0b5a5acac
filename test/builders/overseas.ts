import { organisationRecord } from '../../functions/contracts/registers/organisation.ts';
import { workerRecord, type WorkerRecord } from '../../functions/contracts/registers/worker.ts';
import { parseRuleValues, type RuleValues } from '../../functions/contracts/rule-values.ts';
import type { RuleSet } from '../../functions/rules/facts.ts';
import { overseasClaim } from '../../functions/rules/overseas-subsidy/claim.ts';
import type { OverseasFacts } from '../../functions/rules/overseas-subsidy/facts.ts';
import { valuesInForce } from '../../functions/rules/values/index.ts';
import { aSpell } from './claims.ts';

const source = { register: 'WORKERS', asOf: '2020-07-01', version: 1 };
export const operatorCode = '91140106MA0TAAA172';

export const aListing = (
  rest: Partial<WorkerRecord['overseasListings'][number]> = {},
): WorkerRecord['overseasListings'][number] => ({
  listedOn: '2020-03-01',
  meetsConditions: true,
  trainingMinutes: 2400,
  source,
  ...rest,
});

export const anOperator = (rest: Record<string, unknown> = {}) =>
  organisationRecord.parse({
    organisationId: operatorCode,
    name: '测试对外劳务公司',
    type: 'OTHER_MARKET_BODY',
    licences: [{ kind: 'OVERSEAS_LABOUR', number: 'L-1', startsOn: '2018-01-01', endsOn: '2022-12-31' }],
    source,
    ...rest,
  });

/** A registered poor worker of 临县, on the list, trained, and working in Japan from 16 March on. */
export const anEmigrant = (rest: Partial<WorkerRecord> = {}): WorkerRecord =>
  workerRecord.parse({
    subject: 'W-1',
    birthDate: '1995-05-20',
    homeDivision: '141124',
    povertyStatuses: [{ status: 'LIFTED_STILL_ASSISTED', startsOn: '2014-01-01' }],
    workCapacity: 'ABLE',
    relocated: false,
    spells: [aSpell({ kind: 'OUTSIDE_COUNTY', workplace: 'JPN', startsOn: '2020-03-16' })],
    seats: [],
    overseasListings: [aListing()],
    source,
    ...rest,
  });

export const overseasFacts = (
  claim: Record<string, unknown> = {},
  rest: Partial<OverseasFacts> = {},
): OverseasFacts => ({
  instrument: 'OVERSEAS_SUBSIDY',
  worker: anEmigrant(),
  operator: anOperator(),
  held: [],
  division: '141124',
  claim: overseasClaim.parse({
    country: 'JPN',
    operatorCode,
    contract: {
      number: 'HT-1',
      type: 'FIXED_TERM',
      signedOn: '2020-03-10',
      startsOn: '2020-03-16',
      endsOn: '2023-03-15',
    },
    departedOn: '2020-03-16',
    permitAttached: true,
    ...claim,
  }),
  ...rest,
});

/** The rule values in force, with 5,000 yuan for each worker and some others changed. */
export const overseasRules = (changed: Partial<RuleValues['overseas']> = {}): RuleSet => {
  const { values, sources } = valuesInForce('141124', '2020-03-16');
  const overseas = { ...values.overseas, amountFen: 500_000, ...changed };
  return { values: parseRuleValues({ ...values, overseas }), sources };
};
