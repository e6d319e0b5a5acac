/**
 * POLICY 2, `tier`; UNCLEAR where the place is a whole city or province that holds the home county too, UNKNOWN
 * where no register and no claim says where home is.
 */
export type Reach = 'IN_COUNTY' | 'IN_PROVINCE' | 'OUT_OF_PROVINCE' | 'OVERSEAS' | 'UNCLEAR' | 'UNKNOWN';

const notMainland = /^(?:\D|71|81|82)/;

/** A code as the places it stands for: `140000` is `14`, `141100` is `1411`, a county is itself. */
const stem = (code: string): string => code.replace(/^(\d\d)0000$|^(\d{4})00$/, '$1$2');

/** One of the two lies in the other, or they are the same. */
export const mayBeSame = (one: string, other: string): boolean =>
  stem(one).startsWith(stem(other)) || stem(other).startsWith(stem(one));

export const reachOf = (home: string | undefined, workplace: string): Reach => {
  if (home === undefined) return 'UNKNOWN';
  if (notMainland.test(workplace)) return 'OVERSEAS';
  if (workplace === home) return 'IN_COUNTY';
  if (!workplace.startsWith('14')) return 'OUT_OF_PROVINCE';
  return mayBeSame(home, workplace) ? 'UNCLEAR' : 'IN_PROVINCE';
};
