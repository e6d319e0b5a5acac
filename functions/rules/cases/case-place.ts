import * as z from 'zod';
import { workplaceCode } from '../../contracts/divisions.ts';

/**
 * The counties that the statistical zones lie in (POLICY section 2, development zones). By where the zones are
 * commonly said to lie; no source gives the mapping, so the desk itself asks for the county's own code.
 */
const hostCounties: Readonly<Record<string, string>> = {
  '140171': '140105',
  '140271': '140213',
  '140671': '140602',
  '140971': '140902',
};

/**
 * A place as cases write it: a division by its six digits, whatever year's list it is from, or a country. A
 * statistical zone stands for its host county.
 */
export const casePlace = z
  .string()
  .trim()
  .transform((code) => hostCounties[code] ?? code.toUpperCase())
  .pipe(z.union([z.string().regex(/^\d{6}$/u), workplaceCode]));
