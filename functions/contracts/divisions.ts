import * as z from 'zod';
import { both } from './both.ts';
import countries from './reference/countries.json' with { type: 'json' };
import reference from './reference/divisions.json' with { type: 'json' };
import type { Sentence } from './scalars.ts';

/** `05-07` is 05, 06 and 07. */
const everyOf = (range: string): string[] => {
  const [first = '', last = first] = range.split('-');
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, n) => String(Number(first) + n).padStart(2, '0'));
};

const codes = new Set(
  Object.entries(reference.codes).flatMap(([prefecture, ranges]) =>
    ranges.split(' ').flatMap((range) => everyOf(range).map((county) => prefecture + county)),
  ),
);
const names = new Map(Object.entries(reference.names));

/** Hong Kong, Macau and Taiwan have division codes, and count as overseas (POLICY section 2). */
const overseasPrefixes = new Set(['71', '81', '82']);

/** Statistical zones that are no GB/T 2260 divisions; the host county's code is the one to give. */
const statisticalZones = new Set(['140171', '140271', '140671', '140971']);

/** The 117 counties, county-level cities and districts of Shanxi, in the order of their codes. */
export const shanxiCounties: readonly string[] = [...codes]
  .filter((code) => code.startsWith('14') && !code.endsWith('00'))
  .sort();
const counties = new Set(shanxiCounties);

/** The name of a division of Shanxi or of a province; otherwise its province, with the code: `江苏省（320583）`. */
export const divisionName = (code: string): string => {
  const province = names.get(`${code.slice(0, 2)}0000`);
  return names.get(code) ?? (province === undefined ? code : `${province}（${code}）`);
};

const unknownDivision = (code: string): Sentence =>
  statisticalZones.has(code)
    ? {
        en: `${code} is a statistical zone; give the code of the county it lies in`,
        zh: `${code} 是统计用代码，请填写所在县的代码`,
      }
    : {
        en: 'there is no division with this code; give the six digits of GB/T 2260, for example 141124 for 临县',
        zh: '没有这个行政区划代码，请填写 GB/T 2260 的6位代码，例如临县 141124',
      };

const sayUnknown = (code: unknown): string => {
  const { en, zh } = unknownDivision(String(code));
  return both(en, zh);
};

const division = z.string().trim();

/** Any division of the mainland, province to county. */
export const divisionCode = division.refine((code) => codes.has(code), {
  error: ({ input }) => sayUnknown(input),
});

/** A county of Shanxi: the one that handles a claim. */
export const handlingCounty = division.refine((code) => counties.has(code), {
  error: ({ input }) =>
    codes.has(String(input))
      ? both(
          'name one of the 117 counties of Shanxi, not a city or another province',
          '请填写山西省117个县（市、区）之一，不是地级市或外省',
        )
      : sayUnknown(input),
});

const abroad: ReadonlySet<string> = new Set(countries.codes.split(' '));

/** Where somebody works: a division of the mainland, or a country as ISO 3166-1 alpha-3. */
export const workplaceCode = division.refine((code) => codes.has(code) || abroad.has(code), {
  error: ({ input }) => {
    const { en, zh } = unknownDivision(String(input));
    return both(
      `${en}; abroad, the country’s three letters, for example JPN`,
      `${zh}；境外请填写国家的三字母代码，例如 JPN`,
    );
  },
});

/** Abroad, or in Hong Kong, Macau or Taiwan. */
export const isOverseas = (code: string): boolean =>
  abroad.has(code) || overseasPrefixes.has(code.slice(0, 2));
