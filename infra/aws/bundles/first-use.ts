/** What the bundles' rewritten declarations call (lazy-declarations.ts). */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** A table's entry: made at its first reading, and an ordinary property from then on. */
export const kept = <T>(table: object, name: string, make: () => T): T => {
  const value = make();
  Object.defineProperty(table, name, { value, enumerable: true });
  return value;
};
