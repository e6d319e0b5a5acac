import type { ApplicationHead } from '../../contracts/application.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import type { Signals } from '../../rules/facts.ts';
import { definitionOf } from '../../contracts/instruments.ts';
import { batchGet } from '../registers/batch-get.ts';
import type { Table } from '../table-client.ts';
import type { Write } from '../transact.ts';
import { applicantOf, type Surroundings } from './read-surroundings.ts';
import {
  deviceMarksOf,
  markWrites,
  signalsOf,
  usersIn,
  withShown,
  type Mark,
  type MarkUsers,
} from './shared-marks.ts';

type Counted = {
  readonly signals: ReadonlyMap<number, Signals>;
  /** What this application adds to the counts, given the lines that hold an entitlement of their own. */
  readonly writesFor: (held: ReadonlySet<number>) => readonly Write[][];
};

const isPaidBy = (employer: string, worker: WorkerRecord | undefined): boolean =>
  worker?.wages.some(({ employerCode }) => employerCode === employer) ?? false;

/** Workers claimed, and those the bank shows wages for from whoever applies; for employers' claims only. */
const wageCount = (
  head: ApplicationHead,
  lines: readonly StoredLine[],
  { workers }: Surroundings,
): Signals => {
  if (!definitionOf(head.instrument).risks.includes('WAGES')) return {};
  const subjects = [...new Set(lines.map(({ subject }) => subject))];
  const paid = subjects.filter((subject) => isPaidBy(applicantOf(head), workers.get(subject)));
  return { peopleClaimed: subjects.length, peoplePaid: paid.length };
};

/** Reads who else logs in from these devices: known only once the workers' records are. */
const readDevices = async (table: Table, devices: readonly Mark[]): Promise<MarkUsers> =>
  devices.length === 0
    ? new Map()
    : usersIn(
        await batchGet(
          table,
          devices.map(({ key }) => key),
        ),
      );

/**
 * By whose mark a change in the register finds an application. Where a line holds an entitlement, its key says so already
 * (store/facts-changed/applications-of.ts), and the mark need not be written.
 */
const isNeeded = ({ kind }: Mark, lineNo: number, held: ReadonlySet<number>): boolean =>
  kind !== 'SUBJECT' || !held.has(lineNo);

/** Counts, for the risk checks of each line, how many other people show the same account, phone or device. */
export const countSignals = async (
  table: Table,
  head: ApplicationHead,
  lines: readonly StoredLine[],
  marks: ReadonlyMap<number, readonly Mark[]>,
  around: Surroundings,
): Promise<Counted> => {
  const devices = new Map(
    lines.map((line) => [line.lineNo, deviceMarksOf(line, around.workers.get(line.subject))]),
  );
  const before = new Map([...around.users, ...(await readDevices(table, [...devices.values()].flat()))]);
  const shown = lines.map(({ lineNo, subject }) => ({
    lineNo,
    subject,
    applicationId: head.applicationId,
    marks: [...(marks.get(lineNo) ?? []), ...(devices.get(lineNo) ?? [])],
  }));
  const users = withShown(before, shown);
  const present = new Set(lines.map(({ subject }) => subject));
  const wages = wageCount(head, lines, around);
  return {
    signals: new Map(
      shown.map((one) => [one.lineNo, { ...signalsOf(users, one.marks, { ...one, present }), ...wages }]),
    ),
    writesFor: (held) =>
      markWrites(
        before,
        shown.map((one) => ({ ...one, marks: one.marks.filter((mark) => isNeeded(mark, one.lineNo, held)) })),
      ),
  };
};
