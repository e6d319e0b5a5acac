import { expect, test } from 'vitest';
import { outboxPartition, outboxShardOf } from '../../functions/store/keys.ts';
import { applicationId } from '../../functions/contracts/application.ts';
import { countyShares, needed, peakRate } from './peak.ts';
import { quotas } from './quotas.ts';
import { arrivals, seeded } from './random.ts';
import { historyOf, longestRoster } from './roster.ts';
import { simulateFund } from './simulate-fund.ts';
import { outboxShares, simulateHeat } from './simulate-heat.ts';

const load = { holdMs: 20, shards: 1, seconds: 2000, seed: 1 };

test('claims arrive as often as was asked for, and the same in every run', () => {
  const times = arrivals(50, 1000, seeded(7));
  expect(Math.abs(times.length / 50_000 - 1)).toBeLessThan(0.02);
  expect(arrivals(50, 1000, seeded(7))).toEqual(times);
  expect(arrivals(50, 1000, seeded(8))).not.toEqual(times);
});

test('a fund that is asked for rarely is met by another as often as theory says', () => {
  const perSecond = 2;
  const busy = (perSecond * load.holdMs) / 1000;
  const { metAnother, gaveUp } = simulateFund({ ...load, perSecond, seconds: 50_000 });
  expect(metAnother / (busy / (1 + busy))).toBeCloseTo(1, 0);
  expect(gaveUp).toBeLessThan(0.0001);
});

test('a fund passes at most one transaction at a time, and refuses the rest in the end', () => {
  const { busiestSecond, gaveUp } = simulateFund({ ...load, perSecond: 200, seconds: 60 });
  expect(busiestSecond).toBeLessThanOrEqual(50);
  expect(gaveUp).toBeGreaterThan(0.5);
});

test('several rows to a fund make conflicts rarer', () => {
  const [one, eight] = [1, 8].map((shards) => simulateFund({ ...load, perSecond: 20, shards }).metAnother);
  expect(eight! / one!).toBeLessThan(0.2);
});

test('the counties’ shares add up to all claims, the largest first', () => {
  const shares = countyShares();
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
});

test('the month’s end is as busy as the assumptions make it', () => {
  // 100,000,000 / 12 * 0.3 in 57,600 seconds, three times that in the busiest minutes.
  expect(peakRate(100_000_000)).toBeCloseTo(130.2, 1);
  expect(needed(1_000_000).transitions).toBeLessThan(quotas.transitions.other);
});

test('the outbox’s shards are those of the store', () => {
  const letters = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
  const counted = [0, 1, 2, 3].map(
    (shard) =>
      letters.filter((letter) => outboxShardOf(applicationId.parse(`A20200615-000000000${letter}`)) === shard)
        .length / letters.length,
  );
  expect(outboxShares(4)).toEqual(counted);
  expect(outboxPartition(3)).toBe('OUTBOX#3');
});

test('no key takes a thousand writes a second at a hundred million claims a year', () => {
  for (const { place, busiest } of simulateHeat(100_000_000, 600, 1))
    expect(busiest, place).toBeLessThan(quotas.partitionWrites.big);
});

test('the longest roster the desk takes is far from the end of a history', () => {
  expect(historyOf(1)).toBe(40);
  expect(historyOf(5000)).toBe(40 + 8 * 8);
  expect(historyOf(longestRoster(25_000))).toBeLessThanOrEqual(25_000);
  expect(historyOf(longestRoster(25_000) + 1)).toBeGreaterThan(25_000);
});
