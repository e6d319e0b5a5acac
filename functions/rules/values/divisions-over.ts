import { shanxiCounties } from '../../contracts/divisions.ts';
import type { ValueLevel } from '../../contracts/rule-proposal.ts';

export const province = '140000';
const counties = new Set(shanxiCounties);
const prefectures = new Set(shanxiCounties.map((county) => `${county.slice(0, 4)}00`));

/** Undefined for a code that is no division of Shanxi. */
export const levelOf = (division: string): ValueLevel | undefined => {
  if (division === province) return 'PROVINCE';
  if (prefectures.has(division)) return 'PREFECTURE';
  return counties.has(division) ? 'COUNTY' : undefined;
};

/** The divisions whose values hold in a division: the province, the prefecture, the county itself. */
export const divisionsOver = (division: string): string[] => [
  ...new Set([province, `${division.slice(0, 4)}00`, division]),
];

/** The counties in which a division's values hold. */
export const countiesUnder = (division: string): string[] =>
  shanxiCounties.filter((county) => divisionsOver(county).includes(division));

/** The province, its prefectures and its counties. */
export const everyDivision: readonly string[] = [province, ...prefectures, ...counties];
