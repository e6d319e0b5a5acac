import * as z from 'zod';
import countries from './reference/countries.json' with { type: 'json' };
import reference from './reference/divisions.json' with { type: 'json' };

const codes = new Set(
  Object.entries(reference.codes).flatMap(([province, rest]) =>
    rest.split(' ').map((tail) => province + tail),
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

/** The name of a division of Shanxi or of a province; otherwise its province and code. */
export const divisionName = (code: string): string =>
  names.get(code) ?? `${names.get(`${code.slice(0, 2)}0000`) ?? ''}${code}`;

const unknownDivision = (code: string): string =>
  statisticalZones.has(code)
    ? `${code} is a statistical zone; give the code of the county it lies in`
    : 'there is no division with this code; give the six digits of GB/T 2260, for example 141124 for 临县';

const division = z.string().trim();

/** Any division of the mainland, province to county. */
export const divisionCode = division.refine((code) => codes.has(code), {
  error: ({ input }) => unknownDivision(String(input)),
});

/** A county of Shanxi: the one that handles a claim. */
export const handlingCounty = division.refine((code) => counties.has(code), {
  error: ({ input }) =>
    codes.has(String(input))
      ? 'name one of the 117 counties of Shanxi, not a city or another province'
      : unknownDivision(String(input)),
});

const abroad: ReadonlySet<string> = new Set(countries.codes.split(' '));

/** Where somebody works: a division of the mainland, or a country as ISO 3166-1 alpha-3. */
export const workplaceCode = division.refine((code) => codes.has(code) || abroad.has(code), {
  error: ({ input }) =>
    `${unknownDivision(String(input))}; abroad, the country’s three letters, for example JPN`,
});

/** Abroad, or in Hong Kong, Macau or Taiwan. */
export const isOverseas = (code: string): boolean =>
  abroad.has(code) || overseasPrefixes.has(code.slice(0, 2));
