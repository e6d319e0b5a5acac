import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { offsetClock, virtualClock } from './clock.ts';

describe('the clock that stands still', () => {
  test('fires what falls due in order, each at its own time', async () => {
    const clock = virtualClock(1000);
    const seen: [string, number][] = [];
    clock.at(1300, () => seen.push(['late', clock.now()]));
    clock.at(1100, () => seen.push(['early', clock.now()]));
    clock.at(1201, () => seen.push(['after', clock.now()]));
    await clock.advance(200);
    expect(seen).toEqual([['early', 1100]]);
    expect(clock.now()).toBe(1200);
    await clock.advanceTo(2000);
    expect(seen.slice(1)).toEqual([['after', 1201], ['late', 1300]]); // prettier-ignore
  });

  test('waits for what a timer sets going, and fires the timers that it sets', async () => {
    const clock = virtualClock(0);
    const seen: number[] = [];
    const again = async (): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(clock.now());
      clock.at(clock.now() + 10, again);
    };
    clock.at(10, again);
    await clock.advance(35);
    expect(seen).toEqual([10, 20, 30]);
  });

  test('a cancelled timer never fires', async () => {
    const clock = virtualClock(0);
    const fn = vi.fn();
    clock.at(5, fn)();
    await clock.advance(10);
    expect(fn).not.toHaveBeenCalled();
  });
});

describe('the clock that runs and can be advanced', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 5000 }));
  afterEach(() => void vi.useRealTimers());

  test('runs with real time', () => {
    const clock = offsetClock();
    const fn = vi.fn();
    clock.at(6000, fn);
    vi.advanceTimersByTime(999);
    expect(fn).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(fn).toHaveBeenCalledExactlyOnceWith(false);
    expect(clock.now()).toBe(6000);
  });

  test('waits longer than setTimeout can', () => {
    const clock = offsetClock();
    const fn = vi.fn();
    const inSixtyDays = 5000 + 60 * 86_400_000;
    clock.at(inSixtyDays, fn);
    vi.setSystemTime(5000);
    vi.advanceTimersByTime(60 * 86_400_000 - 1);
    expect(fn).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(fn).toHaveBeenCalledTimes(1);
  });

  test('an advance fires what became due and later timers come earlier', async () => {
    const clock = offsetClock();
    const [due, later] = [vi.fn(), vi.fn()];
    clock.at(65_000, due);
    clock.at(70_000, later);
    await clock.advance(60_000);
    expect(due).toHaveBeenCalledExactlyOnceWith(true);
    expect(clock.now()).toBe(65_000);
    vi.advanceTimersByTime(5000);
    expect(later).toHaveBeenCalledTimes(1);
  });
});
