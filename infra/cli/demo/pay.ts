import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import {
  bookPayoutOperation,
  exportPayoutsOperation,
  listPayoutsOperation,
  maxExported,
  type payoutView,
} from '../../../functions/contracts/api/payouts.ts';
import { allPages } from '../api-client.ts';
import type { Progress } from '../progress.ts';
import { counties, staff, together, type County, type Crew } from './crew.ts';
import type { Filed } from './file-claims.ts';

type Payout = z.output<typeof payoutView>;

const payable = (crew: Crew, county: County): Promise<Payout[]> =>
  allPages((cursor) =>
    crew.as(staff[county].finance, listPayoutsOperation, {
      query: { limit: '100', ...(cursor !== undefined && { cursor }) },
    }),
  );

/** Finance takes the payable payouts as files for the bank, at most a hundred in each. */
const exportFiles = async (
  crew: Crew,
  county: County,
  payouts: readonly Payout[],
  folder: string,
): Promise<string[]> => {
  const files: string[] = [];
  for (let start = 0; start < payouts.length; start += maxExported) {
    const payoutIds = payouts.slice(start, start + maxExported).map(({ payoutId }) => payoutId);
    const csv = await crew.as(staff[county].finance, exportPayoutsOperation, { body: { payoutIds } });
    const file = join(folder, `payouts-${county}-${crew.today()}-${files.length + 1}.csv`);
    // The one file with full accounts in it: for finance's eyes only.
    await writeFile(file, csv, { mode: 0o600 });
    files.push(file);
  }
  return files;
};

export type Payment = { readonly files: readonly string[]; readonly paid: number; readonly returned: number };

/**
 * Finance exports what is payable and books the bank's answers.
 * @param bouncing the claim whose money the bank sends back, if it does so this time
 */
export const payClaims = async (
  crew: Crew,
  folder: string,
  progress: Progress,
  bouncing?: Filed,
): Promise<Payment> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files: string[] = [];
  const counted = { paid: 0, returned: 0 };
  const all = await Promise.all(
    counties.map(async (county) => ({ county, payouts: await payable(crew, county) })),
  );
  progress.begin(
    '拨付 payouts booked',
    all.reduce((sum, { payouts }) => sum + payouts.length, 0),
  );
  for (const { county, payouts } of all) {
    files.push(...(await exportFiles(crew, county, payouts, folder)));
    await together(payouts, 4, async ({ payoutId, applicationId, amountFen, version }) => {
      const common = { amountFen, bookedOn: crew.today(), bankReference: `SAMPLE-${payoutId.slice(1)}` };
      const bounces = applicationId === bouncing?.applicationId;
      const booking = bounces
        ? { result: 'RETURNED' as const, ...common, returnReason: 'ACCOUNT_CLOSED' as const }
        : { result: 'PAID' as const, ...common };
      await crew.as(staff[county].finance, bookPayoutOperation, {
        params: { payoutId },
        body: { version, booking },
      });
      counted[bounces ? 'returned' : 'paid'] += 1;
      progress.step();
    });
  }
  progress.end(crew.today());
  return { files, ...counted };
};
