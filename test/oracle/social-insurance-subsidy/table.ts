import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { SocialInsuranceFacts } from '../../../functions/rules/social-insurance-subsidy/facts.ts';
import { laterBy, monthsLater } from '../almanac.ts';
import { combinationRow, inMonths, isShared, meets, riskRow } from '../combinations.ts';
import type { Part, Row } from '../decision-table.ts';
import { type Person, personOn, personRows } from '../person.ts';
import { monthsWaived, paidFor, type PaidFor } from './paid-for.ts';
import { isSham } from '../sham.ts';
import { retirementOf, type Retirement } from './retirement.ts';

/** One month, in the first heap that takes it. */
type Heap = 'PAID' | 'OUTSIDE' | 'HELD' | 'BENEFIT' | 'NOTHING' | 'BEYOND' | 'PERHAPS';
type Month = PaidFor & { readonly name: string; readonly heap: Heap };

/** What the table asks about one worker's insured months, in the order of POLICY 3.6. */
export type Sheet = {
  readonly person: Person;
  readonly employer: 'SAME' | 'ANOTHER' | 'NOT_KNOWN';
  readonly term: 'LONG_ENOUGH' | 'TOO_SHORT' | 'TASK' | 'UNSET';
  readonly insurance: 'KNOWN' | 'NOT_KNOWN' | 'NO_WORKER';
  readonly months: readonly Month[];
  readonly figuresSet: boolean;
  readonly flexible: boolean;
  readonly excluded: boolean;
  readonly risky: boolean;
};

const some = ({ months }: Sheet, ...heaps: readonly Heap[]): boolean =>
  months.some(({ heap }) => heaps.includes(heap));
const paid = ({ months }: Sheet): readonly Month[] =>
  months.filter(({ heap }) => heap === 'PAID' || heap === 'PERHAPS');
const unpaid = (sheet: Sheet): boolean => paid(sheet).length === 0;

