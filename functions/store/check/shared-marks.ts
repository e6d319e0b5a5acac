import * as z from 'zod';
import { payee, type ApplicationHead } from '../../contracts/application.ts';
import { claimedWorker } from '../../contracts/claimed-people.ts';
import { definitionOf } from '../../contracts/instruments.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Signals } from '../../rules/facts.ts';
import { sharedMarkKey, type Key } from '../keys.ts';
import type { Item } from '../registers/batch-get.ts';
import { payeePlace, workerPlace } from '../sealed-places.ts';
import type { Write } from '../transact.ts';

/** Something that people may share, under a pseudonym: its kind, and the key where its users are counted. */
export type Mark = { readonly kind: 'ACCOUNT' | 'PHONE' | 'DEVICE' | 'SUBJECT'; readonly key: Key };

/** The people of a line: by these marks a change in the register finds the applications it touches. */
const peopleOf = ({ subject, roster }: StoredLine): Mark[] =>
  (roster?.map((member) => member.subject) ?? [subject]).map((person) => ({
    kind: 'SUBJECT',
    key: sharedMarkKey('SUBJECT', person),
  }));

/** What one line shows that others may show too; devices only once the training register has been read. */
export const marksOf = (vault: Vault, head: ApplicationHead, line: StoredLine): Mark[] => {
  const { applicationId, payeeSealed } = head;
  const marks: Mark[] = peopleOf(line);
  if (payeeSealed !== undefined && definitionOf(line.content.instrument).paidTo === 'WORKER') {
    const { account } = payee.parse(JSON.parse(vault.open(payeeSealed, payeePlace(applicationId))));
    marks.push({ kind: 'ACCOUNT', key: sharedMarkKey('ACCOUNT', vault.lookup('account', account.number)) });
  }
  if (line.workerSealed !== undefined) {
    const place = workerPlace(applicationId, line.lineNo);
    const { phone } = claimedWorker.parse(JSON.parse(vault.open(line.workerSealed, place)));
    if (phone !== undefined)
      marks.push({ kind: 'PHONE', key: sharedMarkKey('PHONE', vault.lookup('phone', phone)) });
  }
  return marks;
};

/** The devices that logged a trainee in, where the line's instrument rests on them. */
export const deviceMarksOf = (line: StoredLine, worker: WorkerRecord | undefined): Mark[] => {
  if (worker === undefined || !definitionOf(line.content.instrument).risks.includes('DEVICES')) return [];
  const devices = worker.courses.flatMap(({ lessons }) => lessons.flatMap(({ device }) => device ?? []));
  return [...new Set(devices)].map((device) => ({ kind: 'DEVICE', key: sharedMarkKey('DEVICE', device) }));
};

type Owner = { readonly subject: string; readonly applicationId: string };

/** A line as its signals are counted: whose it is, and everybody its application is about as it stands. */
type Counting = Owner & { readonly present: ReadonlySet<string> };

const counted = z.object({ pk: z.string(), shownBy: z.set(z.string()) });

/** Who shows a mark, and in which application; a person whose id was mended there does not count as another. */
const shownBy = (subject: string, applicationId: string): string => `${subject} ${applicationId}`;

/** Who uses what, by the mark's partition: a subject and an application each. */
export type MarkUsers = ReadonlyMap<string, ReadonlySet<string>>;

export const usersIn = (items: readonly Item[]): MarkUsers =>
  new Map(
    items.flatMap((item) => {
      const found = counted.safeParse(item);
      return found.success ? [[found.data.pk, found.data.shownBy] as const] : [];
    }),
  );

const othersOn = (users: MarkUsers, { key }: Mark, { subject, applicationId, present }: Counting): number => {
  const others = new Set<string>();
  for (const entry of users.get(key.pk) ?? []) {
    const [who = '', where = ''] = entry.split(' ');
    if (who !== subject && (where !== applicationId || present.has(who))) others.add(who);
  }
  return others.size;
};

const mostOthers = (users: MarkUsers, marks: readonly Mark[], kind: Mark['kind'], owner: Counting) => {
  const counts = marks.filter((mark) => mark.kind === kind).map((mark) => othersOn(users, mark, owner));
  return counts.length === 0 ? undefined : Math.max(...counts);
};

/** How many other people show what this line shows. */
export const signalsOf = (users: MarkUsers, marks: readonly Mark[], owner: Counting): Signals => {
  const accountUsers = mostOthers(users, marks, 'ACCOUNT', owner);
  const phoneUsers = mostOthers(users, marks, 'PHONE', owner);
  const deviceUsers = mostOthers(users, marks, 'DEVICE', owner);
  return {
    ...(accountUsers !== undefined && { accountUsers }),
    ...(phoneUsers !== undefined && { phoneUsers }),
    ...(deviceUsers !== undefined && { deviceUsers }),
  };
};

/** Past this many nobody needs an exact number, and the row must not grow for ever. */
const enough = 200;

export type Shown = Owner & { readonly marks: readonly Mark[] };

/** The users of each mark once these lines are counted too. */
export const withShown = (users: MarkUsers, shown: readonly Shown[]): MarkUsers => {
  const all = new Map([...users].map(([pk, entries]) => [pk, new Set(entries)]));
  for (const { subject, applicationId, marks } of shown)
    for (const { key } of marks) {
      const entries = all.get(key.pk) ?? new Set<string>();
      entries.add(shownBy(subject, applicationId));
      all.set(key.pk, entries);
    }
  return all;
};

const added = (users: MarkUsers, { subject, applicationId }: Shown, { key }: Mark): string | undefined => {
  const entry = shownBy(subject, applicationId);
  const known = users.get(key.pk);
  return known !== undefined && (known.has(entry) || known.size >= enough) ? undefined : entry;
};

/** One write for each mark that new people show; a group of its own, harmless to repeat. */
export const markWrites = (users: MarkUsers, shown: readonly Shown[]): Write[][] => {
  const byMark = new Map<string, { readonly key: Key; readonly entries: Set<string> }>();
  for (const one of shown)
    for (const mark of one.marks) {
      const entry = added(users, one, mark);
      if (entry === undefined) continue;
      const before = byMark.get(mark.key.pk) ?? { key: mark.key, entries: new Set<string>() };
      before.entries.add(entry);
      byMark.set(mark.key.pk, before);
    }
  return [...byMark.values()].map(({ key, entries }) => [
    {
      Update: {
        Key: key,
        UpdateExpression: 'ADD shownBy :entries',
        ExpressionAttributeValues: { ':entries': entries },
      },
    },
  ]);
};
