import { nobody, noteCounty, notePeople, type CountyPeople } from './county-closure.ts';
import type { StoredItem } from './item-line.ts';

type Scan = () => AsyncIterable<readonly StoredItem[]>;

/** Reads the table until nobody new is found: a merged person leads to the other record. */
export const readCounty = async (scan: Scan, county: string): Promise<CountyPeople> => {
  const people = nobody();
  for await (const page of scan()) for (const item of page) noteCounty(county, people, item);
  let known = -1;
  while (known !== people.subjects.size) {
    known = people.subjects.size;
    for await (const page of scan()) for (const item of page) notePeople(people, item);
  }
  return people;
};
