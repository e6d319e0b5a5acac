import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

type Line = {
  readonly at: string;
  readonly method: string;
  /** The route as it is written, never the path asked for: a path may carry what a log may not. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly requestId: string;
};

export type AccessLog = { readonly write: (line: Line) => void; readonly close: () => void };

const flushEveryMs = 250;
const flushAtLines = 500;

/** One JSON line per request. At `maxBytes` the file becomes `.1` (and the former `.1` is dropped). */
export const openAccessLog = (path: string, maxBytes = 10 * 1024 * 1024): AccessLog => {
  let file = openSync(path, 'a', 0o600);
  let size = fstatSync(file).size;
  let waiting: string[] = [];

  const flush = () => {
    if (waiting.length === 0) return;
    const text = waiting.join('');
    waiting = [];
    size += writeSync(file, text);
    if (size < maxBytes) return;
    closeSync(file);
    renameSync(path, `${path}.1`);
    file = openSync(path, 'a', 0o600);
    size = 0;
  };
  const timer = setInterval(flush, flushEveryMs);
  timer.unref();

  return {
    write: (line) => {
      waiting.push(`${JSON.stringify(line)}\n`);
      if (waiting.length >= flushAtLines) flush();
    },
    close: () => {
      clearInterval(timer);
      flush();
      closeSync(file);
    },
  };
};
