/** What a claim of one line that meets no exception may take from its submission until it is paid. */
export const bars = {
  transitions: 12,
  invocations: 6,
  writeUnits: 64,
  unitsPerFurtherLine: 8,
} as const;

/** Further entitlement keys of one line (a month each), put in the same transaction. */
export const unitsPerFurtherKey = 2;
