import { arrivals, seeded } from './random.ts';

/** How `functions/store/transact.ts` comes again after a conflict, in ms; then the caller is told to. */
export const pausesMs = [15, 40, 100, 250] as const;

export type FundLoad = {
  /** Transactions a second that touch the fund of one county. */
  readonly perSecond: number;
  /** How long a transaction holds its items. */
  readonly holdMs: number;
  /** Rows to a fund; each transaction takes one by chance. */
  readonly shards: number;
  readonly seconds: number;
  readonly seed: number;
};

export type FundResult = {
  readonly transactions: number;
  /** Shares of all transactions: refused at least once, and refused to the end. */
  readonly metAnother: number;
  readonly gaveUp: number;
  readonly busiestSecond: number;
};

type Try = { readonly at: number; readonly attempt: number; readonly shard: number };

/** A queue in the order of time: tries come back a moment later, so the place is near the front. */
const enqueue = (queue: Try[], next: Try): void => {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle]?.at ?? Infinity) > next.at) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, next);
};

/**
 * A row is held by one transaction at a time; who comes meanwhile is refused and comes again after a pause. The pauses are
 * the store's own: without chance in them.
 */
export const simulateFund = ({ perSecond, holdMs, shards, seconds, seed }: FundLoad): FundResult => {
  const random = seeded(seed);
  const first = arrivals(perSecond, seconds, random).map((at) => ({
    at,
    attempt: 0,
    shard: Math.floor(random() * shards),
  }));
  const queue: Try[] = first.toReversed();
  const freeAt = new Array<number>(shards).fill(0);
  const done = new Map<number, number>();
  let metAnother = 0;
  let gaveUp = 0;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { at, attempt, shard } = next;
    if ((freeAt[shard] ?? 0) <= at) {
      freeAt[shard] = at + holdMs;
      const second = Math.floor(at / 1000);
      done.set(second, (done.get(second) ?? 0) + 1);
      continue;
    }
    if (attempt === 0) metAnother += 1;
    const pause = pausesMs[attempt];
    if (pause === undefined) gaveUp += 1;
    else enqueue(queue, { at: at + holdMs + pause, attempt: attempt + 1, shard });
  }
  const transactions = first.length;
  return {
    transactions,
    metAnother: metAnother / transactions,
    gaveUp: gaveUp / transactions,
    busiestSecond: Math.max(0, ...done.values()),
  };
};
