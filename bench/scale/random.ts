/** Numbers from 0 to 1, the same in every run (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Arrival times in ms of a Poisson process, in order. */
export const arrivals = (perSecond: number, seconds: number, random: () => number): number[] => {
  const times: number[] = [];
  const mean = 1000 / perSecond;
  for (let at = -Math.log(1 - random()) * mean; at < seconds * 1000; at += -Math.log(1 - random()) * mean)
    times.push(at);
  return times;
};
