import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSchedules } from './schedules.ts';

const start = (run: (time: string) => Promise<unknown>, everyMs = 5) => {
  const logged: unknown[] = [];
  const schedules = startSchedules(
    [{ name: 'Sweep', everyMs, run }],
    () => 0,
    (code, more) => logged.push({ code, ...more }),
  );
  return { schedules, logged };
};

test('a run gets the host’s time, and the next one follows', async () => {
  const times: string[] = [];
  const { schedules } = start(async (time) => times.push(time));
  await expect.poll(() => times.length).toBeGreaterThan(2);
  expect(times[0]).toBe('1970-01-01T00:00:00.000Z');
  await schedules.stop();
});

test('a run that fails is logged without its message, and the next one goes on', async () => {
  let runs = 0;
  const { schedules, logged } = start(async () => {
    runs += 1;
    throw new TypeError('account 6222020405001234567');
  });
  await expect.poll(() => runs).toBeGreaterThan(2);
  await schedules.stop();
  expect(logged[0]).toEqual({ code: 'SCHEDULE_FAILED', schedule: 'Sweep', errorName: 'TypeError' });
});

test('a long run is never joined by a second', async () => {
  let now = 0;
  let most = 0;
  const { schedules } = start(async () => {
    most = Math.max(most, ++now);
    await sleep(15);
    now -= 1;
  });
  await Promise.all([schedules.runAll(), schedules.runAll(), schedules.runAll()]);
  expect(most).toBe(1);
  await schedules.stop();
});

test('after a stop nothing runs, and the run under way was waited for', async () => {
  let ended = 0;
  const { schedules } = start(async () => {
    await sleep(10);
    ended += 1;
  });
  const asked = schedules.runAll();
  await schedules.stop();
  await asked;
  const before = ended;
  expect(before).toBeGreaterThan(0);
  await sleep(30);
  expect(ended).toBe(before);
});
