import type { EntitlementPart } from '../../contracts/assessment.ts';
import { insuranceLines, type InsuranceLine } from '../../contracts/registers/worker.ts';
import type { Fen, IsoMonth } from '../../contracts/scalars.ts';
import { monthOf } from '../calendar/days.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { registerOf, type MonthInRegister, type Register } from './contributions.ts';
import type { SocialInsuranceFacts } from './facts.ts';
import { termOf, type Term } from './term.ts';

/** Why a claimed month is paid for, or not. */
export type Standing =
  'COUNTS' | 'OUTSIDE_CONTRACT' | 'HELD' | 'ON_BENEFIT' | 'NOTHING_PAID' | 'RETIRED' | 'EXHAUSTED';

export type JudgedMonth = {
  readonly month: IsoMonth;
  readonly standing: Standing;
  /** The employer's share that was paid into the lines that count: what the claim and the register both show. */
  readonly basisFen: Fen;
  /** The claim and the register name different sums. */
  readonly differs: boolean;
  readonly register: MonthInRegister | undefined;
};

export type Judged = {
  readonly months: readonly JudgedMonth[];
  readonly term: Term;
  /** Undefined where no register has a contribution of this worker. */
  readonly register: Register;
};

type Claimed = SocialInsuranceFacts['claim']['months'][number];

const isInContract = (month: IsoMonth, { claim }: SocialInsuranceFacts): boolean => {
  const { startsOn, endsOn } = claim.contract;
  return monthOf(startsOn) <= month && (endsOn === undefined || month <= monthOf(endsOn));
};

/** While the unemployment fund pays somebody's benefit and insurance, the month is not paid for again (S14). */
const isOnBenefit = (month: IsoMonth, { worker }: SocialInsuranceFacts): boolean =>
  isKnown(worker) &&
  worker.otherBenefits.some((benefit) => benefit.kind === 'UNEMPLOYMENT_BENEFIT' && benefit.month === month);

const basisOf = (
  { paid }: Claimed,
  register: MonthInRegister | undefined,
  lines: readonly InsuranceLine[],
) => {
  let basisFen = 0;
  let differs = false;
  for (const line of lines) {
    const claimed = paid[line] ?? 0;
    // A month that the register does not show is for a person; until then the claim stands.
    const known =
      register === undefined || register.paid.size === 0 ? claimed : (register.paid.get(line) ?? 0);
    differs ||= claimed !== known;
    basisFen += Math.min(claimed, known);
  }
  return { basisFen, differs };
};

const isPastTerm = (count: number, { used, limit, isNear }: Term): boolean =>
  !isNear && used + count >= limit;

export const isPastRetirement = (month: IsoMonth, { lastMonth }: Term): boolean =>
  lastMonth !== undefined && month > lastMonth;

const isHeld = (month: IsoMonth, { held }: SocialInsuranceFacts): boolean =>
  held.some(({ period }) => period === month);

/** Whether the month could earn anything, before the longest term is asked. */
const standingOf = (month: IsoMonth, basisFen: Fen, facts: SocialInsuranceFacts, term: Term): Standing => {
  if (!isInContract(month, facts)) return 'OUTSIDE_CONTRACT';
  if (isHeld(month, facts)) return 'HELD';
  if (isOnBenefit(month, facts)) return 'ON_BENEFIT';
  if (basisFen === 0) return 'NOTHING_PAID';
  return term.ageIsSet && isPastRetirement(month, term) ? 'RETIRED' : 'COUNTS';
};

const inOrder = (months: readonly Claimed[]): readonly Claimed[] =>
  months.toSorted((a, b) => (a.month < b.month ? -1 : 1));

/** Lays the claimed months, oldest first, against the contract, the register and the longest term. */
export const judge = (facts: SocialInsuranceFacts, rules: RuleSet): Judged => {
  const register = registerOf(facts);
  const term = termOf(facts, rules);
  // Where nobody has set the insurances, nothing is paid, and no month is refused for it.
  const lines = rules.values.socialInsurance.lines ?? insuranceLines;
  let count = 0;
  const months = inOrder(facts.claim.months).map((claimed): JudgedMonth => {
    const { month } = claimed;
    const known = register?.get(month);
    const { basisFen, differs } = basisOf(claimed, known, lines);
    const could = standingOf(month, basisFen, facts, term);
    const standing = could === 'COUNTS' && isPastTerm(count, term) ? 'EXHAUSTED' : could;
    if (standing === 'COUNTS') count += 1;
    return { month, standing, basisFen, differs, register: known };
  });
  return { months, term, register };
};

/** A part in ten thousand of the basis, half a fen up. */
export const shareOf = (basisFen: Fen, rateBp: number): Fen =>
  Math.floor((basisFen * rateBp + 5000) / 10_000);

export const partsOf = ({ months }: Judged, { values }: RuleSet): EntitlementPart[] => {
  const { rateBp, lines, maxMonths } = values.socialInsurance;
  if (rateBp === null || lines === null || maxMonths === null) return [];
  return months
    .filter(({ standing }) => standing === 'COUNTS')
    .map(({ month, basisFen }) => ({ period: month, amountFen: shareOf(basisFen, rateBp) }));
};

export const monthsWith = ({ months }: Judged, standing: Standing): IsoMonth[] =>
  months.flatMap((judged) => (judged.standing === standing ? judged.month : []));

export const nothingCounts = ({ months }: Judged): boolean =>
  months.every(({ standing }) => standing !== 'COUNTS');
