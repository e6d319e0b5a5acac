/** What a claim of one line that meets no exception may take from its submission until it is paid. */
export const bars = {
  transitions: 12,
  invocations: 6,
  writeUnits: 64,
  unitsPerFurtherLine: 8,
} as const;

/** Further entitlement keys of one line (a month each), put in the same transaction. */
export const unitsPerFurtherKey = 2;

/**
 * What is over the bars today, as it was measured: it may not get worse. Lower a figure when a change made it better, and
 * take this away when all of them are at the bars.
 */
export const today = { writeUnits: 70, unitsPerFurtherLine: 8.5 } as const;
