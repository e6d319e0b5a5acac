import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { WatchedChange } from '../../contracts/watched-change.ts';

type Facts = ReadonlyMap<string, string>;
type Dates = { readonly startsOn: string; readonly endsOn?: string | undefined };

const rangeOf = ({ startsOn, endsOn = '' }: Dates): string => `${startsOn}/${endsOn}`;

/** Several periods of one status are one fact: a date that moved is a change of it, not a new one. */
const statusesOf = ({ povertyStatuses }: WorkerRecord): Facts => {
  const found = new Map<string, string>();
  for (const { status, ...dates } of povertyStatuses)
    found.set(status, [found.get(status), rangeOf(dates)].filter(Boolean).join(' '));
  return found;
};

const jobsOf = ({ spells }: WorkerRecord): Facts =>
  new Map(spells.map(({ spellId, ...dates }) => [spellId, rangeOf(dates)]));

const deathOf = ({ circumstances }: WorkerRecord): Facts =>
  new Map(circumstances.filter(({ kind }) => kind === 'DEATH').map(({ kind, startsOn }) => [kind, startsOn]));

/** The other record by its pseudonym; whoever shows it to a person puts the masked id in its place. */
const mergerOf = ({ mergedInto }: WorkerRecord): Facts =>
  new Map(mergedInto === undefined ? [] : [['INTO', mergedInto]]);

const differing = (fact: WatchedChange['fact'], before: Facts, after: Facts): WatchedChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === is) return [];
    return [
      { fact, name, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) },
    ];
  });

/** A job that is new says nothing about what was paid before; one that is known and has other dates now may. */
const wasKnown = ({ before }: WatchedChange): boolean => before !== undefined;

/** What of a worker's record a claim may have rested on and now reads otherwise. */
export const watchedChanges = (before: WorkerRecord, after: WorkerRecord): WatchedChange[] => [
  ...differing('POVERTY_STATUS', statusesOf(before), statusesOf(after)),
  ...differing('JOB', jobsOf(before), jobsOf(after)).filter(wasKnown),
  ...differing('DEATH', deathOf(before), deathOf(after)),
  ...differing('MERGED', mergerOf(before), mergerOf(after)),
];
