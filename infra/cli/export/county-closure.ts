import type { StoredItem } from './item-line.ts';

/** Whose rows a county takes along: its applications, and the people they and the register know there. */
export type CountyPeople = {
  readonly applications: Set<string>;
  readonly subjects: Set<string>;
  readonly differences: Set<string>;
};
export const nobody = (): CountyPeople => ({
  applications: new Set(),
  subjects: new Set(),
  differences: new Set(),
});

const textAt = (item: StoredItem, ...path: readonly string[]): string | undefined => {
  let value = item[path[0] ?? ''];
  for (const name of path.slice(1)) value = value?.M?.[name];
  return value?.S;
};
const familyOf = (item: StoredItem): string => (item['pk']?.S ?? '').split('#')[0] ?? '';
const restOf = (item: StoredItem): string => (item['pk']?.S ?? '').split('#').slice(1).join('#');

const noters: Readonly<Record<string, (item: StoredItem, county: string, people: CountyPeople) => void>> = {
  APP: (item, county, { applications }) => {
    if (item['sk']?.S === 'HEAD' && textAt(item, 'division') === county) applications.add(restOf(item));
  },
  DIFFERENCE: (item, county, { differences }) => {
    if (textAt(item, 'division') === county) differences.add(restOf(item));
  },
  WORKER: (item, county, { subjects }) => {
    if (textAt(item, 'record', 'homeDivision') === county) subjects.add(restOf(item));
  },
};

/** First reading: which applications are the county's, and which people live there. */
export const noteCounty = (county: string, people: CountyPeople, item: StoredItem): void =>
  noters[familyOf(item)]?.(item, county, people);

const membersOf = (item: StoredItem): string[] => [
  textAt(item, 'subject') ?? '',
  ...(item['roster']?.L ?? []).map((member) => member.M?.['subject']?.S ?? ''),
];
const otherRecordsOf = (item: StoredItem): string[] => [
  textAt(item, 'record', 'mergedInto') ?? '',
  ...(item['record']?.M?.['mergedFrom']?.L ?? []).map((one) => one.S ?? ''),
];

/** Second reading: everybody in the county's applications, wherever they live, and both records of a merged person. */
export const notePeople = ({ applications, subjects }: CountyPeople, item: StoredItem): void => {
  const id = restOf(item);
  const found = [
    ...(familyOf(item) === 'APP' && applications.has(id) ? membersOf(item) : []),
    ...(familyOf(item) === 'WORKER' && subjects.has(id) ? otherRecordsOf(item) : []),
  ];
  for (const subject of found) if (subject !== '') subjects.add(subject);
};

type Belongs = (item: StoredItem, county: string, people: CountyPeople) => boolean;

const always: Belongs = () => true;
const never: Belongs = () => false;
const ofDivision: Belongs = (item, county) => restOf(item) === county || textAt(item, 'division') === county;
const ofPerson: Belongs = (item, _county, { subjects }) => subjects.has(restOf(item));
/** Values of the county, its prefecture and the province: each desk needs all three. */
const overDivision: Belongs = (item, county) =>
  [county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`].includes(restOf(item));

/** Applications are named inside: `subject application` in a mark, an answer's receipt, an entitlement's holder. */
const namesOurs = (item: StoredItem, { applications }: CountyPeople): boolean =>
  (JSON.stringify(item).match(/A\d{8}-[0-9A-Z]{10}/gu) ?? []).some((id) => applications.has(id));
const ofMark: Belongs = (item, _county, people) => {
  const [kind, mark = ''] = restOf(item).split('#');
  return (kind === 'SUBJECT' && people.subjects.has(mark)) || namesOurs(item, people);
};
/** What our people hold anywhere: that they were paid in another county must be known here. */
const ofEntitlement: Belongs = (item, _county, people) => {
  const [, subject = ''] = restOf(item).split('#');
  return people.subjects.has(subject) || namesOurs(item, people);
};

/**
 * What a county takes along, by the family of the partition key (docs/data-model.md). Shared with every other county
 * and copied whole: organisations, courses, premises, recognitions, posts, the sets of values that assessments name.
 */
const families: Readonly<Record<string, Belongs>> = {
  APP: (item, _county, { applications }) => applications.has(restOf(item)),
  ENTITLEMENT: ofEntitlement,
  WORKER: ofPerson,
  SHARED: ofMark,
  FUND: ofDivision,
  RECONCILIATION: ofDivision,
  DIFFERENCE: (item, _county, { differences }) => differences.has(restOf(item)),
  RULES: overDivision,
  'RULE-SET': always,
  ORGANISATION: always,
  COURSE: always,
  PREMISES: always,
  RECOGNITION: always,
  POST: always,
  REQUEST: (item, _county, people) => namesOurs(item, people),
  // A file is loaded at the desk it was given to; a dry run is forgotten in a week.
  IMPORT: never,
  'DRY-RUN': never,
};

/** @throws Error at a key of a family that nobody has said anything about */
export const belongsTo = (county: string, people: CountyPeople, item: StoredItem): boolean => {
  const family = familyOf(item);
  const belongs = Object.hasOwn(families, family) ? families[family] : undefined;
  if (belongs === undefined)
    throw new Error(`Nobody has said whether ${family} goes with a county (county-closure.ts)`);
  return belongs(item, county, people);
};
