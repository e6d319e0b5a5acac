import type { Call, DatabaseCall, Meter } from './meter.ts';
import type { ClaimRun } from './run-claims.ts';
import type { SamplesWay } from './samples-way/run-samples-way.ts';
import type { Usage } from './usage.ts';

/** What infra/aws gives a function. */
export const memoryGb = 0.5;
/** Lambda's own lines about an invocation (start, end, report) in JSON: an estimate, to be checked on AWS. */
const lambdaLogBytes = 700;

/** What people do with a claim, once each; looking at it again and again while the bench waits is not in it. */
const beforeSubmission = ['createApplication', 'addLines'];
const onTheWay = ['submitApplication', 'listTasks', 'claimTask', 'decideTask', 'listPayouts', 'bookPayout'];
const afterPayment = ['CloseApplication'];

type Counts = (call: Call) => boolean;
/** Claims that came to nothing go on beside it (their waits run out): a machine’s calls are told by the application. */
const isOf =
  ({ applicationId }: ClaimRun): Counts =>
  (call) =>
    call.by === 'MACHINE'
      ? call.applicationId === applicationId
      : [...beforeSubmission, ...onTheWay].includes(call.name);
/** From the submission until the money is booked, which is what the bars are for. */
const isUntilPaid =
  (run: ClaimRun): Counts =>
  (call) =>
    isOf(run)(call) && ![...beforeSubmission, ...afterPayment].includes(call.name);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const callsOf = ({ database }: Meter, counts: Counts): DatabaseCall[] =>
  database.filter(({ call }) => call !== undefined && counts(call));
const unitsOf = (calls: readonly DatabaseCall[], isWrite: boolean): number =>
  sum(calls.filter((call) => call.isWrite === isWrite).map(({ units }) => units));

export const untilPaid = (run: ClaimRun) => {
  const calls = callsOf(run.meter, isUntilPaid(run));
  return { writeUnits: unitsOf(calls, true), writes: calls.filter(({ isWrite }) => isWrite) };
};

/** Write units that each further line adds to a roster, from the shortest to the longest. */
export const perFurtherLine = (shortest: ClaimRun, longest: ClaimRun): number =>
  (untilPaid(longest).writeUnits - untilPaid(shortest).writeUnits) / (longest.lines - shortest.lines);

export const invocationsOf = (run: ClaimRun) => {
  const own = run.meter.invocations.filter(isOf(run));
  const of = (by: Call['by']) => own.filter((each) => each.by === by);
  const msOf = (by: Call['by']) => sum(of(by).map(({ ms }) => ms));
  return {
    machine: of('MACHINE').length,
    http: of('HTTP').length,
    machineMs: msOf('MACHINE'),
    httpMs: msOf('HTTP'),
  };
};

/** Everything a claim took from its draft to its end, and a year of keeping it. */
export const usageOf = (run: ClaimRun): Usage => {
  const { machine, http, machineMs, httpMs } = invocationsOf(run);
  const calls = callsOf(run.meter, isOf(run));
  return {
    transitions: run.history.transitions,
    lambdaRequests: machine + http,
    lambdaGbSeconds: ((machineMs + httpMs) / 1000) * memoryGb,
    httpRequests: http,
    writeUnits: unitsOf(calls, true),
    readUnits: unitsOf(calls, false),
    storageGbMonths: (run.storedBytes / 1e9) * 12,
    logGb: (run.history.logBytes + (machine + http) * lambdaLogBytes) / 1e9,
    emails: 0,
  };
};

/** @param msEach what one of the samples' small functions is taken to run: ours, on average */
export const usageOfSamples = (way: SamplesWay, msEach: number, storedBytes: number): Usage => ({
  transitions: way.history.transitions,
  lambdaRequests: way.invocations,
  lambdaGbSeconds: ((way.invocations * msEach) / 1000) * memoryGb,
  httpRequests: way.httpRequests,
  writeUnits: way.writeUnits,
  readUnits: way.readUnits,
  storageGbMonths: (storedBytes / 1e9) * 12,
  logGb: (way.history.logBytes + way.invocations * lambdaLogBytes) / 1e9,
  emails: way.emails,
});
