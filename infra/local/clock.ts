/** Time as the engine and the local server see it. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Calls back once, at or after the instant; returns a cancel. `isAdvance` says that the clock was moved by hand: then
   * the promise that the callback returns is waited for before time goes on.
   */
  at(epochMs: number, fn: (isAdvance: boolean) => unknown): () => void;
};

/** A clock that tests and the practice desk can move forward. */
export type MovableClock = Clock & {
  /** Moves forward, firing what falls due in order and letting each finish before the next. Never goes back. */
  advanceTo(epochMs: number): Promise<void>;
  advance(ms: number): Promise<void>;
};

type Timer = { due: number; fn: (isAdvance: boolean) => unknown };

/** setTimeout counts in 31 bits; a longer wait is slept in parts. */
const longestSleepMs = 2 ** 31 - 1;

export const systemClock = (): Clock => offsetClock();

const takeEarliest = (timers: Set<Timer>, until: number): Timer | undefined => {
  let first: Timer | undefined;
  for (const timer of timers) if (timer.due <= until && (!first || timer.due < first.due)) first = timer;
  if (first) timers.delete(first);
  return first;
};

/** Timers over a time that may be moved by hand; `realNow` says how it runs by itself, if it does. */
const movable = (realNow: (() => number) | undefined, start: number): MovableClock => {
  const timers = new Set<Timer>();
  let moved = start;
  let advancing = false;
  let sleep: NodeJS.Timeout | undefined;
  const now = () => moved + (realNow?.() ?? 0);

  const fireDue = () => {
    for (let timer = takeEarliest(timers, now()); timer; timer = takeEarliest(timers, now())) timer.fn(false);
    arm();
  };
  const arm = () => {
    if (!realNow || advancing) return;
    clearTimeout(sleep);
    let next = Infinity;
    for (const timer of timers) next = Math.min(next, timer.due);
    if (next === Infinity) return;
    sleep = setTimeout(fireDue, Math.min(Math.max(next - now(), 0), longestSleepMs));
    sleep.unref();
  };
  const advanceTo = async (target: number) => {
    advancing = true;
    try {
      for (let timer = takeEarliest(timers, target); timer; timer = takeEarliest(timers, target)) {
        moved += Math.max(timer.due - now(), 0);
        await timer.fn(true);
      }
      moved += Math.max(target - now(), 0);
    } finally {
      advancing = false;
      arm();
    }
  };
  return {
    now,
    at: (due, fn) => {
      const timer = { due, fn };
      timers.add(timer);
      arm();
      return () => {
        timers.delete(timer);
      };
    },
    advanceTo,
    advance: (ms) => advanceTo(now() + ms),
  };
};

/** Real time plus an offset that can be advanced: what fell due in between fires at once. */
export const offsetClock = (): MovableClock => movable(Date.now, 0);

/** Stands still until it is moved by hand. */
export const virtualClock = (startEpochMs: number): MovableClock => movable(undefined, startEpochMs);
