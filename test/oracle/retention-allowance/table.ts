import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { RetentionFacts } from '../../../functions/rules/retention-allowance/facts.ts';
import { dateOf, dayOf, daysIn, hasReached, monthsFrom } from '../almanac.ts';
import { combinationRow, inMonths, isShared, meets, riskRow } from '../combinations.ts';
import type { Part, Row } from '../decision-table.ts';
import { homeIn, personOn, poorOn } from '../person.ts';
import { mayBeSame, type Reach, reachOf } from '../places.ts';

type Spell = RetentionFacts['claim']['spells'][number];
type Registered = Exclude<RetentionFacts['worker'], string>['spells'][number];

/** 3.10: (A) outside, (B) a workshop or enterprise at home, or neither; OPEN where the place does not say. */
type Standing = 'A' | 'B' | 'OPEN' | 'INSIDE_SAID_OUTSIDE' | 'NEITHER';
type Judged = { readonly spell: Spell; readonly standing: Standing };

/** One month as an officer would tick it off on a calendar. */
type Month = {
  readonly name: string;
  readonly counts: boolean;
  readonly local: boolean;
  readonly proven: boolean;
  readonly shown: boolean;
  /** The register has work on its days, of whatever kind. */
  readonly registered: boolean;
  readonly held: boolean;
};

export type Sheet = {
  readonly known: boolean;
  readonly able: boolean;
  readonly otherCounty: boolean;
  readonly standings: readonly Standing[];
  /** Of work that earns, in the window and before the claim. */
  readonly anyDay: boolean;
  /** Such a day, for somebody who was poor and of age on some of them. */
  readonly anyGoodDay: boolean;
  readonly anyPoorDay: boolean;
  readonly anyAgedDay: boolean;
  readonly months: readonly Month[];
  readonly figure: number | 'UNSET';
  readonly otherPayee: boolean;
  readonly excluded: boolean;
  readonly risky: boolean;
};

const localKinds = new Set<string>(['LOCAL_WORKSHOP', 'LOCAL_ENTERPRISE']);

const outsideReaches = new Set<Reach>(['IN_PROVINCE', 'OUT_OF_PROVINCE', 'OVERSEAS']);

const standingOf = ({ kind, workplace }: Spell, home: string | undefined, known: boolean): Standing => {
  if (kind === 'PUBLIC_WELFARE_POST') return 'NEITHER';
  const reach = reachOf(home, workplace);
  if (outsideReaches.has(reach)) return 'A';
  if (reach === 'UNCLEAR') return 'OPEN';
  if (localKinds.has(kind)) return 'B';
  if (reach === 'UNKNOWN' || !known) return 'OPEN';
  return kind === 'OUTSIDE_COUNTY' ? 'INSIDE_SAID_OUTSIDE' : 'NEITHER';
};

const earning = new Set<Standing>(['A', 'B', 'OPEN']);

const within = (day: string, { startsOn, endsOn }: { startsOn: string; endsOn?: string | undefined }) =>
  startsOn <= day && (endsOn === undefined || day <= endsOn);

/** Whether the entry itself is work of that kind: plainly outside, or a workshop or enterprise. */
const ofKind = (known: Registered, standing: Standing, home: string): boolean =>
  standing === 'B' ? localKinds.has(known.kind) : !mayBeSame(known.workplace, home);

/** 3.10 evidence: the register shows the same work; a city stands for its counties. */
const shows = (known: Registered, { spell, standing }: Judged, home: string): boolean =>
  mayBeSame(known.workplace, spell.workplace) &&
  known.kind !== 'PUBLIC_WELFARE_POST' &&
  ofKind(known, standing, home) &&
  (known.employerCode === undefined ||
    spell.employerCode === undefined ||
    known.employerCode === spell.employerCode);

const daysBetween = (first: string, last: string): string[] =>
  Array.from({ length: Math.max(0, dayOf(last) - dayOf(first) + 1) }, (_, at) => dateOf(dayOf(first) + at));

const monthOf = (
  name: string,
  days: readonly string[],
  judged: readonly Judged[],
  facts: RetentionFacts,
  needed: number,
): Month => {
  const { worker, held } = facts;
  const enough = Math.min(needed, daysIn(name));
  const good = judged.filter(({ standing }) => earning.has(standing));
  const outside = good.filter(({ standing }) => standing !== 'B');
  const at = (day: string, list: readonly Judged[]) => list.some(({ spell }) => within(day, spell));
  const { spells: registered, homeDivision: home } =
    typeof worker === 'string' ? { spells: [], homeDivision: '' } : worker;
  const provenBy = (one: Judged, day: string): boolean =>
    one.standing !== 'B' ||
    one.spell.wageProof ||
    registered.some((known) => known.wageProof && within(day, known) && shows(known, one, home));
  const proven = days.filter((day) => good.some((one) => within(day, one.spell) && provenBy(one, day)));
  const shown = days.filter((day) =>
    good.some(
      (one) =>
        within(day, one.spell) && registered.some((known) => within(day, known) && shows(known, one, home)),
    ),
  );
  return {
    name,
    counts: days.length >= enough,
    local: days.filter((day) => at(day, outside)).length < enough,
    proven: proven.length >= enough,
    shown: shown.length >= enough,
    registered: registered.some((known) => days.some((day) => within(day, known))),
    held: held.some(({ period }) => period === name),
  };
};

const counted = ({ months }: Sheet): readonly Month[] => months.filter(({ counts }) => counts);
const open = (sheet: Sheet): readonly Month[] => counted(sheet).filter(({ held }) => !held);

