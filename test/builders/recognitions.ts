import {
  organisationRecord,
  premisesRecord,
  recognitionRecord,
  type OrganisationRecord,
  type PremisesRecord,
  type RecognitionRecord,
} from '../../functions/contracts/registers/organisation.ts';
import type { WorkerRecord } from '../../functions/contracts/registers/worker.ts';
import { parseRuleValues, type RuleValues } from '../../functions/contracts/rule-values.ts';
import { baseAwardClaim } from '../../functions/rules/base-award/claim.ts';
import type { BaseAwardFacts } from '../../functions/rules/base-award/facts.ts';
import type { RosterMember, RuleSet } from '../../functions/rules/facts.ts';
import { valuesInForce } from '../../functions/rules/values/index.ts';
import { workshopClaim } from '../../functions/rules/workshop-recognition/claim.ts';
import type { WorkshopFacts } from '../../functions/rules/workshop-recognition/facts.ts';
import { aSpell } from './claims.ts';
import { aWorkerRecord } from './facts.ts';

/* An enterprise of 临县 with free premises and a roster of poor workers whom the registers all know. */

export const enterprise = '91141124MA0TEEE15W';
const source = { register: 'TEST', asOf: '2020-06-01', version: 1 };

export const anEnterprise = (rest: Partial<OrganisationRecord> = {}): OrganisationRecord =>
  organisationRecord.parse({
    organisationId: enterprise,
    name: '测试企业',
    type: 'ENTERPRISE',
    povertyRelief: true,
    source,
    ...rest,
  });

export const somePremises = (rest: Partial<PremisesRecord> = {}): PremisesRecord =>
  premisesRecord.parse({
    premisesId: 'C-1',
    occupantCode: enterprise,
    division: '141124',
    providerName: '测试镇人民政府',
    providerKind: 'GOVERNMENT',
    rentFen: 0,
    startsOn: '2020-01-01',
    source,
    ...rest,
  });

export const aRecognition = (rest: Partial<RecognitionRecord> = {}): RecognitionRecord =>
  recognitionRecord.parse({
    recognitionNo: 'JD-2020-1',
    organisationId: enterprise,
    kind: 'BASE',
    level: 'COUNTY',
    division: '141124',
    recognisedOn: '2020-03-20',
    history: [{ status: 'ACTIVE', from: '2020-03-20', reason: '' }],
    source,
    ...rest,
  });

/** A poor worker on the roster since January, employed at the test enterprise; `n` tells them apart. */
export const aMember = (
  n: number,
  record: Partial<WorkerRecord> = {},
  rest: Partial<RosterMember> = {},
): RosterMember => ({
  subject: `W-${n}`,
  startsOn: '2020-01-06',
  worker: aWorkerRecord({
    subject: `W-${n}`,
    spells: [aSpell({ spellId: `S-${n}`, startsOn: '2020-01-06' })],
    seats: [],
    ...record,
  }),
  ...rest,
});

export const aRoster = (size: number): RosterMember[] =>
  Array.from({ length: size }, (_, index) => aMember(index + 1));

export const workshopFacts = (
  rest: Partial<Omit<WorkshopFacts, 'claim' | 'instrument'>> = {},
  claim: Record<string, unknown> = {},
): WorkshopFacts => ({
  instrument: 'WORKSHOP_RECOGNITION',
  roster: aRoster(10),
  applicant: anEnterprise(),
  premises: somePremises(),
  recognition: 'UNKNOWN',
  held: [],
  division: '141124',
  submittedOn: '2020-06-15',
  ...rest,
  claim: workshopClaim.parse({
    countedOn: '2020-06-10',
    county: '141124',
    povertyReliefEnterprise: true,
    premises: {
      providerName: '测试镇人民政府',
      providerKind: 'GOVERNMENT',
      rentFen: 0,
      startsOn: '2020-01-01',
    },
    ...claim,
  }),
});

export const baseFacts = (
  rest: Partial<Omit<BaseAwardFacts, 'claim' | 'instrument'>> = {},
  claim: Record<string, unknown> = {},
): BaseAwardFacts => ({
  instrument: 'BASE_AWARD',
  roster: aRoster(50),
  applicant: anEnterprise(),
  recognition: aRecognition(),
  held: [],
  division: '141124',
  submittedOn: '2020-06-15',
  ...rest,
  claim: baseAwardClaim.parse({
    countedOn: '2020-06-10',
    county: '141124',
    recognitionNo: 'JD-2020-1',
    ...claim,
  }),
});

/** The province's figures, with some changed. */
export const recognitionRules = (
  change: { workshop?: Partial<RuleValues['workshop']>; base?: Partial<RuleValues['base']> } = {},
): RuleSet => {
  const { values, sources } = valuesInForce('141124', '2020-06-15');
  const workshop = { ...values.workshop, ...change.workshop };
  const base = { ...values.base, ...change.base };
  return { values: parseRuleValues({ ...values, workshop, base }), sources };
};
