import type { ClaimedSpell } from '../../contracts/claims.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { addDays, dayNumber } from '../calendar/days.ts';
import { homeOf, isKnown, type RetentionFacts, type RuleSet } from '../facts.ts';
import { tierOf } from '../tier.ts';

/** Why a stretch of work counts, or does not. */
export type Standing = 'OUTSIDE' | 'LOCAL' | 'LOCAL_WITHOUT_PROOF' | 'IN_COUNTY_AS_OUTSIDE' | 'WRONG_KIND';

const localKinds = new Set(['LOCAL_WORKSHOP', 'LOCAL_ENTERPRISE']);
const neverKinds = new Set(['PUBLIC_WELFARE_POST']);

/**
 * 六.2 pays (A) any work outside the home county, abroad too, and (B) a stable job in a local workshop or enterprise,
 * shown by a contract and a wage record. Self-employment and farm entities in the county and public-welfare posts
 * are neither (POLICY 3.10 b to e, 3.8 b).
 */
export const standingOf = (facts: RetentionFacts, { kind, workplace, wageProof }: ClaimedSpell): Standing => {
  if (neverKinds.has(kind)) return 'WRONG_KIND';
  const home = homeOf(facts);
  const outside = home === undefined ? kind === 'OUTSIDE_COUNTY' : tierOf(home, workplace) !== 'IN_COUNTY';
  if (outside) return 'OUTSIDE';
  if (kind === 'OUTSIDE_COUNTY') return 'IN_COUNTY_AS_OUTSIDE';
  if (!localKinds.has(kind)) return 'WRONG_KIND';
  return wageProof ? 'LOCAL' : 'LOCAL_WITHOUT_PROOF';
};

const counts = (standing: Standing): boolean =>
  standing === 'OUTSIDE' || standing === 'LOCAL' || standing === 'LOCAL_WITHOUT_PROOF';

/** Stretches of work that count, as claimed. */
export const countingSpells = (facts: RetentionFacts): ClaimedSpell[] =>
  facts.claim.spells.filter((spell) => counts(standingOf(facts, spell)));

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

const sixteenth = (birthDate: IsoDate, years: number): IsoDate =>
  `${String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0')}${birthDate.slice(4)}`;

/** The first day that can count: the window's first, or the birthday on which the worker is of age. */
export const firstCountingDay = ({ worker }: RetentionFacts, { values }: RuleSet): IsoDate =>
  isKnown(worker)
    ? later(values.window.start, sixteenth(worker.birthDate, values.minimumAge))
    : values.window.start;

type Stretch = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/** Day numbers of all the days that the stretches cover inside the bounds, no day twice. */
export const coveredDays = (stretches: readonly Stretch[], from: IsoDate, to: IsoDate): Set<number> => {
  const days = new Set<number>();
  for (const { startsOn, endsOn } of stretches) {
    const last = dayNumber(earlier(endsOn, to));
    for (let day = dayNumber(later(startsOn, from)); day <= last; day += 1) days.add(day);
  }
  return days;
};

/** The days that count: inside the window, of age, in work that qualifies (the union, no day twice). */
export const qualifyingDays = (facts: RetentionFacts, rules: RuleSet): Set<number> =>
  coveredDays(countingSpells(facts), firstCountingDay(facts, rules), rules.values.window.end);

/** Days that the employment register shows as worked, of any kind that is not a public-welfare post. */
export const registeredDays = (facts: RetentionFacts, rules: RuleSet): Set<number> => {
  const { worker } = facts;
  if (!isKnown(worker)) return new Set();
  const { start, end } = rules.values.window;
  const spells = worker.spells
    .filter(({ kind }) => !neverKinds.has(kind))
    .map(({ startsOn, endsOn }) => ({ startsOn, endsOn: endsOn ?? addDays(end, 1) }));
  return coveredDays(spells, start, end);
};
