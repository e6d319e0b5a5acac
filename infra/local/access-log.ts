import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

type Common = { readonly at: string; readonly ms: number };
/** What the function says of a call: which application it was about, and the code it ended with if that is not OK. */
type Known = { readonly applicationId?: string; readonly outcome?: string };
type Request = Common & {
  readonly requestId: string;
  readonly method: string;
  /** The route as it is written, never the path asked for: a path may carry what a log may not. */
  readonly route: string;
  readonly status: number;
};
type Task = Common & Known & { readonly task: string };

export type AccessLog = {
  readonly write: (line: Request | Task) => void;
  /** More about a request, for the line that is written once it is answered. */
  readonly describe: (requestId: string, known: Known) => void;
  readonly close: () => void;
};

/** Requests whose caller went away are written before they are described; they are not kept for good. */
const mostDescribed = 1_000;

const flushEveryMs = 250;
const flushAtLines = 500;

/** One JSON line per request and per task. At `maxBytes` the file becomes `.1` (and the former `.1` is dropped). */
export const openAccessLog = (path: string, maxBytes = 10 * 1024 * 1024): AccessLog => {
  let file = openSync(path, 'a', 0o600);
  let size = fstatSync(file).size;
  let waiting: string[] = [];
  const described = new Map<string, Known>();

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
    describe: (requestId, known) => {
      if (described.size >= mostDescribed) described.clear();
      described.set(requestId, known);
    },
    write: (line) => {
      const known = 'requestId' in line ? described.get(line.requestId) : undefined;
      waiting.push(`${JSON.stringify({ ...line, ...known })}\n`);
      if (known && 'requestId' in line) described.delete(line.requestId);
      if (waiting.length >= flushAtLines) flush();
    },
    close: () => {
      clearInterval(timer);
      flush();
      closeSync(file);
    },
  };
};
