import {
  contribution,
  employmentSpell,
  workerRecord,
  type Circumstance,
  type Contribution,
  type EmploymentSpell,
  type WorkerRecord,
} from '../../functions/contracts/registers/worker.ts';
import { parseRuleValues, type RuleValues } from '../../functions/contracts/rule-values.ts';
import type { RuleSet } from '../../functions/rules/facts.ts';
import { unemploymentClaim } from '../../functions/rules/unemployment-assistance/claim.ts';
import type { UnemploymentFacts } from '../../functions/rules/unemployment-assistance/facts.ts';
import { valuesInForce } from '../../functions/rules/values/index.ts';

/* A poor worker of 临县, insured, whose employer closed on 10 February 2020. The county pays 1,024 of 1,280 yuan. */

const source = { register: 'TEST', asOf: '2020-12-31', version: 1 };

export const unemploymentRules = (changed: Partial<RuleValues['unemployment']> = {}): RuleSet => {
  const { values, sources } = valuesInForce('141124', '2020-03-01');
  const unemployment = {
    ...values.unemployment,
    assistanceMonthlyFen: 102_400,
    uiBenefitMonthlyFen: 128_000,
    ...changed,
  };
  return { values: parseRuleValues({ ...values, unemployment }), sources };
};

export const insuredIn = (
  month: string,
  line: Contribution['line'] = 'UNEMPLOYMENT',
  rest: Partial<Contribution> = {},
): Contribution =>
  contribution.parse({
    month,
    line,
    employerCode: '91141124MA0TEEE15W',
    employerFen: 2_100,
    employeeFen: 900,
    waivedFen: 0,
    source,
    ...rest,
  });

export const theLostJob = (rest: Partial<EmploymentSpell> = {}): EmploymentSpell =>
  employmentSpell.parse({
    spellId: 'S-1',
    kind: 'LOCAL_ENTERPRISE',
    employerName: '测试企业',
    workplace: '141124',
    startsOn: '2019-03-01',
    endsOn: '2020-02-10',
    wageProof: true,
    source,
    ...rest,
  });

export const since = (kind: Circumstance['kind'], startsOn: string, endsOn?: string): Circumstance => ({
  kind,
  startsOn,
  ...(endsOn !== undefined && { endsOn }),
  source,
});

export const drawn = (...months: readonly string[]): WorkerRecord['otherBenefits'] =>
  months.map((month) => ({ kind: 'UNEMPLOYMENT_BENEFIT', month, amountFen: 128_000, source }));

export const wage = (month: string, paidFen = 300_000): WorkerRecord['wages'][number] => ({
  month,
  employerCode: '91141124MA0TEEE15W',
  paidFen,
  paidOn: `${month}-28`,
  source,
});

export const aJobless = (rest: Partial<WorkerRecord> = {}): WorkerRecord =>
  workerRecord.parse({
    subject: 'W-1',
    birthDate: '1985-06-12',
    homeDivision: '141124',
    povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2014-01-01' }],
    workCapacity: 'ABLE',
    relocated: false,
    spells: [theLostJob()],
    seats: [],
    contributions: [insuredIn('2020-01')],
    source,
    ...rest,
  });

export type UnemploymentChange = {
  readonly record?: Partial<WorkerRecord>;
  readonly claim?: Record<string, unknown>;
  readonly facts?: Partial<Omit<UnemploymentFacts, 'claim' | 'instrument'>>;
};

export const unemploymentFacts = (
  months: readonly string[],
  { record, claim, facts }: UnemploymentChange = {},
): UnemploymentFacts => ({
  instrument: 'UNEMPLOYMENT_ASSISTANCE',
  worker: aJobless(record),
  held: [],
  others: [],
  payeeIsWorker: true,
  ...facts,
  claim: unemploymentClaim.parse({
    lostOn: '2020-02-10',
    lastEmployerName: '测试企业',
    cause: 'EMPLOYER_CLOSED',
    epidemicDeclared: true,
    insuredIn: '141124',
    months,
    ...claim,
  }),
});
