import type { WorkerRecord } from '../../functions/contracts/registers/worker.ts';
import { hasReached, lies } from './almanac.ts';
import type { Row } from './decision-table.ts';

type Answered = WorkerRecord | 'UNKNOWN' | 'UNAVAILABLE';

/** What POLICY 2 asks of a worker on one day; nothing is known of one whom the register does not name. */
export type Person = {
  readonly known: boolean;
  readonly poor: boolean;
  readonly ofAge: boolean;
  readonly able: boolean;
  readonly otherCounty: boolean;
};

const assisted = new Set<string>(['REGISTERED_POOR', 'LIFTED_STILL_ASSISTED']);

export const poorOn = ({ povertyStatuses }: WorkerRecord, on: string): boolean =>
  povertyStatuses.some((period) => assisted.has(period.status) && lies(on, period));

const ableToWork = ({ workCapacity }: WorkerRecord): boolean =>
  workCapacity === 'ABLE' || workCapacity === 'PARTIAL';

/** The home county by the register; where it names nobody, the county that handles the claim. */
export const homeIn = ({ worker, division }: { worker: Answered; division?: string | undefined }) =>
  typeof worker === 'string' ? division : worker.homeDivision;

export const personOn = (
  worker: Answered,
  on: string,
  minimumAge: number,
  handledBy: string | undefined,
): Person =>
  typeof worker === 'string'
    ? { known: false, poor: true, ofAge: true, able: true, otherCounty: false }
    : {
        known: true,
        poor: poorOn(worker, on),
        ofAge: hasReached(minimumAge, worker.birthDate, on),
        able: ableToWork(worker),
        otherCounty: handledBy !== undefined && handledBy !== worker.homeDivision,
      };

export const personRows: readonly Row<{ readonly person: Person }>[] = [
  ['1.7, 2', ({ person }) => !person.poor, 'NOT_REGISTERED_POOR', 'REFUSE'],
  ['1.7, 2', ({ person }) => !person.ofAge, 'UNDER_AGE', 'REFUSE'],
  ['1.7, 2', ({ person }) => !person.able, 'NOT_ABLE_TO_WORK', 'REFUSE'],
  ['1.4', ({ person }) => person.otherCounty, 'REGISTER_DIFFERS', 'LOOK'],
  ['3', ({ person }) => !person.known, 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
];

/** Where the employer or the insurance handles the claim, the worker's home county does not matter. */
export const personRowsAnywhere = personRows.filter(([, , reason]) => reason !== 'REGISTER_DIFFERS');
