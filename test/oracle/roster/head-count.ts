import type { RosterMember } from '../../../functions/rules/facts.ts';
import { hasReached, lies, monthsLater, type Span } from '../almanac.ts';
import type { Row } from '../decision-table.ts';
import { poorOn } from '../person.ts';

/*
 * POLICY 3.7 and 3.9: distinct poor workers employed. Who is sure to count, who only an officer can tell, and who
 * does not count.
 */

export type Question = {
  readonly roster: readonly RosterMember[];
  /** Undefined where no register knows who employs. */
  readonly employer: string | undefined;
  readonly on: string;
  /** The first day on which work counts: the day itself, or a day a year before. */
  readonly since: string;
  readonly minimumAge: number;
  /** The county whose workers alone count; undefined where those of others count too. */
  readonly onlyFrom: string | undefined;
};

const standings = ['COUNTS', 'NOT_KNOWN', 'TWO_EMPLOYERS', 'NO'] as const;
type Standing = (typeof standings)[number];
export type HeadCount = { readonly [Kind in Standing]: number };

type Worker = Exclude<RosterMember['worker'], string>;

/** 3.7: the workers employed on the day of the application; before it is made, on the roster's day. */
export const countDayOf = (facts: {
  readonly claim: { readonly countedOn: string };
  readonly submittedOn?: string | undefined;
}): string => facts.submittedOn ?? facts.claim.countedOn;

const meetsDays = (span: Span, { on, since }: Question): boolean =>
  span.startsOn <= on && (span.endsOn === undefined || span.endsOn >= since);

const qualifies = (worker: Worker, day: string, { minimumAge, onlyFrom }: Question): boolean =>
  poorOn(worker, day) &&
  hasReached(minimumAge, worker.birthDate, day) &&
  (worker.workCapacity === 'ABLE' || worker.workCapacity === 'PARTIAL') &&
  (onlyFrom === undefined || onlyFrom === worker.homeDivision);

/** 3.9(d): shown elsewhere too, for the one that pays wages; where both do, or none, an officer tells. */
const byWages = ({ wages }: Worker, employer: string, on: string): Standing => {
  const months = [on.slice(0, 7), monthsLater(`${on.slice(0, 7)}-01`, -1).slice(0, 7)];
  const paid = wages.filter(({ month, paidFen }) => paidFen > 0 && months.includes(month));
  const here = paid.some(({ employerCode }) => employerCode === employer);
  const elsewhere = paid.some(({ employerCode }) => employerCode !== employer);
  if (here === elsewhere) return 'TWO_EMPLOYERS';
  return here ? 'COUNTS' : 'NO';
};

const atWork = (worker: Worker, question: Question): Standing => {
  const { employer, on } = question;
  const jobs = worker.spells.filter((spell) => meetsDays(spell, question));
  if (employer === undefined || jobs.length === 0) return 'NOT_KNOWN';
  return jobs.every(({ employerCode }) => employerCode === employer)
    ? 'COUNTS'
    : byWages(worker, employer, on);
};

/** Over a year, a worker who has left is judged by the last day. */
const standingOf = ({ worker, ...span }: RosterMember, question: Question): Standing => {
  if (!meetsDays(span, question)) return 'NO';
  if (typeof worker === 'string') return 'NOT_KNOWN';
  const { on } = question;
  const day = span.endsOn !== undefined && span.endsOn < on ? span.endsOn : on;
  return qualifies(worker, day, question) ? atWork(worker, question) : 'NO';
};

/** One person once, by the entry that says most for them. */
export const headCountOf = (question: Question): HeadCount => {
  const best = new Map<string, number>();
  for (const member of question.roster) {
    const rank = standings.indexOf(standingOf(member, question));
    best.set(member.subject, Math.min(rank, best.get(member.subject) ?? rank));
  }
  const number = (kind: Standing): number =>
    [...best.values()].filter((rank) => standings[rank] === kind).length;
  return {
    COUNTS: number('COUNTS'),
    NOT_KNOWN: number('NOT_KNOWN'),
    TWO_EMPLOYERS: number('TWO_EMPLOYERS'),
    NO: number('NO'),
  };
};

export type Counted = { readonly heads: HeadCount; readonly needed: number | 'UNSET' };

const reaches = (number: number, { needed }: Counted): boolean => needed === 'UNSET' || number >= needed;
const possible = ({ heads }: Counted): number => heads.COUNTS + heads.NOT_KNOWN + heads.TWO_EMPLOYERS;
const isOpen = (counted: Counted): boolean =>
  !reaches(counted.heads.COUNTS, counted) && reaches(possible(counted), counted);

export const headCountRows: readonly Row<Counted>[] = [
  ['6', ({ needed }) => needed === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.9 ten', (counted) => !reaches(possible(counted), counted), 'TOO_FEW_WORKERS', 'REFUSE'],
  [
    '3.9 roster',
    (counted) => isOpen(counted) && counted.heads.NOT_KNOWN > 0,
    'REGISTER_DOES_NOT_KNOW',
    'LOOK',
  ],
  ['3.9(d)', (counted) => isOpen(counted) && counted.heads.NOT_KNOWN === 0, 'REGISTER_DIFFERS', 'LOOK'],
];

/** How a recognition stands on a day; its last entry that has begun is in force. */
export const standsOn = (
  history: readonly { readonly status: 'ACTIVE' | 'SUSPENDED' | 'REVOKED'; readonly from: string }[],
  on: string,
): 'ACTIVE' | 'SUSPENDED' | 'REVOKED' | 'NOT_YET' =>
  history.filter(({ from }) => lies(on, { startsOn: from })).at(-1)?.status ?? 'NOT_YET';
