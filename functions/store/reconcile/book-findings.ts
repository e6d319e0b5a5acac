import type { Finding } from '../../contracts/reconciliation.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { fundFindings } from './fund-findings.ts';
import { placeOf, type Books } from './read-books.ts';
import { waitFindings, waitRowKey } from './wait-findings.ts';

type Amount = { readonly amountFen: number };
const sum = (amounts: readonly Amount[]): number =>
  amounts.reduce((total, { amountFen }) => total + amountFen, 0);

/** One county's share of the books. */
const countyOf = ({ heads, payouts, entries, funds }: Books, division: string) => {
  const isOurs = (id: string) => heads.get(id)?.division === division;
  const ours = entries.filter(({ applicationId }) => isOurs(applicationId));
  return {
    fund: funds.find((fund) => fund.division === division),
    heads: [...heads.values()].filter((head) => head.division === division),
    payouts: payouts.filter((payout) => payout.division === division),
    entriesOf: (...kinds: readonly string[]) => ours.filter(({ kind }) => kinds.includes(kind)),
  };
};

/** What was paid: by the fund, by the payouts, and by the ledger of every entitlement. */
const paidFindings = (books: Books, division: string): Finding[] => {
  const { fund, heads, payouts, entriesOf } = countyOf(books, division);
  const closed = new Set(
    heads.filter(({ state }) => state === 'CLOSED').map(({ applicationId }) => applicationId),
  );
  const left = payouts.filter(({ state }) => state === 'PAID');
  const filed = payouts.filter(
    ({ state, applicationId }) => (state === 'PAID' || state === 'REVERSED') && closed.has(applicationId),
  );
  const sums = [
    // The bank’s money that stayed out, less what payees have brought back.
    [
      'PAID_DIFFERS',
      'the fund’s paid is its paid payouts less what was recovered',
      fund?.paidFen ?? 0,
      sum(left) - sum(entriesOf('RECOVER')),
    ],
    // An amount that paid down a recovery is due and never leaves the fund.
    [
      'LEDGER_DIFFERS',
      'the ledger’s payments are the payouts of closed applications',
      sum(entriesOf('GROSS', 'ADJUST')) - sum(entriesOf('OFFSET')),
      sum(filed),
    ],
    [
      'LEDGER_DIFFERS',
      'the ledger’s reversals are the payouts the bank took back',
      sum(entriesOf('REVERSAL')),
      sum(payouts.filter(({ state }) => state === 'REVERSED')),
    ],
  ] as const;
  return sums.flatMap(([code, what, isFen, shouldBeFen]) =>
    isFen === shouldBeFen ? [] : [{ code, division, what, isFen, shouldBeFen }],
  );
};

/** Everything the books of a desk say differently, or that waits too long. */
export const bookFindings = (books: Books, now: Instant): Finding[] => {
  const divisions = new Set([
    ...books.funds.map(({ division }) => division),
    ...[...books.heads.values()].map(({ division }) => division),
  ]);
  const money = [...divisions].sort().flatMap((division) => {
    const { fund, heads } = countyOf(books, division);
    return [...fundFindings(division, fund, heads), ...paidFindings(books, division)];
  });
  const waits = [...books.heads.values()].flatMap((head) => {
    const key = waitRowKey(head);
    return waitFindings(head, key && books.waiting.get(placeOf(key.pk, key.sk)), now);
  });
  return [...money, ...waits];
};
