import { SingleBar } from 'cli-progress';

export type Progress = {
  readonly begin: (title: string, total: number) => void;
  readonly set: (done: number) => void;
  readonly step: () => void;
  readonly end: (note?: string) => void;
};

/** A bar on a terminal; elsewhere one plain line when a stage ends. Both go to stderr: stdout is for answers. */
export const createProgress = (silent = false): Progress => {
  const bar =
    !silent && process.stderr.isTTY
      ? new SingleBar({ format: '{title} {bar} {value}/{total}', stream: process.stderr, hideCursor: true })
      : undefined;
  let current = '';
  let done = 0;
  let startedAt = 0;
  const set = (value: number) => {
    done = value;
    bar?.update(value);
  };
  return {
    begin: (title, total) => {
      current = title;
      done = 0;
      startedAt = performance.now();
      bar?.start(total, 0, { title });
    },
    set,
    step: () => set(done + 1),
    end: (note) => {
      bar?.stop();
      if (silent) return;
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      if (!bar)
        process.stderr.write(`${current}: ${done} (${seconds} s)${note === undefined ? '' : ` ${note}`}\n`);
      else if (note !== undefined) process.stderr.write(`  ${note}\n`);
    },
  };
};
