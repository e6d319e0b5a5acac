import { messageOf } from './errors.ts';
import { createExpressions } from './expressions/expression.ts';
import { createInvoker } from './invoker.ts';
import { Doc } from './json.ts';
import type { ExecutionRecord, NewExecution } from './journal/executions.ts';
import type { Frame } from './journal/frames.ts';
import type { Journal } from './journal/journal.ts';
import type { EngineOptions, InvokeResult } from './options.ts';
import { createPrograms } from './programs.ts';
import { giveUp } from './run/give-up.ts';
import { resumeRun } from './run/resume.ts';
import { HistoryFull, historyLimit, Run, type Call } from './run/run.ts';
import { saveRun } from './run/save.ts';
import { attempt, runAll } from './run/turn.ts';
import { onAnswer } from './states/task.ts';

/** Something that happens to an execution. */
export type Signal = (run: Run) => Promise<void> | void;

/** The execution is over, or there never was one. */
export class Gone extends Error {}

/** For those to whom it makes no difference that an execution is over. */
export const ignoreGone = (error: unknown): void => {
  if (!(error instanceof Gone)) throw error;
};

/** Thrown by a signal that changed nothing and must not: the sender is told the reason. */
export class Refusal extends Error {
  readonly reason: Error;
  constructor(reason: Error) {
    super(reason.message);
    this.reason = reason;
  }
}

type Post = { signal: Signal; done: () => void; refused: (error: unknown) => void };
type Live = { run: Run; mailbox: Post[]; isActive: boolean };

const justStarted = {
  status: 'RUNNING',
  output: undefined,
  error: undefined,
  cause: undefined,
  stoppedMs: undefined,
} as const;

/** The answer of an invocation; one that nobody waits for any more changes nothing. */
const answerSignal =
  (call: Call, answer: InvokeResult): Signal =>
  async (run) => {
    const frame = run.wants(call) ? run.frames.get(call.frameId) : undefined;
    if (!frame) return;
    await attempt(run, frame, (state) =>
      state.type === 'Task' ? onAnswer(run, frame, state, answer) : undefined,
    );
  };

/**
 * Runs executions: one signal after the other for each, all of them side by side. A turn ends when every line of
 * control waits; then what changed is written in the transaction of this turn of the event loop, and only when that is
 * safe are invocations started and senders answered. An execution stays in memory only while it is doing something.
 */
export const createExecutor = (journal: Journal, options: EngineOptions, noteDue: (due: number) => void) => {
  const { clock, onFault } = options;
  const programOf = createPrograms(journal.machines, createExpressions(clock));
  const live = new Map<number, Live>();
  const idleWaiters: (() => void)[] = [];
  let active = 0;

  const checkIdle = () => {
    if (active > 0 || invoker.inFlight() > 0 || !journal.isClean()) return;
    for (const resolve of idleWaiters.splice(0)) resolve();
  };
  const invoker = createInvoker(options, checkIdle);

  const bring = (record: ExecutionRecord, saved: { frames: readonly Frame[]; lastEvent: number }): Live => {
    const { program, roleArn } = programOf(record.definitionId);
    const run = new Run(record, roleArn, program, saved, () => clock.now());
    const entry = { run, mailbox: [], isActive: false };
    live.set(record.id, entry);
    return entry;
  };

  const load = (executionId: number): Live | undefined => {
    const record = journal.executions.byId(executionId);
    if (record?.status !== 'RUNNING') return undefined;
    try {
      const frames = journal.frames.load(executionId);
      return bring(record, { frames, lastEvent: journal.events.count(executionId) });
    } catch (error) {
      onFault?.(error);
      giveUp(journal, record, messageOf(error), clock.now());
      return undefined;
    }
  };

  const startCall = (run: Run, call: Call) => {
    const { id, arn } = run.record;
    if (run.wants(call)) invoker.start(id, arn, call, (answer) => void post(id, answerSignal(call, answer)));
  };

  const save = (run: Run): void => {
    const calls = saveRun(journal, run, noteDue);
    if (calls.length === 0) return;
    journal.afterCommit(() => {
      for (const call of calls) startCall(run, call);
    });
  };

  /** A fault of the engine ends the execution it happened in, and no other. */
  const stumble = (run: Run, error: unknown) => {
    if (error instanceof HistoryFull) {
      run.fail(`The execution reached the maximum number of history events (${historyLimit}).`);
      return;
    }
    onFault?.(error);
    run.fail(`The engine failed: ${messageOf(error)}`);
  };

  const handle = async (run: Run, { signal, done, refused }: Post): Promise<void> => {
    if (run.ending) {
      refused(new Gone());
      return;
    }
    try {
      await signal(run);
      await runAll(run, () => save(run));
    } catch (error) {
      if (error instanceof Refusal) {
        refused(error.reason);
        return;
      }
      stumble(run, error);
    }
    save(run);
    invoker.keepOnly(run.record.id, (call) => run.wants(call));
    journal.afterCommit(done);
  };

  const drain = async (entry: Live): Promise<void> => {
    const { run, mailbox } = entry;
    entry.isActive = true;
    active += 1;
    for (let next = mailbox.shift(); next; next = mailbox.shift()) await handle(run, next);
    entry.isActive = false;
    active -= 1;
    journal.afterCommit(() => {
      if (!entry.isActive && !invoker.isBusy(run.record.id)) live.delete(run.record.id);
      checkIdle();
    });
  };

  /** Resolves when what the signal led to is safe; rejects with Gone when the execution is over or unknown. */
  const post = (executionId: number, signal: Signal): Promise<void> =>
    new Promise((done, refused) => {
      const entry = live.get(executionId) ?? load(executionId);
      if (!entry) {
        refused(new Gone());
        return;
      }
      entry.mailbox.push({ signal, done, refused });
      if (!entry.isActive) void drain(entry);
    });

  return {
    post,
    /** Starts an execution; resolves when that is safe. */
    begin: (execution: NewExecution): Promise<void> => {
      programOf(execution.definitionId);
      const id = journal.executions.insert(execution);
      const { run } = bring({ ...execution, id, ...justStarted }, { frames: [], lastEvent: 0 });
      run.note(0, 'ExecutionStarted', { input: execution.input, roleArn: run.roleArn });
      run.addFrame({ list: '', index: 0, input: Doc.of(run.input.value), lastEvent: 0 });
      save(run);
      return post(id, () => {});
    },
    /** Lets an execution go on that was interrupted when the last engine stopped. */
    resume: (executionId: number): Promise<void> =>
      post(executionId, (run) => resumeRun(run, journal.events)),
    idle: () =>
      new Promise<void>((resolve) => {
        idleWaiters.push(resolve);
        setImmediate(checkIdle);
      }),
    /** Waits for the turns under way and forgets the invocations under way: they are made again after the next start. */
    stop: async () => {
      invoker.stop();
      while (active > 0) await new Promise((resolve) => setImmediate(resolve));
    },
  };
};
export type Executor = ReturnType<typeof createExecutor>;
