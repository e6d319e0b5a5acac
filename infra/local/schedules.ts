import { codeOf } from './host-error.ts';
import type { HostLog } from './host-log.ts';

export type Schedule = {
  readonly name: string;
  readonly everyMs: number;
  /** `time` is the host's clock, as an instant. */
  readonly run: (time: string) => Promise<unknown>;
};

export type Schedules = {
  /** Runs each once, now: after the clock was moved nobody should wait for the next turn. */
  readonly runAll: () => Promise<void>;
  /** Waits for the runs under way. */
  readonly stop: () => Promise<void>;
};

/**
 * Runs each schedule again and again, never twice at once; a failed run is logged and the next one goes on.
 * The turns are real time and carry the host's time: moving the clock by a week is one more run, not a hundred thousand.
 */
export const startSchedules = (list: readonly Schedule[], now: () => number, log: HostLog): Schedules => {
  let stopped = false;
  const drivers = list.map(({ name, everyMs, run }) => {
    let last = Promise.resolve();
    let timer: NodeJS.Timeout | undefined;
    const attempt = async () => {
      try {
        await run(new Date(now()).toISOString());
      } catch (error) {
        log('SCHEDULE_FAILED', { schedule: name, errorName: codeOf(error) });
      }
    };
    const runOnce = () => (last = last.then(attempt));
    const arm = () => {
      if (!stopped) timer = setTimeout(() => void runOnce().then(arm), everyMs).unref();
    };
    arm();
    return { runOnce, end: () => (clearTimeout(timer), last) };
  });
  return {
    runAll: async () => {
      await Promise.all(drivers.map(({ runOnce }) => runOnce()));
    },
    stop: async () => {
      stopped = true;
      await Promise.all(drivers.map(({ end }) => end()));
    },
  };
};
