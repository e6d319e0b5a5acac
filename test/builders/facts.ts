import { placementClaim } from '../../functions/rules/placement-subsidy/claim.ts';
import { transportClaim } from '../../functions/rules/transport-subsidy/claim.ts';
import { workerRecord } from '../../functions/contracts/registers/worker.ts';
import { organisationRecord } from '../../functions/contracts/registers/organisation.ts';
import type { WorkerRecord } from '../../functions/contracts/registers/worker.ts';
import type { OrganisationRecord } from '../../functions/contracts/registers/organisation.ts';
import { parseRuleValues } from '../../functions/contracts/rule-values.ts';
import type { PlacementFacts } from '../../functions/rules/placement-subsidy/facts.ts';
import type { RuleSet } from '../../functions/rules/facts.ts';
import type { TransportFacts } from '../../functions/rules/transport-subsidy/facts.ts';
import { valuesInForce } from '../../functions/rules/values/index.ts';
import { anAgency, aPlacementLine, aSeat, aSpell, aTransportLine, citizen } from './claims.ts';

/*
 * What the rules are asked about one line: clear by default, so that a test names only what it is about. Records
 * and claims pass the contract, so that no test rests on a fact the desk would not accept.
 */

type Change<Section> = { readonly [Name in keyof Section]?: Section[Name] };

/** The province's figures, with some of one instrument's changed. */
export const rulesWith = (
  change: {
    readonly transport?: Change<RuleSet['values']['transport']>;
    readonly placement?: Change<RuleSet['values']['placement']>;
  } = {},
): RuleSet => {
  const { values, sources } = valuesInForce('141124', '2020-03-16');
  const transport = { ...values.transport, ...change.transport };
  const placement = { ...values.placement, ...change.placement };
  return { values: parseRuleValues({ ...values, transport, placement }), sources };
};

/** A registered poor worker of 临县, born 1985, on the list of trip T-1 and employed by the test employer. */
export const aWorkerRecord = (rest: Partial<WorkerRecord> = {}): WorkerRecord =>
  workerRecord.parse({
    subject: 'W-1',
    birthDate: '1985-06-12',
    homeDivision: '141124',
    povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2014-05-31' }],
    workCapacity: 'ABLE',
    relocated: false,
    spells: [aSpell()],
    seats: [aSeat()],
    source: { register: 'WORKERS', asOf: '2020-06-01', version: 1 },
    ...rest,
  });

export const anOrganisation = (rest: Partial<OrganisationRecord> = {}): OrganisationRecord =>
  organisationRecord.parse({ ...anAgency(), ...rest });

/** The employer of the test claims: an enterprise without a licence. */
export const anEmployer = (rest: Partial<OrganisationRecord> = {}): OrganisationRecord =>
  organisationRecord.parse({
    ...anAgency('91141124MA0TEEE15W'),
    type: 'ENTERPRISE',
    licences: [],
    ...rest,
  });

const anyone = citizen('1985-06-12');

/** What stands beside the claim; `undefined` takes away what is there by default. */
export type Beside<Facts> = {
  readonly [Name in keyof Omit<Facts, 'claim' | 'instrument'>]?: Facts[Name] | undefined;
};

const given = <Fact extends object>(facts: Fact): { [Name in keyof Fact]: Exclude<Fact[Name], undefined> } =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as never;

export const transportFacts = (
  claim: Record<string, unknown> = {},
  rest: Beside<TransportFacts> = {},
): TransportFacts => ({
  instrument: 'TRANSPORT_SUBSIDY',
  worker: aWorkerRecord(),
  held: [],
  ...given({ division: '141124', payeeIsWorker: true, ...rest }),
  claim: transportClaim.parse({ ...aTransportLine(anyone).content.claim, ...claim }),
});

/** The employment register shows the job as the claim has it. */
export const placementFacts = (
  claim: Record<string, unknown> = {},
  rest: Beside<PlacementFacts> = {},
): PlacementFacts => {
  const placed = placementClaim.parse({ ...aPlacementLine(1, anyone).content.claim, ...claim });
  const { workplace, contract } = placed;
  return {
    instrument: 'PLACEMENT_SUBSIDY',
    worker: aWorkerRecord({ spells: [aSpell({ workplace, startsOn: contract.startsOn })] }),
    applicant: anOrganisation(),
    employer: anEmployer(),
    held: [],
    ...given({ division: '141124', ...rest }),
    claim: placed,
  };
};
