export type Leaf = string | number | boolean | null;

/** Not facts that a clerk compares: the person's pseudonym and birth date, and where a record came from. */
const leftOut: ReadonlySet<string> = new Set(['subject', 'birthDate', 'source', 'signals', 'held', 'others']);

/** What tells the entries of a list apart, so that an entry put in front does not make all others differ. */
const names = ['spellId', 'tripId', 'courseId', 'lessonId', 'number', 'month', 'startsOn', 'kind'] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isLeaf = (value: unknown): value is Leaf =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const nameOf = (entry: unknown, index: number): string => {
  if (!isObject(entry)) return String(index);
  const name = names.find((candidate) => typeof entry[candidate] === 'string');
  return name === undefined ? String(index) : String(entry[name]);
};

const entriesOf = (value: object): [string, unknown][] =>
  Array.isArray(value)
    ? value.map((entry: unknown, index): [string, unknown] => [`[${nameOf(entry, index)}]`, entry])
    : Object.entries(value)
        .filter(([name]) => !leftOut.has(name))
        .map(([name, part]): [string, unknown] => [`.${name}`, part]);

/** Every single fact of a record, by its path: `worker.spells[S-1].endsOn`. */
export const leavesOf = (value: unknown, path = ''): Map<string, Leaf> => {
  const leaves = new Map<string, Leaf>();
  if (isLeaf(value)) return leaves.set(path.replace(/^\./, ''), value);
  if (!isObject(value)) return leaves;
  for (const [step, part] of entriesOf(value))
    for (const [name, leaf] of leavesOf(part, `${path}${step}`)) leaves.set(name, leaf);
  return leaves;
};
