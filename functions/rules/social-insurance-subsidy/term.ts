import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoDate, IsoMonth } from '../../contracts/scalars.ts';
import { addMonths, monthOf } from '../calendar/days.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { waivedMonths } from './contributions.ts';
import type { SocialInsuranceFacts } from './facts.ts';

/** How long this worker may be subsidised. */
export type Term = {
  readonly used: number;
  readonly limit: number;
  /** Within five years of retirement at the first approval: then it is paid until retirement. */
  readonly isNear: boolean;
  /** The county has set the age at which this worker retires; otherwise the earliest age of the law stands for it. */
  readonly ageIsSet: boolean;
  /** The month of retirement by that age; absent where the worker is not known. */
  readonly lastMonth?: IsoMonth;
};

/** The earliest ages of retirement that the law of 2020 knows: nobody younger by the years before it is near. */
const earliestAge = { MALE: 60, FEMALE: 50, UNKNOWN: 50 } as const;

const setAge = (
  { sex }: WorkerRecord,
  { claim }: SocialInsuranceFacts,
  { values }: RuleSet,
): number | null => {
  const { MALE, FEMALE_WORKER, FEMALE_CADRE } = values.socialInsurance.retirementAge;
  if (sex === undefined) return null;
  if (sex === 'MALE') return MALE;
  return claim.inCadrePost ? FEMALE_CADRE : FEMALE_WORKER;
};

const firstMonth = ({ claim, held }: SocialInsuranceFacts): IsoMonth => {
  let first: IsoMonth = '9999-12';
  for (const { month } of claim.months) if (month < first) first = month;
  for (const { period } of held) if (period < first) first = period;
  return first;
};

const firstApproval = (facts: SocialInsuranceFacts): IsoDate =>
  facts.claim.firstApprovedOn ?? `${firstMonth(facts)}-01`;

/** Months that other applications hold, or that the employer says were paid: the more of them. */
const usedMonths = ({ held, claim }: SocialInsuranceFacts): number =>
  Math.max(claim.monthsUsed, new Set(held.map(({ period }) => period)).size);

/** While nobody has set the longest term nothing is paid, and nothing is refused for it. */
const noLimit = 10_000;

/** 36 months at most, and to retirement where it was no more than five years off at the first approval. */
export const termOf = (facts: SocialInsuranceFacts, rules: RuleSet): Term => {
  const { maxMonths, nearRetirementYears, waiverExtendsTerm } = rules.values.socialInsurance;
  const used = usedMonths(facts);
  const limit = (maxMonths ?? noLimit) + (waiverExtendsTerm ? waivedMonths(facts) : 0);
  const { worker } = facts;
  if (!isKnown(worker)) return { used, limit, isNear: false, ageIsSet: false };
  const set = setAge(worker, facts, rules);
  const retiresOn = addMonths(worker.birthDate, (set ?? earliestAge[worker.sex ?? 'UNKNOWN']) * 12);
  return {
    used,
    limit,
    isNear: addMonths(retiresOn, -12 * nearRetirementYears) <= firstApproval(facts),
    ageIsSet: set !== null,
    lastMonth: monthOf(retiresOn),
  };
};
