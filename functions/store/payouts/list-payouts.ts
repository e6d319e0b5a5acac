import { payoutRow, type PayoutRow } from '../../contracts/payout.ts';
import type { Version } from '../../contracts/application.ts';
import type { KeylessDesk } from '../desk.ts';
import { headKey, payoutPartition } from '../keys.ts';
import { queryWork } from '../query-work.ts';
import { parseHead, readItems, type Item, type Page } from '../read-application.ts';

export type PayablePayout = { readonly payout: PayoutRow; readonly version: Version };

/** A county's payable payouts, the most urgent first, each with the version that booking it must name. */
export const listPayouts = async (
  { table }: KeylessDesk,
  input: { readonly division: string; readonly limit: number; readonly start?: Item | undefined },
): Promise<Page<PayablePayout>> => {
  const page = await queryWork(table, { partition: payoutPartition(input.division), ...input });
  const payouts = page.items.map((item) => payoutRow.parse(item));
  if (payouts.length === 0) return { items: [], ...(page.next && { next: page.next }) };
  const heads = await readItems(
    table,
    payouts.map(({ applicationId }) => headKey(applicationId)),
  );
  const items = payouts.flatMap((payout, index) => {
    const head = parseHead(heads[index]);
    return head ? [{ payout, version: head.version }] : [];
  });
  return page.next ? { items, next: page.next } : { items };
};
