import {
  claimedSpell,
  retentionClaim,
  type ClaimedSpell,
} from '../../functions/rules/retention-allowance/claim.ts';
import {
  workerRecord,
  type EmploymentSpell,
  type WorkerRecord,
} from '../../functions/contracts/registers/worker.ts';
import { parseRuleValues, type RuleValues } from '../../functions/contracts/rule-values.ts';
import type { RetentionFacts } from '../../functions/rules/retention-allowance/facts.ts';
import type { RuleSet } from '../../functions/rules/facts.ts';
import { valuesInForce } from '../../functions/rules/values/index.ts';

const source = { register: 'WORKERS', asOf: '2020-07-01', version: 1 };

/** Work in Suzhou from one day to another, both included, for a worker of 临县. */
export const away = (startsOn: string, endsOn: string, rest: Partial<ClaimedSpell> = {}): ClaimedSpell =>
  claimedSpell.parse({
    kind: 'OUTSIDE_COUNTY',
    employerName: '测试电子厂',
    workplace: '320500',
    startsOn,
    endsOn,
    wageProof: false,
    ...rest,
  });

/** A stable job in a workshop of 临县, with contract and wage record. */
export const workshop = (startsOn: string, endsOn: string, rest: Partial<ClaimedSpell> = {}): ClaimedSpell =>
  away(startsOn, endsOn, { kind: 'LOCAL_WORKSHOP', workplace: '141124', wageProof: true, ...rest });

/** The employment register as it would show this work. */
export const asRegistered = (spells: readonly ClaimedSpell[]): EmploymentSpell[] =>
  spells.map((spell, at) => ({ ...spell, spellId: `S-${at}`, source }));

/** A registered poor worker of 临县, able to work, born in 1985. */
export const aWorker = (rest: Partial<WorkerRecord> = {}): WorkerRecord =>
  workerRecord.parse({
    subject: 'W-1',
    birthDate: '1985-06-12',
    homeDivision: '141124',
    povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2014-01-01' }],
    workCapacity: 'ABLE',
    relocated: false,
    spells: [],
    seats: [],
    source,
    ...rest,
  });

export type Change = {
  /** How the worker's record differs; its spells are those of the claim unless given. */
  readonly record?: Partial<WorkerRecord>;
  readonly facts?: Partial<RetentionFacts>;
};

/** A claim for these spells that the registers bear out, and what differs. */
export const retentionFacts = (
  spells: readonly ClaimedSpell[],
  { record, facts }: Change = {},
): RetentionFacts => ({
  instrument: 'RETENTION_ALLOWANCE',
  worker: aWorker({ spells: asRegistered(spells), ...record }),
  held: [],
  division: '141124',
  claim: retentionClaim.parse({ spells }),
  ...facts,
});

/** The rule values in force, with the retention allowance's changed. */
export const retentionRules = (changed: Partial<RuleValues['retention']> = {}): RuleSet => {
  const { values, sources } = valuesInForce('141124', '2020-07-01');
  const retention = { ...values.retention, ...changed };
  return { values: parseRuleValues({ ...values, retention }), sources };
};
