const pattern =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** JavaScript takes 31 February for 2 March. */
const isDate = (date: string): boolean => {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date);
};

/** Epoch milliseconds of an ISO-8601 extended offset date-time; undefined when it is none. Nanoseconds are cut. */
export const timestampOf = (text: string): number | undefined => {
  const date = pattern.exec(text)?.[1];
  return date !== undefined && isDate(date) ? Date.parse(text.toUpperCase()) : undefined;
};
