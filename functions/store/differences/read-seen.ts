import type { Difference } from '../../contracts/registers/difference.ts';
import type { Desk } from '../desk.ts';
import { readItems, type Item } from '../read-application.ts';
import type { FieldNow, FieldPlace } from '../registers/import/field-access.ts';
import { planners } from '../registers/import/kinds/index.ts';
import { revisionOf } from '../registers/import/workbench.ts';
import { register } from '../registers/register-names.ts';

/** A difference beside the record as it is now. */
export type SeenDifference = {
  readonly difference: Difference;
  readonly record: Item | undefined;
  /** The field as it is now; undefined where its register gives no single field. */
  readonly now: FieldNow | undefined;
  /** Names both, so that a decision on anything older is refused. */
  readonly version: string;
};

export const placeOf = ({ recordKey, entry, field, owner }: Difference): FieldPlace => ({
  key: recordKey,
  entry,
  field,
  owner,
});

export const plannerFor = (difference: Difference) => planners[register.parse(difference.register)];

export const seenFrom = (
  { vault }: Desk,
  difference: Difference,
  record: Item | undefined,
): SeenDifference => ({
  difference,
  record,
  now: record && plannerFor(difference).fieldNow(record, placeOf(difference), vault),
  version: `${revisionOf(record)}.${difference.chain ?? 'none'}`,
});

/** Each difference with its record, in one round trip for each hundred. */
export const readSeen = async (desk: Desk, differences: readonly Difference[]): Promise<SeenDifference[]> => {
  if (differences.length === 0) return [];
  const records = await readItems(
    desk.table,
    differences.map(({ recordKey }) => recordKey),
  );
  return differences.map((difference, index) => seenFrom(desk, difference, records[index]));
};
