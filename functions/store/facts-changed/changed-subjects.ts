import * as z from 'zod';
import { maskCitizenId } from '../../contracts/citizen-id.ts';
import type { WatchedChange } from '../../contracts/watched-change.ts';
import type { Vault } from '../../platform/vault.ts';
import { watchedChanges } from '../../rules/watched-facts/watched-changes.ts';
import type { Item } from '../registers/batch-get.ts';
import { without } from '../registers/import/without.ts';
import { openIdentity } from '../registers/sealed-identity.ts';
import { workerItem, type WorkerItem } from '../registers/worker-item.ts';
import type { ChangedSubject } from './open-case.ts';

/** A record before and after an import; one that is new was nothing before. */
export type Pair = { readonly stored: Item | undefined; readonly now: Item };

type Change = { readonly was: WorkerItem; readonly is: WorkerItem };

/** Most records that are new are not merged; a register of them is not parsed for it. */
const mergedItem = z.object({ record: z.object({ mergedInto: z.string() }) });

const notMerged = (item: WorkerItem): WorkerItem => ({
  ...item,
  revision: 0,
  record: without(item.record, 'mergedInto'),
});

/** A worker's record before and after; of one that is new only that it was merged is news. */
const changeIn = ({ stored, now }: Pair): Change | undefined => {
  if (stored === undefined && !mergedItem.safeParse(now).success) return undefined;
  const is = workerItem.safeParse(now).data;
  if (is === undefined) return undefined;
  const was = stored === undefined ? notMerged(is) : workerItem.safeParse(stored).data;
  return was && { was, is };
};

const identityOf = (vault: Vault, { pk, identitySealed }: WorkerItem) =>
  openIdentity(vault, pk, identitySealed);

const maskedOther = (vault: Vault, item: WorkerItem): string =>
  maskCitizenId(identityOf(vault, item).mergedInto ?? '');

/** The other record as a re-examiner can read it. */
const shown = (vault: Vault, { was, is }: Change, change: WatchedChange): WatchedChange =>
  change.fact === 'MERGED'
    ? {
        ...change,
        ...(change.before !== undefined && { before: maskedOther(vault, was) }),
        ...(change.after !== undefined && { after: maskedOther(vault, is) }),
      }
    : change;

/** The same news for whom the record is merged into, and for whom it no longer is. */
const otherPeople = (vault: Vault, { was, is }: Change): ChangedSubject[] => {
  const [before, after] = [was.record.mergedInto, is.record.mergedInto];
  if (before === after) return [];
  const own = maskCitizenId(identityOf(vault, is).citizenId);
  const told = (subject: string | undefined, change: Pick<WatchedChange, 'before' | 'after'>) =>
    subject === undefined
      ? []
      : [
          {
            subject,
            revision: was.revision,
            duplicate: was.record.subject,
            changes: [{ fact: 'MERGED' as const, name: 'FROM', ...change }],
          },
        ];
  return [...told(before, { before: own }), ...told(after, { after: own })];
};

/** Whose claims an import touches, and by what: the worker of each record, and whoever it is merged with. */
export const changedSubjects = (vault: Vault, pair: Pair): ChangedSubject[] => {
  const change = changeIn(pair);
  if (change === undefined) return [];
  const { was, is } = change;
  const changes = watchedChanges(was.record, is.record);
  if (changes.length === 0) return [];
  const own = {
    subject: was.record.subject,
    revision: was.revision,
    changes: changes.map((one) => shown(vault, change, one)),
  };
  return [own, ...otherPeople(vault, change)];
};
