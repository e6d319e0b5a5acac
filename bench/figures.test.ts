import { expect, test } from 'vitest';
import { cpuBetween, memoryOf, roundTripsOf } from './figures.ts';
import { createStopwatch, percentile } from './stopwatch.ts';

test('a round trip is put down to the part of the claim’s way that asked for it', () => {
  const figures = roundTripsOf(
    [
      {
        phase: 'filing and checking',
        before: { 'background QueryCommand': 8, 'POST /applications TransactWriteItemsCommand': 10 },
        after: {
          'background QueryCommand': 12,
          'POST /applications TransactWriteItemsCommand': 20,
          'POST /applications/{id}/lines TransactWriteItemsCommand': 10,
          'POST /applications/{id}/submit TransactWriteItemsCommand': 10,
          'StartExecution UpdateItemCommand': 10,
          'GET /applications/{id} GetItemCommand': 15,
        },
      },
      {
        phase: 'approving',
        before: {},
        after: { 'SendTaskSuccess TransactWriteItemsCommand': 10, 'POST /practice/clock QueryCommand': 4 },
      },
      {
        phase: 'paying',
        before: { 'SendTaskSuccess TransactWriteItemsCommand': 10 },
        after: {
          'POST /payouts/{id}/bookings TransactWriteItemsCommand': 10,
          'POST /payouts/{id}/bookings GetItemCommand': 10,
          'SendTaskSuccess TransactWriteItemsCommand': 20,
        },
      },
    ],
    10,
  );
  expect(figures).toMatchObject({
    beforeSubmission: 2,
    submissionToPaid: 4,
    paidToClosed: 2,
    reading: 1.5,
    background: 0.8,
  });
});

const one = { cpuSeconds: 2, residentBytes: 100, peakBytes: 120 };

test('what npm holds is not counted as the desk’s', () => {
  const tree = [
    { ...one, pid: 1, name: 'npm', residentBytes: 7000, peakBytes: 7000 },
    { ...one, pid: 2, name: 'infra/local/main.ts' },
    { ...one, pid: 3, name: 'dynoxide' },
  ];
  expect(memoryOf(tree)).toMatchObject({ atRestBytes: 200, peakBytes: 240 });
});

test('processor time is what was spent between the two looks, by each process', () => {
  const host = { ...one, pid: 2, name: 'infra/local/main.ts' };
  const database = { ...one, pid: 3, name: 'dynoxide' };
  const spent = cpuBetween([host, database], [{ ...host, cpuSeconds: 12 }, database], 100);
  expect(spent).toEqual({ desk: 0.1, byProcess: { 'infra/local/main.ts': 0.1, dynoxide: 0 } });
});

test('percentiles are values that occurred: of 21 the 95th is the 20th', () => {
  const values = Array.from({ length: 21 }, (_, index) => index + 1);
  expect([percentile(values, 0.5), percentile(values, 0.95), percentile(values, 1)]).toEqual([11, 20, 21]);
  expect(percentile([7], 0.5)).toBe(7);
});

test('what fails is not timed', async () => {
  const { time, latencies } = createStopwatch();
  await time('booked', () => Promise.resolve());
  await time('booked', () => Promise.reject(new Error('refused'))).catch(() => undefined);
  expect(latencies()).toMatchObject([{ name: 'booked', count: 1 }]);
});
