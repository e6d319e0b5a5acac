import type { Version } from '../../contracts/application.ts';
import { recoveryRow, type RecoveryRow } from '../../contracts/recovery.ts';
import type { KeylessDesk } from '../desk.ts';
import { headKey, recoveryPartition } from '../keys.ts';
import { queryWork } from '../query-work.ts';
import { parseHead, readItems, type Item, type Page } from '../read-application.ts';

export type OpenRecovery = { readonly recovery: RecoveryRow; readonly version: Version };

/** What a county has proposed to recover or asks back, the oldest first, with the version an act must name. */
export const listRecoveries = async (
  { table }: KeylessDesk,
  input: { readonly division: string; readonly limit: number; readonly start?: Item | undefined },
): Promise<Page<OpenRecovery>> => {
  const page = await queryWork(table, { partition: recoveryPartition(input.division), ...input });
  const rows = page.items.map((item) => recoveryRow.parse(item));
  const heads = await readItems(
    table,
    rows.map(({ applicationId }) => headKey(applicationId)),
  );
  const items = rows.flatMap((recovery, index) => {
    const head = parseHead(heads[index]);
    return head ? [{ recovery, version: head.version }] : [];
  });
  return page.next ? { items, next: page.next } : { items };
};
