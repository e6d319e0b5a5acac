import { difference, type Difference } from '../../../contracts/registers/difference.ts';
import type { Instant } from '../../../contracts/scalars.ts';
import type { Desk } from '../../desk.ts';
import { differenceKey, differencePartition } from '../../keys.ts';
import { maxWrites, transact, type Write } from '../../transact.ts';
import { batchGet } from '../batch-get.ts';
import { differenceItem } from '../difference-item.ts';
import type { FoundConflict } from './conflicts-in.ts';
import { without } from './without.ts';

type Opened = { readonly fileHash: string; readonly at: Instant; readonly by: string };

const placeOf = (differenceId: string): string => `${differenceKey(differenceId).pk}/STATE/theirs`;

/** The file's value of a difference, to be taken over. */
export const openTheirs = ({ vault }: Desk, { differenceId, theirs }: Difference): unknown =>
  JSON.parse(vault.open(theirs.sealed, placeOf(differenceId)));

/** One id for one value of one field: a file that says the same again opens nothing again. */
const idOf = ({ vault }: Desk, { shown, raw }: FoundConflict): string =>
  vault.lookup(
    'difference',
    JSON.stringify([shown.register, shown.key.pk, shown.key.sk, shown.entry ?? '', shown.field, raw]),
  );

const differenceOf = (desk: Desk, found: FoundConflict, { fileHash, at, by }: Opened): Difference => {
  const differenceId = idOf(desk, found);
  const { key, sheet, row, theirs, ...told } = found.shown;
  const shown = without(told, 'column');
  return difference.parse({
    ...shown,
    differenceId,
    recordKey: key,
    theirs: {
      ...theirs,
      sealed: desk.vault.seal(JSON.stringify(found.raw), placeOf(differenceId)),
      fileHash,
      importedBy: by,
      row,
      ...(sheet !== undefined && { sheet }),
    },
    state: 'OPEN',
    openedAt: at,
  });
};

/** Closed, and now said again by data that are newer than those it was decided on. */
const isSaidAgain = (known: Difference, { theirs }: Difference): boolean =>
  known.state !== 'OPEN' && theirs.asOf > known.theirs.asOf;

const openWrite = (item: Difference, known: Difference | undefined): Write => ({
  Put: {
    Item: {
      ...differenceKey(item.differenceId),
      ...item,
      ...(known?.chain !== undefined && { chain: known.chain }),
      workPk: differencePartition(item.owner, item.division),
      workSk: `${item.openedAt}#${item.differenceId}`,
    },
    ...(known === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#state = :seen',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':seen': known.state },
        }),
  },
});

/**
 * Opens a difference for each conflict that is not known yet, and again for one that was closed on older data; says
 * how many.
 */
export const openDifferences = async (
  desk: Desk,
  conflicts: readonly FoundConflict[],
  opened: Opened,
): Promise<number> => {
  const all = new Map(
    conflicts.map((found) => {
      const item = differenceOf(desk, found, opened);
      return [item.differenceId, item];
    }),
  );
  const stored = await batchGet(desk.table, [...all.keys()].map(differenceKey));
  const known = new Map(stored.map((item) => [String(item['differenceId']), differenceItem.parse(item)]));
  const writes = [...all.values()].flatMap((item) => {
    const before = known.get(item.differenceId);
    return before === undefined || isSaidAgain(before, item) ? [openWrite(item, before)] : [];
  });
  for (let start = 0; start < writes.length; start += maxWrites)
    await transact(desk.table, writes.slice(start, start + maxWrites));
  return writes.length;
};
