import { applicationHead, type ApplicationHead } from '../../contracts/application.ts';
import { ledgerEntry, type LedgerEntry } from '../../contracts/ledger.ts';
import { payoutRow, type PayoutRow } from '../../contracts/payout.ts';
import { fundRow } from '../funds.ts';
import type { Item } from '../registers/batch-get.ts';
import { scanPages } from '../scan-pages.ts';
import type { Table } from '../table-client.ts';
import type { Fund } from './fund-findings.ts';

/** Everything about money, of the whole desk. */
export type Books = {
  readonly heads: Map<string, ApplicationHead>;
  readonly waiting: Map<string, Item>;
  readonly payouts: PayoutRow[];
  readonly entries: Pick<LedgerEntry, 'kind' | 'applicationId' | 'amountFen'>[];
  readonly funds: Fund[];
};

/** A row by its partition and sort key in one text. */
export const placeOf = (pk: unknown, sk: unknown): string => `${String(pk)} ${String(sk)}`;

/** Which rows are kept, by how their sort key (a fund's partition) begins. */
const keepers: readonly (readonly [begins: string, keep: (books: Books, item: Item) => void])[] = [
  [
    'HEAD',
    ({ heads }, item) => {
      const head = applicationHead.parse(item);
      heads.set(head.applicationId, head);
    },
  ],
  ['TASK#', ({ waiting }, item) => waiting.set(placeOf(item['pk'], item['sk']), { status: item['status'] })],
  [
    'NOTICE#',
    ({ waiting }, item) => waiting.set(placeOf(item['pk'], item['sk']), { status: item['status'] }),
  ],
  [
    'PAYOUT#',
    ({ payouts, waiting }, item) => {
      const payout = payoutRow.parse(item);
      payouts.push(payout);
      waiting.set(placeOf(item['pk'], item['sk']), { state: payout.state, amountFen: payout.amountFen });
    },
  ],
  [
    'ENTRY#',
    ({ entries }, item) =>
      entries.push(ledgerEntry.pick({ kind: true, applicationId: true, amountFen: true }).parse(item)),
  ],
];

const keep = (books: Books, item: Item): void => {
  if (String(item['pk']).startsWith('FUND#')) books.funds.push(fundRow.parse(item));
  const [, keeper] = keepers.find(([begins]) => String(item['sk']).startsWith(begins)) ?? [];
  keeper?.(books, item);
};

/** Reads the whole table once. For commands only. */
export const readBooks = async (table: Table): Promise<Books> => {
  const books: Books = { heads: new Map(), waiting: new Map(), payouts: [], entries: [], funds: [] };
  for await (const page of scanPages(table, {})) for (const item of page) keep(books, item);
  return books;
};
