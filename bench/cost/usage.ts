import { priceLists, units, type PriceList, type Unit } from './prices.ts';

/** How many of each priced unit something took. */
export type Usage = Readonly<Record<Unit, number>>;

export const unitNames = Object.keys(units) as Unit[];

/** @returns the sum, and the units that were used but have no price in the list */
export const costOf = (usage: Usage, { prices }: PriceList) => {
  const used = unitNames.filter((unit) => usage[unit] > 0);
  return {
    total: used.reduce((sum, unit) => sum + usage[unit] * (prices[unit]?.each ?? 0), 0),
    unpriced: used.filter((unit) => prices[unit] === undefined),
  };
};

/** The first list: the one with a price for everything. */
export const fullList = (): PriceList => {
  const [first] = priceLists;
  if (first === undefined) throw new Error('bench/cost/prices.ts holds no price list.');
  return first;
};
