/** An object without some of its fields. */
export const without = <T extends object, K extends keyof T>(
  whole: T,
  ...fields: readonly K[]
): Omit<T, K> => {
  const rest = { ...whole };
  for (const field of fields) Reflect.deleteProperty(rest, field);
  return rest;
};
