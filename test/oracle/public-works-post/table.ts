import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { PostFacts } from '../../../functions/rules/public-works-post/facts.ts';
import { dayOf, daysIn, type Span } from '../almanac.ts';
import { combinationRow, inMonths, isShared, meets, riskRow } from '../combinations.ts';
import type { Part, Row } from '../decision-table.ts';
import { type Person, personOn, personRows } from '../person.ts';

/** One month, in the first heap that takes it (POLICY 3.11 and 1.5). */
type Month = {
  readonly name: string;
  readonly heap: 'PAID' | 'SHORT' | 'HELD' | 'BEYOND';
  /** The register shows a post in it. */
  readonly shown: boolean;
  readonly otherJob: boolean;
};

/** What the table asks about one worker's months in a post, in the order of POLICY 3.11. */
export type Sheet = {
  readonly person: Person;
  readonly unable: 'CONFIRMED' | 'NOT_CONFIRMED' | 'ABLE';
  readonly postKnown: boolean;
  readonly approved: boolean;
  readonly kind: 'LISTED' | 'EXPLAINED' | 'NOT_EXPLAINED';
  readonly months: readonly Month[];
  readonly registerHasPost: boolean;
  readonly monthOutside: boolean;
  readonly overQuota: boolean;
  readonly figure: number | 'UNSET';
  readonly otherPayee: boolean;
  readonly excluded: boolean;
  readonly risky: boolean;
};

const some = ({ months }: Sheet, heap: Month['heap']): boolean => months.some((month) => month.heap === heap);
const paid = ({ months }: Sheet): readonly Month[] => months.filter(({ heap }) => heap === 'PAID');
const unpaid = (sheet: Sheet): boolean => paid(sheet).length === 0;

