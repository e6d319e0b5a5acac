import { access, type SharedPlace } from './access.ts';
import { countyShares, peakRate } from './peak.ts';
import { arrivals, seeded } from './random.ts';

export type Heat = {
  readonly place: SharedPlace;
  readonly keys: number;
  /** Write units in the busiest second of the busiest key. */
  readonly busiest: number;
};

/** From the application's number to its shard, as `functions/store/keys.ts` does it: 32 letters over four shards. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const outboxShares = (shards: number): number[] =>
  Array.from(
    { length: shards },
    (_, shard) =>
      Array.from(alphabet).filter((letter) => letter.charCodeAt(0) % shards === shard).length /
      alphabet.length,
  );

const sharesOf = (place: SharedPlace): number[] => (place === 'OUTBOX#n' ? outboxShares(4) : countyShares());

/** The writes of the busiest key in its busiest second, over so many seconds of peak. */
const busiestSecond = (
  perSecond: number,
  unitsEach: number,
  seconds: number,
  random: () => number,
): number => {
  const inSecond = new Array<number>(seconds).fill(0);
  for (const at of arrivals(perSecond, seconds, random)) {
    const second = Math.floor(at / 1000);
    inSecond[second] = (inSecond[second] ?? 0) + unitsEach;
  }
  return Math.max(0, ...inSecond);
};

export const simulateHeat = (claimsAYear: number, seconds: number, seed: number): Heat[] => {
  const random = seeded(seed);
  return (Object.keys(access) as SharedPlace[]).map((place) => {
    const shares = sharesOf(place);
    const { units, transactions } = access[place];
    const perSecond = peakRate(claimsAYear) * transactions * Math.max(...shares);
    return {
      place,
      keys: shares.length,
      busiest: busiestSecond(perSecond, units / transactions, seconds, random),
    };
  });
};
