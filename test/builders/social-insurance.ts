import { organisationRecord } from '../../functions/contracts/registers/organisation.ts';
import {
  workerRecord,
  type Contribution,
  type InsuranceLine,
  type WorkerRecord,
} from '../../functions/contracts/registers/worker.ts';
import { parseRuleValues, type RuleValues } from '../../functions/contracts/rule-values.ts';
import type { RuleSet } from '../../functions/rules/facts.ts';
import { monthsBetween } from '../../functions/rules/calendar/days.ts';
import { socialInsuranceClaim } from '../../functions/rules/social-insurance-subsidy/claim.ts';
import type { SocialInsuranceFacts } from '../../functions/rules/social-insurance-subsidy/facts.ts';
import { valuesInForce } from '../../functions/rules/values/index.ts';

const source = { register: 'INSURANCE', asOf: '2020-07-01', version: 1 };
export const employerCode = '91141124MA0TEEE15W';
export const otherEmployer = '91140106MA0TAAA25W';

export type Shares = Partial<Record<InsuranceLine, number>>;
export type Paid = Readonly<Record<string, Shares>>;

/** 711 yuan a month: the employer's share of TC39. */
export const usual: Shares = { PENSION: 48_000, MEDICAL: 21_000, UNEMPLOYMENT: 2_100 };

/** Every month from one to another, each paid like this. */
export const paidEach = (from: string, to: string, shares: Shares = usual): Paid =>
  Object.fromEntries(monthsBetween(`${from}-01`, `${to}-01`).map((month) => [month, shares]));

const lines = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const;

export const aContribution = (rest: Partial<Contribution> = {}): Contribution => ({
  month: '2020-01',
  line: 'PENSION',
  employerCode,
  employerFen: 48_000,
  employeeFen: 24_000,
  waivedFen: 0,
  paidOn: `${rest.month ?? '2020-01'}-25`,
  source,
  ...rest,
});

/** The insurance register as it would show these payments. */
export const asRegistered = (paid: Paid): Contribution[] =>
  Object.entries(paid).flatMap(([month, shares]) =>
    lines.flatMap((line) => {
      const employerFen = shares[line];
      return employerFen === undefined ? [] : [aContribution({ month, line, employerFen })];
    }),
  );

export const aWorker = (rest: Partial<WorkerRecord> = {}): WorkerRecord =>
  workerRecord.parse({
    subject: 'W-1',
    birthDate: '1985-06-12',
    sex: 'MALE',
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
  readonly claim?: Record<string, unknown>;
  readonly contract?: Record<string, unknown>;
  /** How the worker's record differs; its contributions are those of the claim unless given. */
  readonly record?: Partial<WorkerRecord>;
  readonly facts?: Partial<SocialInsuranceFacts>;
};

/** A claim for these months that the registers bear out, and what differs. */
export const insuranceFacts = (
  paid: Paid,
  { claim, contract, record, facts }: Change = {},
): SocialInsuranceFacts => ({
  instrument: 'SOCIAL_INSURANCE_SUBSIDY',
  applicant: organisationRecord.parse({
    organisationId: employerCode,
    name: '测试企业',
    type: 'ENTERPRISE',
    source,
  }),
  worker: aWorker({ contributions: asRegistered(paid), ...record }),
  held: [],
  division: '141124',
  claim: socialInsuranceClaim.parse({
    employerCode,
    workplace: '141124',
    contract: {
      number: 'HT-1',
      type: 'OPEN_ENDED',
      signedOn: '2019-11-01',
      startsOn: '2019-11-01',
      ...contract,
    },
    months: Object.entries(paid).map(([month, shares]) => ({ month, paid: shares })),
    ...claim,
  }),
  ...facts,
});

/** The rule values in force, with some of the insurance subsidy's changed. */
export const insuranceRules = (changed: Partial<RuleValues['socialInsurance']> = {}): RuleSet => {
  const { values, sources } = valuesInForce('141124', '2020-04-01');
  const socialInsurance = { ...values.socialInsurance, ...changed };
  return { values: parseRuleValues({ ...values, socialInsurance }), sources };
};
