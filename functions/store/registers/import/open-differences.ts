import { difference, type Difference } from '../../../contracts/registers/difference.ts';
import type { Instant } from '../../../contracts/scalars.ts';
import type { Desk } from '../../desk.ts';
import { differenceKey, differencePartition } from '../../keys.ts';
import { maxWrites, transact } from '../../transact.ts';
import { batchGet } from '../batch-get.ts';
import type { FoundConflict } from './conflicts-in.ts';
import { without } from './without.ts';

type Opened = { readonly fileHash: string; readonly at: Instant };

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

const differenceOf = (desk: Desk, found: FoundConflict, { fileHash, at }: Opened): Difference => {
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
      row,
      ...(sheet !== undefined && { sheet }),
    },
    state: 'OPEN',
    openedAt: at,
  });
};

/** Opens a difference for each conflict that is not known yet; says how many. */
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
  const known = await batchGet(desk.table, [...all.keys()].map(differenceKey));
  for (const item of known) all.delete(String(item['differenceId']));
  const items = [...all.values()];
  for (let start = 0; start < items.length; start += maxWrites)
    await transact(
      desk.table,
      items.slice(start, start + maxWrites).map((item) => ({
        Put: {
          Item: {
            ...differenceKey(item.differenceId),
            ...item,
            workPk: differencePartition(item.owner, item.division),
            workSk: `${item.openedAt}#${item.differenceId}`,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      })),
    );
  return items.length;
};
