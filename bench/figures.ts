import type { RoundTrips } from './desk-process.ts';
import type { ProcessFigures } from './process-tree.ts';
import type { Latency } from './stopwatch.ts';

export const phases = ['filing and checking', 'public notice', 'approving', 'paying'] as const;
export type Phase = (typeof phases)[number];

export type Memory = {
  readonly atRestBytes: number;
  readonly peakBytes: number;
  readonly byProcess: Readonly<Record<string, number>>;
};

export type Startup = {
  readonly compileCache: 'empty' | 'filled';
  readonly readyAfterSeconds: number;
  /** Processor time until then, npm's included: what is left of the start when nothing else runs. */
  readonly cpuSeconds: number | undefined;
  /** The desk's own processes; npm, which only waits, is named beside them. */
  readonly atRest: Memory | undefined;
};

/** Round trips to the database, for one claim. */
export type RoundTripFigures = {
  readonly beforeSubmission: number;
  readonly submissionToPaid: number;
  readonly paidToClosed: number;
  /** What the bench itself looks up: tasks, payouts, and each claim again and again. */
  readonly reading: number;
  /** The sweeper, every five seconds, and whatever else nobody asked for. */
  readonly background: number;
  readonly detail: readonly { readonly phase: Phase; readonly call: string; readonly perClaim: number }[];
};

export type Figures = {
  readonly claims: number;
  readonly inFlight: number;
  readonly at: string;
  readonly machine: {
    readonly cpus: number;
    readonly cpu: string;
    readonly os: string;
    readonly node: string;
    /** Of the last minute, before anything was started: what else the machine was doing. */
    readonly load: number;
  };
  readonly startups: readonly Startup[];
  readonly phases: readonly {
    readonly phase: Phase;
    readonly seconds: number;
    readonly claimsPerSecond: number;
  }[];
  readonly endToEnd: { readonly seconds: number; readonly claimsPerSecond: number };
  readonly latencies: readonly Latency[];
  /** Undefined where there is no /proc. */
  readonly cpuSecondsPerClaim:
    { readonly desk: number; readonly byProcess: Readonly<Record<string, number>> } | undefined;
  readonly benchCpuSecondsPerClaim: number;
  readonly memory: { readonly afterStart: Memory; readonly afterRun: Memory } | undefined;
  readonly roundTrips: RoundTripFigures;
  readonly disk: {
    readonly beforeBytes: number;
    readonly afterBytes: number;
    readonly bytesPerClaim: number;
  };
};

const isDesk = ({ name }: ProcessFigures): boolean =>
  name.endsWith('infra/local/main.ts') || name === 'dynoxide';
const total = (tree: readonly ProcessFigures[], of: (one: ProcessFigures) => number): number =>
  tree.reduce((sum, one) => sum + of(one), 0);

export const memoryOf = (tree: readonly ProcessFigures[]): Memory => ({
  atRestBytes: total(tree.filter(isDesk), ({ residentBytes }) => residentBytes),
  peakBytes: total(tree.filter(isDesk), ({ peakBytes }) => peakBytes),
  byProcess: Object.fromEntries(tree.map(({ name, residentBytes }) => [name, residentBytes])),
});

/** Processor time between two looks at the same processes. */
export const cpuBetween = (
  before: readonly ProcessFigures[],
  after: readonly ProcessFigures[],
  claims: number,
): NonNullable<Figures['cpuSecondsPerClaim']> => {
  const spent = after.map(({ pid, name, cpuSeconds }) => {
    const earlier = before.find((one) => one.pid === pid)?.cpuSeconds ?? 0;
    return [name, (cpuSeconds - earlier) / claims] as const;
  });
  return {
    desk: spent.reduce((sum, [, seconds]) => sum + seconds, 0),
    byProcess: Object.fromEntries(spent),
  };
};

type Share = Exclude<keyof RoundTripFigures, 'detail'>;

/**
 * Whose round trip it is. When the clock is moved the sweeper looks once, with queries. After the booking only the
 * machine's own end is left.
 */
const shareOf = (phase: Phase, call: string): Share => {
  if (call.startsWith('background') || call === 'POST /practice/clock QueryCommand') return 'background';
  if (call.startsWith('GET ')) return 'reading';
  if (/^POST \/applications(\/\{id\}\/lines)? /.test(call)) return 'beforeSubmission';
  const isPaid = phase === 'paying' && /^SendTaskSuccess |GetItemCommand$/.test(call);
  return isPaid ? 'paidToClosed' : 'submissionToPaid';
};

export type Counted = { readonly phase: Phase; readonly before: RoundTrips; readonly after: RoundTrips };

export const roundTripsOf = (counted: readonly Counted[], claims: number): RoundTripFigures => {
  const detail = counted.flatMap(({ phase, before, after }) =>
    Object.entries(after)
      .map(([call, count]) => ({ phase, call, perClaim: (count - (before[call] ?? 0)) / claims }))
      .filter(({ perClaim }) => perClaim > 0),
  );
  const of = (share: Share): number =>
    detail
      .filter(({ phase, call }) => shareOf(phase, call) === share)
      .reduce((sum, { perClaim }) => sum + perClaim, 0);
  return {
    beforeSubmission: of('beforeSubmission'),
    submissionToPaid: of('submissionToPaid'),
    paidToClosed: of('paidToClosed'),
    reading: of('reading'),
    background: of('background'),
    detail,
  };
};
