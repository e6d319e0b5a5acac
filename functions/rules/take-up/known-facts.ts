import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import type { RuleSet } from '../facts.ts';
import { dayOfNotice } from '../values/shipped.ts';
import type { Around } from './presumed-claim.ts';

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/** The last day of which the registers have spoken about this worker; what lies after it is not presumed. */
export const lastKnownDay = ({ source, spells, seats }: WorkerRecord): IsoDate => {
  let day = source.asOf;
  for (const spell of spells) day = later(day, spell.source.asOf);
  for (const seat of seats) day = later(day, seat.source.asOf);
  return day;
};

/** The values of the day of the notice say which window and which year are meant. */
export const valuesOfNotice = ({ rulesOn }: Around): RuleSet['values'] => rulesOn(dayOfNotice).values;

/** What every presumed line says of its worker; the account and the marks of the desk are not in any register. */
export const knownOf = (worker: WorkerRecord) => ({
  worker,
  held: [],
  others: [],
  division: worker.homeDivision,
  submittedOn: lastKnownDay(worker),
});
