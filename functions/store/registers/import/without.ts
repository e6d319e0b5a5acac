/** An object's content without some of its fields, to be compared. */
export const without = (whole: object, ...fields: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(whole).filter(([field]) => !fields.includes(field)));
