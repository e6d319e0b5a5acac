import * as z from 'zod';
import { both } from './both.ts';
import { normaliseCode } from './normalise.ts';
import { isoDate, type IsoDate } from './scalars.ts';

/** GB 11643-1999: 6 address, 8 birth date, 3 sequence (odd male, even female), 1 check character. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

const checkCharacter = (body: string): string =>
  checkCharacters.charAt(
    weights.reduce((sum, weight, index) => sum + weight * Number(body.charAt(index)), 0) % 11,
  );

/** The first generation had 15 digits and no century; whoever still shows one was born in the 1900s. */
const upgrade = (digits: string): string => {
  const body = `${digits.slice(0, 6)}19${digits.slice(6)}`;
  return body + checkCharacter(body);
};

/** The 18-character form of what somebody typed: full-width digits, spaces and a lower-case x mended; not yet checked. */
export const normaliseCitizenId = (text: string): string => {
  const plain = normaliseCode(text).toUpperCase();
  return /^\d{15}$/.test(plain) ? upgrade(plain) : plain;
};

/** `141124**********74` never shows the birth date; anything too short to be an id is hidden whole. */
export const maskCitizenId = (id: string): string =>
  id.length < 15 ? '*'.repeat(id.length) : `${id.slice(0, 6)}${'*'.repeat(id.length - 8)}${id.slice(-2)}`;

/** The birth date in an 18-character id. */
export const birthDateOf = (id: string): IsoDate =>
  `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;

/** What is wrong with an id, in words that do not repeat it; undefined when it is right. */
const fault = (id: string): string | undefined => {
  if (!/^\d{17}[\dX]$/.test(id))
    return both(
      'a citizen id has 18 characters: 17 digits and a check character',
      '公民身份号码为18位：17位数字加1位校验码',
    );
  if (!isoDate.safeParse(birthDateOf(id)).success)
    return both(
      `the birth date in ${maskCitizenId(id)} does not exist`,
      `${maskCitizenId(id)} 中的出生日期不存在，请与证件核对`,
    );
  if (checkCharacter(id) !== id.charAt(17))
    return both(
      `the check character of ${maskCitizenId(id)} does not fit; compare it with the card`,
      `${maskCitizenId(id)} 的校验位不符，请与证件核对`,
    );
  return undefined;
};

/**
 * A citizen id (公民身份号码), normalised to 18 characters. The address code is not looked up: a person keeps it
 * after a county is renamed (POLICY section 8).
 */
export const citizenId = z
  .string()
  .max(60)
  .transform((text, context) => {
    const id = normaliseCitizenId(text);
    const message = fault(id);
    if (message !== undefined)
      context.addIssue({ code: 'custom', message, params: { reason: 'CITIZEN_ID' } });
    return id;
  });

/** `张*`, `欧***`: the first character and a star for each other one. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = Array.from(name.trim());
  return first + '*'.repeat(Math.max(1, rest.length));
};