export const rows: readonly Row<Sheet>[] = [
  ...personRows,
  ['3.11 unable', ({ unable }) => unable === 'ABLE', 'ABLE_TO_LEAVE', 'REFUSE'],
  ['3.11 unable', ({ unable }) => unable === 'NOT_CONFIRMED', 'PROOF_MISSING', 'LOOK'],
  ['3.11 post', ({ postKnown }) => !postKnown, 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.11 post', ({ approved }) => !approved, 'PROOF_MISSING', 'LOOK'],
  ['3.11 kind', ({ kind }) => kind === 'NOT_EXPLAINED', 'PROOF_MISSING', 'LOOK'],
  ['3.11 kind', ({ kind }) => kind === 'EXPLAINED', 'OUTSIDE_SOFT_LIMIT', 'LOOK'],
  ['3.11 term', ({ monthOutside }) => monthOutside, 'REGISTER_DIFFERS', 'LOOK'],
  ['3.11 quota', ({ overQuota }) => overQuota, 'REGISTER_DIFFERS', 'LOOK'],
  ['3.11 attendance', (sheet) => some(sheet, 'SHORT') && unpaid(sheet), 'NO_COUNTED_MONTH', 'REFUSE'],
  ['3.11 attendance', (sheet) => some(sheet, 'SHORT'), 'NO_COUNTED_MONTH', 'NOTE'],
  ['1.5', (sheet) => some(sheet, 'HELD') && unpaid(sheet), 'DUPLICATE', 'REFUSE'],
  ['1.5', (sheet) => some(sheet, 'HELD'), 'DUPLICATE', 'NOTE'],
  ['3.11 term', (sheet) => some(sheet, 'BEYOND') && unpaid(sheet), 'PERIOD_EXHAUSTED', 'REFUSE'],
  ['3.11 term', (sheet) => some(sheet, 'BEYOND'), 'PERIOD_EXHAUSTED', 'NOTE'],
  [
    '3.11 evidence',
    (sheet) => sheet.person.known && !sheet.registerHasPost && !unpaid(sheet),
    'REGISTER_DOES_NOT_KNOW',
    'LOOK',
  ],
  [
    '3.11 evidence',
    (sheet) => sheet.registerHasPost && paid(sheet).some(({ shown }) => !shown),
    'REGISTER_DIFFERS',
    'LOOK',
  ],
  ['3.11 not with', (sheet) => paid(sheet).some(({ otherJob }) => otherJob), 'EXCLUDED_BENEFIT', 'LOOK'],
  ['6', ({ figure }) => figure === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.11 payee', ({ otherPayee }) => otherPayee, 'PAYEE_NOT_WORKER', 'LOOK'],
  combinationRow,
  riskRow,
];

/** The days of a month that a spell covers. */
const covered = (month: string, { startsOn, endsOn = '9999-12-31' }: Span): number => {
  const first = dayOf(`${month}-01`);
  const from = Math.max(first, dayOf(startsOn));
  const to = Math.min(first + daysIn(month) - 1, dayOf(endsOn));
  return Math.max(0, to - from + 1);
};

const unableBy = ({ claim: { unableToLeave } }: PostFacts): Sheet['unable'] => {
  if (unableToLeave.reason === 'NONE') return 'ABLE';
  return unableToLeave.villageConfirmed ? 'CONFIRMED' : 'NOT_CONFIRMED';
};

const heapsOf = ({ claim, held, submittedOn = '9999-12' }: PostFacts, { values }: RuleSet) => {
  const { minDaysPerMonth, maxMonths } = values.publicWorks;
  const taken = new Set(held.map(({ period }) => period));
  let left = (maxMonths ?? 999) - taken.size;
  return [...claim.months]
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .map(({ month, attendanceDays }): Pick<Month, 'name' | 'heap'> => {
      if (taken.has(month)) return { name: month, heap: 'HELD' };
      const ahead = month > submittedOn.slice(0, 7);
      if (ahead || attendanceDays < Math.min(minDaysPerMonth, daysIn(month)))
        return { name: month, heap: 'SHORT' };
      left -= 1;
      return { name: month, heap: left >= 0 ? 'PAID' : 'BEYOND' };
    });
};

const monthsOf = (facts: PostFacts, rules: RuleSet): Month[] => {
  const spells = typeof facts.worker === 'string' ? [] : facts.worker.spells;
  const { minDaysPerMonth } = rules.values.publicWorks;
  return heapsOf(facts, rules).map((month) => ({
    ...month,
    shown: spells.some((spell) => spell.kind === 'PUBLIC_WELFARE_POST' && covered(month.name, spell) > 0),
    otherJob: spells.some(
      (spell) =>
        spell.kind !== 'PUBLIC_WELFARE_POST' &&
        covered(month.name, spell) >= Math.min(minDaysPerMonth, daysIn(month.name)),
    ),
  }));
};

/** What the county approved: five kinds are listed, others with a reason; the term; the places. */
const postIn = ({ post, claim }: PostFacts) => {
  if (typeof post === 'string')
    return {
      postKnown: false,
      approved: true,
      kind: 'LISTED',
      monthOutside: false,
      overQuota: false,
    } as const;
  const explained = post.kindReason === undefined ? 'NOT_EXPLAINED' : 'EXPLAINED';
  return {
    postKnown: true,
    approved: post.approvedOn !== undefined,
    kind: post.kind === 'OTHER' ? explained : 'LISTED',
    monthOutside: claim.months.some(
      ({ month }) => month < post.startsOn.slice(0, 7) || month > post.endsOn.slice(0, 7),
    ),
    overQuota: claim.placeNo > post.quota,
  } as const;
};

export const sheetOf = (facts: PostFacts, rules: RuleSet): Sheet => {
  const { claim, worker, division, others, payeeIsWorker, signals } = facts;
  const { monthlyFen } = rules.values.publicWorks;
  return {
    person: personOn(worker, claim.agreedFrom, rules.values.minimumAge, division),
    unable: unableBy(facts),
    ...postIn(facts),
    months: monthsOf(facts, rules),
    registerHasPost:
      typeof worker !== 'string' && worker.spells.some(({ kind }) => kind === 'PUBLIC_WELFARE_POST'),
    figure: monthlyFen ?? 'UNSET',
    otherPayee: payeeIsWorker === false,
    excluded: meets('PUBLIC_WORKS_POST', others, inMonths(claim.months.map(({ month }) => month))),
    risky: isShared(signals, rules.values.risk),
  };
};

export const earns = (sheet: Sheet): Part[] => {
  const { figure } = sheet;
  return figure === 'UNSET' ? [] : paid(sheet).map(({ name }) => ({ period: name, amountFen: figure }));
};
