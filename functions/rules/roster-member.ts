import type { OrganisationRecord } from '../contracts/registers/organisation.ts';
import type { EmploymentSpell, WorkerRecord } from '../contracts/registers/worker.ts';
import type { IsoDate } from '../contracts/scalars.ts';
import { addMonths, ageOn, monthOf } from './calendar/days.ts';
import { isKnown, type Lookup, type RosterMember } from './facts.ts';
import { isPoorOn } from './poverty-status.ts';

/**
 * What somebody on a roster comes to. COUNTED: a poor worker, employed here. UNKNOWN and DIFFERS are for a person:
 * the registers do not know, or say something else. The others do not count.
 */
export type MemberStanding = 'COUNTED' | 'UNKNOWN' | 'DIFFERS' | 'NOT_COUNTED';

export type CountBasis = {
  readonly employer: Lookup<OrganisationRecord>;
  /** The first and the last day on which employment counts; one day as a rule. */
  readonly from: IsoDate;
  readonly on: IsoDate;
  readonly minimumAge: number;
  /** Only workers of this home county, where a county reads it so. */
  readonly homeOnly?: string | undefined;
};

type Range = { readonly startsOn: IsoDate; readonly endsOn?: IsoDate | undefined };

const touches = ({ startsOn, endsOn }: Range, from: IsoDate, on: IsoDate): boolean =>
  startsOn <= on && (endsOn === undefined || endsOn >= from);

/** A spell without a code is known by the employer's name. */
const isAt = ({ employerCode, employerName }: EmploymentSpell, employer: OrganisationRecord): boolean =>
  employerCode === undefined ? employerName === employer.name : employerCode === employer.organisationId;

const isPoorWorker = (worker: WorkerRecord, on: IsoDate, minimumAge: number): boolean =>
  isPoorOn(worker, on) &&
  ageOn(worker.birthDate, on) >= minimumAge &&
  worker.workCapacity !== 'LOST' &&
  worker.workCapacity !== 'NONE';

/** Wages come a month late: those of the count date's month and of the one before it say who pays. */
const payers = ({ wages }: WorkerRecord, on: IsoDate): ReadonlySet<string> => {
  const months = [monthOf(on), monthOf(addMonths(on, -1))];
  return new Set(
    wages.flatMap(({ month, employerCode, paidFen }) =>
      paidFen > 0 && months.includes(month) ? employerCode : [],
    ),
  );
};

/** A worker whom the register shows at two employers counts once, for the one that pays wages (POLICY 3.9 d). */
const atTwoEmployers = (worker: WorkerRecord, employer: OrganisationRecord, on: IsoDate): MemberStanding => {
  const paying = payers(worker, on);
  if (!paying.has(employer.organisationId)) return paying.size === 0 ? 'DIFFERS' : 'NOT_COUNTED';
  return paying.size === 1 ? 'COUNTED' : 'DIFFERS';
};

const byRegister = (worker: WorkerRecord, { employer, from, on }: CountBasis): MemberStanding => {
  if (!isKnown(employer)) return 'UNKNOWN';
  const spells = worker.spells.filter((spell) => touches(spell, from, on));
  const here = spells.filter((spell) => isAt(spell, employer)).length;
  if (spells.length > here) return atTwoEmployers(worker, employer, on);
  return here > 0 ? 'COUNTED' : 'UNKNOWN';
};

/** Over a stretch of time the last day at work is the one to judge by. */
const dayToJudgeBy = ({ endsOn }: Range, on: IsoDate): IsoDate =>
  endsOn !== undefined && endsOn < on ? endsOn : on;

/** What one entry of a roster comes to. */
export const standingOf = (member: RosterMember, basis: CountBasis): MemberStanding => {
  const { from, on, minimumAge, homeOnly } = basis;
  if (!touches(member, from, on)) return 'NOT_COUNTED';
  const { worker } = member;
  if (!isKnown(worker)) return 'UNKNOWN';
  // The other record may be on the roster too.
  if (worker.mergedInto !== undefined) return 'DIFFERS';
  if (!isPoorWorker(worker, dayToJudgeBy(member, on), minimumAge)) return 'NOT_COUNTED';
  if (homeOnly !== undefined && worker.homeDivision !== homeOnly) return 'NOT_COUNTED';
  return byRegister(worker, basis);
};
