import { perClaim } from './access.ts';

/** Nobody has measured a real office's year; this is assumed, and meant to be hard. */
export const assumed = {
  /** Of a month's claims in its last two working days, of eight hours each. */
  shareAtMonthEnd: 0.3,
  hoursOfThem: 16,
  /** The busiest minutes against the mean of those hours. */
  burst: 3,
  counties: 117,
  /** County number n weighs 1 / n^0.6. */
  unevenness: 0.6,
} as const;

export const volumes = [10_000, 1_000_000, 100_000_000] as const;

/** Claims a second that reach each stage (submitted, approved, paid) in the busiest minutes. */
export const peakRate = (claimsAYear: number): number =>
  ((claimsAYear / 12) * assumed.shareAtMonthEnd * assumed.burst) / (assumed.hoursOfThem * 3600);

/** What part of the claims each county has, the largest first. */
export const countyShares = (): number[] => {
  const weights = Array.from({ length: assumed.counties }, (_, n) => 1 / (n + 1) ** assumed.unevenness);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
};

/** What the whole desk needs in the busiest minutes, when every stage is at its peak at once. */
export const needed = (claimsAYear: number) => {
  const rate = peakRate(claimsAYear);
  const invocations = perClaim.machineInvocations + perClaim.httpRequests;
  return {
    starts: rate * perClaim.starts,
    transitions: rate * perClaim.transitions,
    answers: rate * perClaim.answers,
    open: (claimsAYear / 365) * perClaim.daysOpen,
    concurrency: rate * invocations * (perClaim.msOfInvocation / 1000),
    http: rate * perClaim.httpRequests,
    tableWrites: rate * perClaim.writeUnits,
  };
};
export type Need = keyof ReturnType<typeof needed>;

/**
 * All notices that end on one day end at the same instant. The busiest day's begin in half of the month's end.
 * @returns claims, and the seconds until the machine has carried them all on
 */
export const noticesEnd = (claimsAYear: number, bucket: number, refill: number) => {
  const claims = ((claimsAYear / 12) * assumed.shareAtMonthEnd) / 2;
  // The wait that ends enters one state: the approval.
  return { claims, seconds: Math.max(0, claims - bucket) / refill };
};
