import type { IsoDate } from '../../contracts/scalars.ts';
import type { RuleSet } from '../../rules/facts.ts';
import type { DatedValue } from '../../rules/values/dated.ts';
import { divisionsOver } from '../../rules/values/divisions-over.ts';
import { currentRows, valuesInForce } from '../../rules/values/index.ts';
import { createValueBook, type ValueBook } from '../../rules/values/value-book.ts';
import { ruleValuesKey, type Key } from '../keys.ts';
import type { Item } from '../read-application.ts';
import { batchGet } from '../registers/batch-get.ts';
import type { Table } from '../table-client.ts';
import { divisionValuesFrom, revisionIn, type DivisionValues } from './division-values.ts';

/** A county's rule values, shipped and approved, as this process knows them. */
export type RuleBook = {
  readonly rulesOn: (day: IsoDate) => RuleSet;
  /** How far the values of province, prefecture and county had come: `3.0.7`. */
  readonly tag: string;
  /** The rows behind them. */
  readonly rows: () => readonly DatedValue[];
};

type Held = { readonly values: DivisionValues; readonly readAtMs: number };
type Shelf = { readonly held: Map<string, Held>; readonly books: Map<string, ValueBook> };

/** Every process keeps what it has read; a check compares it with the table each time, other steps now and then. */
const shelves = new WeakMap<Table, Shelf>();
const maxAgeMs = 60_000;
const maxBooks = 500;

const shelfOf = (table: Table): Shelf => {
  const known = shelves.get(table) ?? { held: new Map(), books: new Map() };
  shelves.set(table, known);
  return known;
};

export const ruleKeys = (county: string): Key[] => divisionsOver(county).map(ruleValuesKey);

const valueBookOf = ({ books }: Shelf, layers: readonly DivisionValues[]): ValueBook => {
  const own = layers.filter(({ rows }) => rows.length > 0);
  if (own.length === 0) return valuesInForce;
  const name = own.map(({ division, revision }) => `${division}@${revision}`).join(' ');
  const known = books.get(name);
  if (known) return known;
  const made = createValueBook([...currentRows, ...own.flatMap(({ rows }) => rows)]);
  if (books.size >= maxBooks) books.clear();
  books.set(name, made);
  return made;
};

/** The county's values as this process last read them; nothing is asked of the table. */
export const bookOf = (table: Table, county: string): RuleBook => {
  const shelf = shelfOf(table);
  const layers = divisionsOver(county).map(
    (division) => shelf.held.get(division)?.values ?? divisionValuesFrom(division, undefined),
  );
  const book = valueBookOf(shelf, layers);
  return {
    rulesOn: (day) => book(county, day),
    tag: layers.map(({ revision }) => revision).join('.'),
    rows: () => [...currentRows, ...layers.flatMap(({ rows }) => rows)],
  };
};

/** Takes in what was just read; an answer that was overtaken by a newer one changes nothing. */
export const noteRules = (table: Table, county: string, items: readonly Item[]): void => {
  const { held } = shelfOf(table);
  const readAtMs = performance.now();
  for (const division of divisionsOver(county)) {
    const item = items.find(({ pk }) => pk === ruleValuesKey(division).pk);
    const known = held.get(division)?.values;
    const found = revisionIn(item);
    if (known === undefined || known.revision < found)
      held.set(division, { values: divisionValuesFrom(division, item), readAtMs });
    else if (known.revision === found) held.set(division, { values: known, readAtMs });
  }
};

/** The county's values as they are now. */
export const currentBook = async (table: Table, county: string): Promise<RuleBook> => {
  noteRules(table, county, await batchGet(table, ruleKeys(county)));
  return bookOf(table, county);
};

/**
 * The county's values, at most a minute old: for deadlines, notice days and the second approver, not for what a claim
 * is worth. In a desk that checks claims the checks keep them fresh, and this asks nothing.
 */
export const recentBook = async (table: Table, county: string): Promise<RuleBook> => {
  const { held } = shelfOf(table);
  const oldest = performance.now() - maxAgeMs;
  const isRecent = (division: string) => (held.get(division)?.readAtMs ?? -Infinity) >= oldest;
  return divisionsOver(county).every(isRecent) ? bookOf(table, county) : currentBook(table, county);
};
