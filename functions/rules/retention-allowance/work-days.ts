import type { ClaimedSpell } from './claim.ts';
import type { EmploymentSpell, WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoDate, IsoMonth } from '../../contracts/scalars.ts';
import { addMonths, dateOf, dayNumber, monthOf } from '../calendar/days.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import type { RetentionFacts } from './facts.ts';
import { inOrder, isPoor } from '../poverty-status.ts';
import { samePlace } from '../tier.ts';
import { counts, isLocalKind, isPost, standingOf, type Standing } from './standing.ts';

/*
 * The window day by day, each day a set of marks. Marking a day twice changes nothing, so stretches of work that
 * overlap, touch or repeat can never count a day twice, and their order does not matter.
 */
const WORKED = 1;
/** Outside the county, or with a contract and wage record. */
const PROVEN = 2;
/** The employment register shows some work. */
const REGISTERED = 4;
/** The employment register shows the work that is claimed. */
const CONFIRMED = 8;
const OF_AGE = 16;
const POOR = 32;
const ELIGIBLE = WORKED | OF_AGE | POOR;

type Stretch = { readonly startsOn: IsoDate; readonly endsOn?: IsoDate | undefined };
type JudgedSpell = { readonly spell: ClaimedSpell; readonly standing: Standing };

/** One month of the window: how many of its days carry which marks. */
export type MonthOfWork = {
  readonly month: IsoMonth;
  readonly eligible: number;
  readonly proven: number;
  readonly registered: number;
  readonly confirmed: number;
};

export type Work = {
  readonly spells: readonly JudgedSpell[];
  readonly months: readonly MonthOfWork[];
  /** Days of the window in work that counts, and how many of them by age and by status. */
  readonly days: { readonly worked: number; readonly ofAge: number; readonly poor: number };
};

/** Puts the marks of `set` on the days of the stretch that lie in the window, and takes those of `clear` off. */
const mark = (
  days: Uint8Array,
  first: number,
  { startsOn, endsOn }: Stretch,
  set: number,
  clear = 0,
): void => {
  const from = Math.max(0, dayNumber(startsOn) - first);
  const to = endsOn === undefined ? days.length - 1 : Math.min(days.length - 1, dayNumber(endsOn) - first);
  for (let day = from; day <= to; day += 1) days[day] = ((days[day] ?? 0) & ~clear) | set;
};

const sameEmployer = (claimed: ClaimedSpell, known: EmploymentSpell): boolean =>
  claimed.employerCode === undefined ||
  known.employerCode === undefined ||
  claimed.employerCode === known.employerCode;

/** A city or province that holds the home county says nothing of "outside"; a person looks. */
const standsAs = (standing: Standing, known: EmploymentSpell, home: string): boolean =>
  standing === 'OUTSIDE' ? !samePlace(home, known.workplace) : isLocalKind(known.kind);

/** The register speaks of the same work: place, employer where both name one, and in the county the kind too. */
const agrees = ({ spell, standing }: JudgedSpell, known: EmploymentSpell, home: string): boolean =>
  !isPost(known.kind) &&
  samePlace(spell.workplace, known.workplace) &&
  sameEmployer(spell, known) &&
  standsAs(standing, known, home);

const overlap = (a: Stretch, b: Stretch): Stretch => ({
  startsOn: a.startsOn > b.startsOn ? a.startsOn : b.startsOn,
  endsOn: a.endsOn === undefined || (b.endsOn !== undefined && b.endsOn < a.endsOn) ? b.endsOn : a.endsOn,
});

const markSpell = (
  days: Uint8Array,
  first: number,
  judged: JudgedSpell,
  worker: WorkerRecord | undefined,
) => {
  const { spell, standing } = judged;
  const proven = standing !== 'LOCAL' || spell.wageProof;
  mark(days, first, spell, proven ? WORKED | PROVEN : WORKED);
  if (worker === undefined) return;
  for (const other of worker.spells)
    if (agrees(judged, other, worker.homeDivision))
      mark(days, first, overlap(spell, other), other.wageProof ? CONFIRMED | PROVEN : CONFIRMED);
};

const comesOfAge = (birthDate: IsoDate, years: number): IsoDate =>
  `${String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0')}${birthDate.slice(4)}`;

/** The days on which the worker was of age and registered as poor; all of them where the register knows nobody. */
const markWorker = (
  days: Uint8Array,
  first: number,
  worker: WorkerRecord | undefined,
  minimumAge: number,
) => {
  if (worker === undefined) {
    days.fill(OF_AGE | POOR);
    return;
  }
  // Which of two records says when they were poor is for a person; `registeredPoor` sends the line there.
  if (worker.mergedInto !== undefined) days.fill(POOR);
  mark(days, first, { startsOn: comesOfAge(worker.birthDate, minimumAge) }, OF_AGE);
  for (const period of inOrder(worker.povertyStatuses))
    if (isPoor(period)) mark(days, first, period, POOR);
    else mark(days, first, period, 0, POOR);
};

const countMarks = (days: Uint8Array, bits: number): number => {
  let count = 0;
  for (const day of days) if ((day & bits) === bits) count += 1;
  return count;
};

const monthsOf = (days: Uint8Array, first: number): MonthOfWork[] => {
  const months: MonthOfWork[] = [];
  for (let at = 0; at < days.length;) {
    const month = monthOf(dateOf(first + at));
    const end = Math.min(days.length, dayNumber(addMonths(`${month}-01`, 1)) - first);
    const part = days.subarray(at, end);
    const withMark = (bits: number): number => countMarks(part, ELIGIBLE | bits);
    months.push({
      month,
      eligible: withMark(0),
      proven: withMark(PROVEN),
      registered: withMark(REGISTERED),
      confirmed: withMark(CONFIRMED),
    });
    at = end;
  }
  return months;
};

/** The window ends for a claim on the day it is made: work that lies ahead is not actual work (实际工作月数). */
const lastDay = ({ submittedOn }: RetentionFacts, { values: { window } }: RuleSet): IsoDate =>
  submittedOn !== undefined && submittedOn < window.end ? submittedOn : window.end;

/** Lays the claim, the register and the worker's record over the days of the window. */
export const workOf = (facts: RetentionFacts, rules: RuleSet): Work => {
  const { worker, claim } = facts;
  const first = dayNumber(rules.values.window.start);
  const days = new Uint8Array(Math.max(0, dayNumber(lastDay(facts, rules)) - first + 1));
  const record = isKnown(worker) ? worker : undefined;
  const spells = claim.spells.map((spell) => ({ spell, standing: standingOf(facts, spell) }));
  markWorker(days, first, record, rules.values.minimumAge);
  for (const other of record?.spells ?? []) mark(days, first, other, REGISTERED);
  for (const judged of spells) if (counts(judged.standing)) markSpell(days, first, judged, record);
  return {
    spells,
    months: monthsOf(days, first),
    days: {
      worked: countMarks(days, WORKED),
      ofAge: countMarks(days, WORKED | OF_AGE),
      poor: countMarks(days, WORKED | POOR),
    },
  };
};