export const rows: readonly Row<Sheet>[] = [
  ...personRows,
  ['3.6 who', ({ employer }) => employer === 'ANOTHER', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.6 who', ({ employer }) => employer === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.6 contract', ({ term }) => term === 'TOO_SHORT', 'CONTRACT_TOO_SHORT', 'REFUSE'],
  ['2 contract', ({ term }) => term === 'TASK', 'TASK_BASED_CONTRACT', 'LOOK'],
  ['6', ({ term, figuresSet }) => term === 'UNSET' || !figuresSet, 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.6 contract', (sheet) => some(sheet, 'OUTSIDE') && unpaid(sheet), 'NO_COUNTED_MONTH', 'REFUSE'],
  ['3.6 contract', (sheet) => some(sheet, 'OUTSIDE') && !unpaid(sheet), 'PROOF_MISSING', 'LOOK'],
  ['3.6 not with', (sheet) => some(sheet, 'HELD', 'BENEFIT') && unpaid(sheet), 'DUPLICATE', 'REFUSE'],
  ['3.6 not with', (sheet) => some(sheet, 'HELD', 'BENEFIT'), 'DUPLICATE', 'NOTE'],
  ['3.6 amount', (sheet) => some(sheet, 'NOTHING') && unpaid(sheet), 'NO_COST_INCURRED', 'REFUSE'],
  ['3.6 three years', (sheet) => some(sheet, 'BEYOND') && unpaid(sheet), 'PERIOD_EXHAUSTED', 'REFUSE'],
  ['3.6 three years', (sheet) => some(sheet, 'BEYOND') && !some(sheet, 'PERHAPS'), 'CAPPED', 'NOTE'],
  ['3.6 retirement', (sheet) => some(sheet, 'PERHAPS'), 'PERIOD_EXHAUSTED', 'LOOK'],
  ['3.6 evidence', ({ insurance }) => insurance === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.6 evidence', (sheet) => paid(sheet).some(({ missing }) => missing), 'REGISTER_DIFFERS', 'LOOK'],
  ['3.6 evidence', ({ months }) => months.some(({ differs }) => differs), 'REGISTER_DIFFERS', 'LOOK'],
  ['3.6 not with', (sheet) => paid(sheet).some(({ twice }) => twice), 'REGISTER_DIFFERS', 'LOOK'],
  ['3.6 先缴后补', (sheet) => paid(sheet).some(({ owed }) => owed), 'PROOF_MISSING', 'LOOK'],
  ['3.6 not with', ({ flexible }) => flexible, 'EXCLUDED_BENEFIT', 'LOOK'],
  combinationRow,
  riskRow,
];

const termOf = ({ claim: { contract } }: SocialInsuranceFacts, { values }: RuleSet): Sheet['term'] => {
  const months = values.socialInsurance.minContractMonths;
  if (contract.type === 'OPEN_ENDED') return 'LONG_ENOUGH';
  if (contract.type === 'TASK_BASED') return 'TASK';
  if (months === null) return 'UNSET';
  const needed = laterBy(monthsLater(contract.startsOn, months), -1);
  return (contract.endsOn ?? '') >= needed ? 'LONG_ENOUGH' : 'TOO_SHORT';
};

const insuranceOf = ({ worker }: SocialInsuranceFacts): Sheet['insurance'] => {
  if (typeof worker === 'string') return 'NO_WORKER';
  return worker.contributions.length > 0 ? 'KNOWN' : 'NOT_KNOWN';
};

const isOutside = ({ claim: { contract } }: SocialInsuranceFacts, month: string): boolean =>
  month < contract.startsOn.slice(0, 7) ||
  (contract.endsOn !== undefined && month > contract.endsOn.slice(0, 7));

const benefitsIn = ({ worker }: SocialInsuranceFacts, kind: string): Set<string> =>
  new Set(
    typeof worker === 'string'
      ? []
      : worker.otherBenefits.filter((benefit) => benefit.kind === kind).map(({ month }) => month),
  );

/** 3.6: three years from whichever employers; the months of the waiver on top where the county says so. */
const monthsLeft = (facts: SocialInsuranceFacts, { values }: RuleSet): number => {
  const { maxMonths, waiverExtendsTerm } = values.socialInsurance;
  const used = Math.max(new Set(facts.held.map(({ period }) => period)).size, facts.claim.monthsUsed);
  return (maxMonths ?? 999) + (waiverExtendsTerm ? monthsWaived(facts) : 0) - used;
};

/** To retirement for who was near it; where its age is not set, what rests on it is for an officer. */
const within = (name: string, left: number, { month, ageSet, near }: Retirement): Heap => {
  if (name > month) return !ageSet && (near || left > 0) ? 'PERHAPS' : 'BEYOND';
  if (left > 0) return 'PAID';
  if (!near) return 'BEYOND';
  return ageSet ? 'PAID' : 'PERHAPS';
};

const monthsOf = (facts: SocialInsuranceFacts, rules: RuleSet): Month[] => {
  const held = new Set(facts.held.map(({ period }) => period));
  const benefit = benefitsIn(facts, 'UNEMPLOYMENT_BENEFIT');
  const entries = facts.claim.months
    .map((one) => ({ name: one.month, ...paidFor(one, facts, rules) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const retirement = retirementOf(facts, rules);
  let left = monthsLeft(facts, rules);
  const heapOf = (name: string, fen: number): Heap => {
    if (isOutside(facts, name)) return 'OUTSIDE';
    if (held.has(name)) return 'HELD';
    if (benefit.has(name)) return 'BENEFIT';
    if (fen === 0) return 'NOTHING';
    const heap = within(name, left, retirement);
    if (heap !== 'BEYOND') left -= 1;
    return heap;
  };
  return entries.map((entry) => ({ ...entry, heap: heapOf(entry.name, entry.fen) }));
};

const employerOf = ({ applicant, claim }: SocialInsuranceFacts): Sheet['employer'] => {
  if (typeof applicant === 'string') return 'NOT_KNOWN';
  return applicant.organisationId === claim.employerCode ? 'SAME' : 'ANOTHER';
};

export const sheetOf = (facts: SocialInsuranceFacts, rules: RuleSet): Sheet => {
  const { claim, worker, division, others, signals, submittedOn } = facts;
  const { minimumAge, socialInsurance, risk } = rules.values;
  const flexible = benefitsIn(facts, 'FLEXIBLE_EMPLOYMENT_INSURANCE_SUBSIDY');
  const job = { worker, employer: claim.employerCode, contract: claim.contract, submittedOn };
  const names = claim.months.map(({ month }) => month);
  return {
    person: personOn(worker, claim.contract.startsOn, minimumAge, division),
    employer: employerOf(facts),
    term: termOf(facts, rules),
    insurance: insuranceOf(facts),
    months: monthsOf(facts, rules),
    figuresSet: ![socialInsurance.lines, socialInsurance.rateBp, socialInsurance.maxMonths].includes(null),
    flexible: names.some((month) => flexible.has(month)),
    excluded: meets('SOCIAL_INSURANCE_SUBSIDY', others, inMonths(names)),
    risky: isShared({ ...signals, accountUsers: 0 }, risk) || isSham(job, risk.contractEndedWithinDays),
  };
};

export const earns = (sheet: Sheet): Part[] =>
  paid(sheet).map(({ name, fen }) => ({ period: name, amountFen: fen }));