export const rows: readonly Row<Sheet>[] = [
  ['1.7', ({ anyPoorDay }) => !anyPoorDay, 'NOT_REGISTERED_POOR', 'REFUSE'],
  ['1.7', ({ anyAgedDay }) => !anyAgedDay, 'UNDER_AGE', 'REFUSE'],
  ['1.7', ({ able }) => !able, 'NOT_ABLE_TO_WORK', 'REFUSE'],
  ['1.4', ({ otherCounty }) => otherCounty, 'REGISTER_DIFFERS', 'LOOK'],
  ['3', ({ known }) => !known, 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  [
    '3.10 (A)',
    ({ standings }) => standings.every((standing) => standing === 'INSIDE_SAID_OUTSIDE'),
    'NOT_OUTSIDE_COUNTY',
    'REFUSE',
  ],
  [
    '3.10(e)',
    ({ standings }) =>
      !standings.some((standing) => earning.has(standing)) &&
      !standings.every((standing) => standing === 'INSIDE_SAID_OUTSIDE'),
    'WRONG_EMPLOYMENT_KIND',
    'REFUSE',
  ],
  [
    '1.2',
    ({ anyDay, standings }) => !anyDay && standings.some((one) => earning.has(one)),
    'OUT_OF_WINDOW',
    'REFUSE',
  ],
  ['3.10(a)', (sheet) => sheet.anyGoodDay && counted(sheet).length === 0, 'NO_COUNTED_MONTH', 'REFUSE'],
  ['1.5', (sheet) => counted(sheet).length > 0 && open(sheet).length === 0, 'DUPLICATE', 'REFUSE'],
  ['1.5', (sheet) => open(sheet).length < counted(sheet).length, 'DUPLICATE', 'NOTE'],
  ['1.1', ({ figure }) => figure === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.10(b)', (sheet) => open(sheet).some(({ local, proven }) => local && !proven), 'PROOF_MISSING', 'LOOK'],
  [
    '3.10 evidence',
    (sheet) => open(sheet).some(({ shown }) => !shown) && sheet.months.some(({ registered }) => registered),
    'REGISTER_DIFFERS',
    'LOOK',
  ],
  [
    '3.10 evidence',
    (sheet) => open(sheet).some(({ shown }) => !shown) && !sheet.months.some(({ registered }) => registered),
    'REGISTER_DOES_NOT_KNOW',
    'LOOK',
  ],
  ['3.1 payee', ({ otherPayee }) => otherPayee, 'PAYEE_NOT_WORKER', 'LOOK'],
  combinationRow,
  riskRow,
];

/** The day that ends what is looked at: the window's last, or the claim's own. */
const lastDayOf = ({ submittedOn = '9999-12-31' }: RetentionFacts, end: string): string =>
  submittedOn < end ? submittedOn : end;

const isPoorDay = ({ worker }: RetentionFacts, day: string): boolean =>
  typeof worker === 'string' || poorOn(worker, day);

const isAgedDay = ({ worker }: RetentionFacts, day: string, years: number): boolean =>
  typeof worker === 'string' || hasReached(years, worker.birthDate, day);

const tick = (
  facts: RetentionFacts,
  judged: readonly Judged[],
  working: readonly string[],
  { values }: RuleSet,
): Month[] => {
  const { window, minimumAge, retention } = values;
  const entitled = working.filter((day) => isPoorDay(facts, day) && isAgedDay(facts, day, minimumAge));
  return monthsFrom(window.start, window.end).map((name) =>
    monthOf(
      name,
      entitled.filter((day) => day.startsWith(name)),
      judged,
      facts,
      retention.minDaysPerMonth,
    ),
  );
};

const judgeOf = (facts: RetentionFacts): readonly Judged[] =>
  facts.claim.spells.map((spell) => ({
    spell,
    standing: standingOf(spell, homeIn(facts), typeof facts.worker !== 'string'),
  }));

const workingDays = (facts: RetentionFacts, judged: readonly Judged[], { values }: RuleSet): string[] => {
  const good = judged.filter(({ standing }) => earning.has(standing));
  return daysBetween(values.window.start, lastDayOf(facts, values.window.end)).filter((day) =>
    good.some(({ spell }) => within(day, spell)),
  );
};

/** The days that register and age are asked for; of work that earns nothing, all of it. */
const askedDays = ({ claim }: RetentionFacts, working: readonly string[]): readonly string[] =>
  working.length > 0
    ? working
    : claim.spells.flatMap(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn));

export const sheetOf = (facts: RetentionFacts, rules: RuleSet): Sheet => {
  const { worker, division, others, payeeIsWorker, signals } = facts;
  const { minimumAge, retention, risk } = rules.values;
  const judged = judgeOf(facts);
  const working = workingDays(facts, judged, rules);
  const months = tick(facts, judged, working, rules);
  const paid = months.filter(({ counts, held }) => counts && !held).map(({ name }) => name);
  const poor = (day: string): boolean => isPoorDay(facts, day);
  const aged = (day: string): boolean => isAgedDay(facts, day, minimumAge);
  const asked = askedDays(facts, working);
  const { known, able, otherCounty } = personOn(worker, '', minimumAge, division);
  return {
    known,
    able,
    otherCounty,
    standings: judged.map(({ standing }) => standing),
    anyDay: working.length > 0,
    anyGoodDay: working.some(poor) && working.some(aged),
    anyPoorDay: asked.some(poor),
    anyAgedDay: asked.some(aged),
    months,
    figure: retention.monthlyFen ?? 'UNSET',
    otherPayee: payeeIsWorker === false,
    excluded: meets(
      'RETENTION_ALLOWANCE',
      others?.filter(({ period }) => paid.includes(period)),
      inMonths(paid),
    ),
    risky: isShared(signals, risk),
  };
};

export const earns = (sheet: Sheet): Part[] => {
  const { figure } = sheet;
  return figure === 'UNSET' ? [] : open(sheet).map(({ name }) => ({ period: name, amountFen: figure }));
};
