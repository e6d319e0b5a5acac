import { StateFailure } from '../errors.ts';
import type { Program, State } from '../definition/program.ts';
import { Doc } from '../json.ts';
import type { Details, HistoryEvent } from '../journal/events.ts';
import type { Ending, ExecutionRecord } from '../journal/executions.ts';
import { isRunnable, type Frame, type Phase } from '../journal/frames.ts';

/** An invocation to start once the step that asks for it is safe. */
export type Call = {
  readonly frameId: number;
  readonly attempt: number;
  readonly stateName: string;
  readonly functionName: string;
  readonly payload: unknown;
};

/** As on AWS: the last event a history can hold is the failure that says so. */
export const historyLimit = 25_000;

export class HistoryFull extends Error {}

const noVariables = Doc.fromText('{}');

type NewFrame = {
  parent?: number;
  list: string;
  index: number;
  input: Doc;
  lastEvent: number;
  isItem?: boolean;
};

/** An execution in memory, for as long as it is doing something. */
export class Run {
  readonly record: ExecutionRecord;
  readonly roleArn: string;
  readonly program: Program;
  readonly input: Doc;
  readonly frames = new Map<number, Frame>();
  readonly removed = new Set<number>();
  events: HistoryEvent[] = [];
  calls: Call[] = [];
  ending: Ending | undefined;
  lastEvent: number;
  /** Frames that can go on by themselves. */
  readonly #ready: Frame[] = [];
  #nextFrame = 0;
  readonly #now: () => number;

  constructor(
    record: ExecutionRecord,
    roleArn: string,
    program: Program,
    saved: { frames: readonly Frame[]; lastEvent: number },
    now: () => number,
  ) {
    this.record = record;
    this.roleArn = roleArn;
    this.program = program;
    this.input = Doc.fromText(record.input);
    this.lastEvent = saved.lastEvent;
    this.#now = now;
    for (const frame of saved.frames) {
      this.frames.set(frame.id, frame);
      this.#nextFrame = Math.max(this.#nextFrame, frame.id + 1);
      if (isRunnable(frame.phase)) this.#ready.push(frame);
    }
  }

  now(): number {
    return this.#now();
  }

  /** When the machine's own TimeoutSeconds runs out. */
  get deadline(): number | undefined {
    const { timeoutSeconds } = this.program;
    return timeoutSeconds === undefined ? undefined : this.record.startedMs + timeoutSeconds * 1000;
  }

  /** Appends to the history; answers the event's id. */
  note(previous: number, type: string, details?: Details): number {
    if (this.lastEvent >= historyLimit - 1 && !type.startsWith('Execution')) throw new HistoryFull();
    this.lastEvent += 1;
    this.events.push({ id: this.lastEvent, previous, atMs: this.now(), type, details });
    return this.lastEvent;
  }

  /** Appends to the history as the next event of a frame's own line. */
  noteOn(frame: Frame, type: string, details?: Details): number {
    frame.lastEvent = this.note(frame.lastEvent, type, details);
    this.touch(frame);
    return frame.lastEvent;
  }

  to(frame: Frame, phase: Phase): void {
    frame.phase = phase;
    this.touch(frame);
    if (isRunnable(phase)) this.#ready.push(frame);
  }

  nextReady(): Frame | undefined {
    for (let frame = this.#ready.shift(); frame; frame = this.#ready.shift())
      if (isRunnable(frame.phase) && this.frames.has(frame.id)) return frame;
    return undefined;
  }

  /** Whether a frame is still part of a running execution. */
  isGoing(frame: Frame): boolean {
    return this.ending === undefined && this.frames.get(frame.id) === frame;
  }

  touch(frame: Frame, part: 'control' | 'all' = 'control'): void {
    if (frame.dirty !== 'all') frame.dirty = part;
  }

  addFrame({ parent, list, index, input, lastEvent, isItem }: NewFrame): Frame {
    const frame: Frame = {
      id: this.#nextFrame,
      ...(parent === undefined ? {} : { parent }),
      list,
      index,
      state: this.listAt(list).startAt,
      phase: 'enter',
      enteredId: 0,
      enteredMs: 0,
      beforeEntered: 0,
      lastEvent,
      retries: [],
      attempt: 0,
      ...(isItem === undefined ? {} : { isItem }),
      input,
      variables: noVariables,
      items: undefined,
      output: undefined,
      dirty: 'all',
    };
    this.#nextFrame += 1;
    this.frames.set(frame.id, frame);
    this.#ready.push(frame);
    return frame;
  }

  removeFrame(frame: Frame): void {
    this.frames.delete(frame.id);
    this.removed.add(frame.id);
  }

  listAt(path: string) {
    const list = this.program.lists.get(path);
    if (!list) throw new Error(`The definition has no states at ${path}`);
    return list;
  }

  stateOf(frame: Frame): State {
    const state = this.listAt(frame.list).states.get(frame.state);
    if (!state) throw new StateFailure('States.Runtime', `There is no state ${frame.state}`);
    return state;
  }

  parentOf(frame: Frame): Frame | undefined {
    return frame.parent === undefined ? undefined : this.frames.get(frame.parent);
  }

  childrenOf(frame: Frame): Frame[] {
    const found: Frame[] = [];
    for (const other of this.frames.values()) if (other.parent === frame.id) found.push(other);
    return found.sort((a, b) => a.index - b.index);
  }

  /** Whether an invocation's answer is still wanted. */
  wants({ frameId, attempt }: Pick<Call, 'frameId' | 'attempt'>): boolean {
    const frame = this.frames.get(frameId);
    return frame?.phase === 'invoke' && frame.attempt === attempt;
  }

  /** Ends the execution because the engine or a limit says so. */
  fail(cause: string): void {
    if (this.ending) return;
    const reason = { error: 'States.Runtime', cause };
    this.end({ status: 'FAILED', ...reason }, this.lastEvent, reason);
  }

  /** Ends the execution: the last event, and nothing of it goes on. */
  end(ending: Ending, previous: number, details: Details): void {
    const types = {
      SUCCEEDED: 'ExecutionSucceeded',
      FAILED: 'ExecutionFailed',
      TIMED_OUT: 'ExecutionTimedOut',
      ABORTED: 'ExecutionAborted',
    } as const;
    this.note(previous, types[ending.status], details);
    this.ending = ending;
    this.calls = [];
    this.frames.clear();
  }
}
