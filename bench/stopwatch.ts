export type Latency = {
  readonly name: string;
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
};

export type Stopwatch = {
  /** Does something, and notes how long it took. */
  readonly time: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  readonly latencies: () => Latency[];
};

/** The nearest-rank percentile of values in ascending order. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

export const createStopwatch = (): Stopwatch => {
  const taken = new Map<string, number[]>();
  return {
    time: async (name, work) => {
      const startedAt = performance.now();
      const done = await work();
      const ms = performance.now() - startedAt;
      const times = taken.get(name);
      if (times === undefined) taken.set(name, [ms]);
      else times.push(ms);
      return done;
    },
    latencies: () =>
      [...taken].map(([name, times]) => {
        const sorted = times.toSorted((a, b) => a - b);
        return {
          name,
          count: sorted.length,
          p50Ms: percentile(sorted, 0.5),
          p95Ms: percentile(sorted, 0.95),
          maxMs: percentile(sorted, 1),
        };
      }),
  };
};
