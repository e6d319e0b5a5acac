import { isOverseas } from '../contracts/divisions.ts';

export type Tier = 'IN_COUNTY' | 'IN_PROVINCE' | 'OUT_OF_PROVINCE' | 'OVERSEAS';

/**
 * How far from home: by the worker's home county and the real workplace, never by where the employer is registered
 * (POLICY sections 1.4 and 2). Two districts of one city are two counties.
 */
export const tierOf = (home: string, workplace: string): Tier => {
  if (isOverseas(workplace)) return 'OVERSEAS';
  if (home === workplace) return 'IN_COUNTY';
  return workplace.startsWith('14') ? 'IN_PROVINCE' : 'OUT_OF_PROVINCE';
};

export const tierNames: Record<Tier, { readonly zh: string; readonly en: string }> = {
  IN_COUNTY: { zh: '县内', en: 'in the county' },
  IN_PROVINCE: { zh: '省内', en: 'in the province' },
  OUT_OF_PROVINCE: { zh: '省外', en: 'outside the province' },
  OVERSEAS: { zh: '境外', en: 'abroad' },
};

/**
 * A city or the province that holds the home county: the code does not say whether the work is inside the county or
 * outside it, so a person looks.
 */
export const holdsHome = (home: string, workplace: string): boolean =>
  home !== workplace && !isOverseas(workplace) && samePlace(home, workplace);

/** The same place, or one inside the other: 320500 is the city of 320583. */
export const samePlace = (a: string, b: string): boolean => {
  const stem = (code: string): string => code.replace(/(00)+$/, '');
  return a.startsWith(stem(b)) || b.startsWith(stem(a));
};
