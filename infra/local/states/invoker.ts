import { messageOf } from './errors.ts';
import type { EngineOptions, InvokeResult } from './options.ts';
import type { Call } from './run/run.ts';

type Entry = { readonly call: Call; readonly abort: AbortController };

const defaultConcurrency = 512;

/** Invocations under way, by execution. An abandoned one may still run; nobody waits for its answer. */
export const createInvoker = (
  { invoke, concurrentInvocations = defaultConcurrency }: EngineOptions,
  onQuiet: () => void,
) => {
  const entries = new Map<number, Set<Entry>>();
  const queue: (() => void)[] = [];
  let running = 0;
  let waitedFor = 0;
  let isStopped = false;

  const drop = (executionId: number, entry: Entry): boolean => {
    const own = entries.get(executionId);
    if (own?.delete(entry) !== true) return false;
    if (own.size === 0) entries.delete(executionId);
    waitedFor -= 1;
    return true;
  };
  const release = () => {
    running -= 1;
    queue.shift()?.();
  };
  const send = async (executionArn: string, { call, abort }: Entry): Promise<InvokeResult> => {
    try {
      const context = { executionArn, stateName: call.stateName, signal: abort.signal };
      return await invoke(call.functionName, call.payload, context);
    } catch (error) {
      return { outcome: 'serviceError', name: 'SdkClientException', message: messageOf(error) };
    }
  };
  const run = async (
    executionId: number,
    arn: string,
    entry: Entry,
    onAnswer: (answer: InvokeResult) => void,
  ) => {
    running += 1;
    const answer = entry.abort.signal.aborted ? undefined : await send(arn, entry);
    release();
    if (isStopped || !drop(executionId, entry) || !answer) return;
    onAnswer(answer);
  };
  const abandonIf = (executionId: number, isOver: (call: Call) => boolean) => {
    for (const entry of entries.get(executionId) ?? []) {
      if (!isOver(entry.call)) continue;
      drop(executionId, entry);
      entry.abort.abort();
    }
    if (waitedFor === 0) onQuiet();
  };
  return {
    start: (executionId: number, arn: string, call: Call, onAnswer: (answer: InvokeResult) => void) => {
      if (isStopped) return;
      const entry = { call, abort: new AbortController() };
      const own = entries.get(executionId) ?? new Set();
      entries.set(executionId, own.add(entry));
      waitedFor += 1;
      const begin = () => void run(executionId, arn, entry, onAnswer);
      if (running < concurrentInvocations) begin();
      else queue.push(begin);
    },
    /** Abandons what an execution no longer waits for. */
    keepOnly: (executionId: number, isWanted: (call: Call) => boolean) => {
      if (entries.has(executionId)) abandonIf(executionId, (call) => !isWanted(call));
    },
    isBusy: (executionId: number) => entries.has(executionId),
    inFlight: () => waitedFor,
    stop: () => {
      isStopped = true;
      for (const own of entries.values()) for (const { abort } of own) abort.abort();
      entries.clear();
      waitedFor = 0;
    },
  };
};
