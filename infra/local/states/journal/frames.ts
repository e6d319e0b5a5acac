import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { Doc } from '../json.ts';
import { framesPerExecution, type GroupCommit } from './database.ts';
import { numberOf, optionalText, textOf, type Row } from './row.ts';

/** How far a frame is with its state. The first four run on by themselves; the others wait for something. */
const phases = [
  'enter',
  'body',
  'waited',
  'joined',
  'invoke',
  'token',
  'wait',
  'retry',
  'children',
  'done',
] as const;
export type Phase = (typeof phases)[number];

const controlSchema = z.object({
  /** 0 is the machine itself. */
  id: z.number(),
  parent: z.number().optional(),
  /** The path of the list of states it runs through. */
  list: z.string(),
  /** Which branch, or which item. */
  index: z.number(),
  state: z.string(),
  phase: z.enum(phases),
  /** The event that entered the state, when, and the last events of this line before and since. */
  enteredId: z.number(),
  enteredMs: z.number(),
  beforeEntered: z.number(),
  lastEvent: z.number(),
  /** Attempts used per retrier of the state. */
  retries: z.array(z.number()),
  /** Numbers the invocations, so that a late answer is known as late. */
  attempt: z.number(),
  token: z.string().optional(),
  due: z.number().optional(),
  timeoutAt: z.number().optional(),
  heartbeatAt: z.number().optional(),
  heartbeatMs: z.number().optional(),
  children: z
    .object({ total: z.number(), started: z.number(), done: z.number(), limit: z.number() })
    .optional(),
  /** Set on the frames of a Map's items. */
  isItem: z.boolean().optional(),
});

type Control = z.infer<typeof controlSchema>;

export type Frame = Control & {
  input: Doc;
  variables: Doc;
  /** The items of a Map while it runs. */
  items: Doc | undefined;
  output: Doc | undefined;
  /** What must be written: nothing, the control fields only, or the whole row. */
  dirty: 'no' | 'control' | 'all';
};

export type DueFrame = { executionId: number; due: number };

/** Written out field by field: it is the most frequent write, and a fixed shape is the fastest. */
const controlOf = (frame: Frame): string =>
  JSON.stringify({
    id: frame.id,
    parent: frame.parent,
    list: frame.list,
    index: frame.index,
    state: frame.state,
    phase: frame.phase,
    enteredId: frame.enteredId,
    enteredMs: frame.enteredMs,
    beforeEntered: frame.beforeEntered,
    lastEvent: frame.lastEvent,
    retries: frame.retries,
    attempt: frame.attempt,
    token: frame.token,
    due: frame.due,
    timeoutAt: frame.timeoutAt,
    heartbeatAt: frame.heartbeatAt,
    heartbeatMs: frame.heartbeatMs,
    children: frame.children,
    isItem: frame.isItem,
  } satisfies Record<keyof Control, unknown>);

const optionalDoc = (row: Row, column: string): Doc | undefined => {
  const text = optionalText(row, column);
  return text === undefined ? undefined : Doc.fromText(text);
};

const frameOf = (row: Row): Frame => ({
  ...controlSchema.parse(JSON.parse(textOf(row, 'control'))),
  input: Doc.fromText(textOf(row, 'input')),
  variables: Doc.fromText(textOf(row, 'variables')),
  items: optionalDoc(row, 'items'),
  output: optionalDoc(row, 'output'),
  dirty: 'no',
});

export const createFrameStore = (db: DatabaseSync, commit: GroupCommit) => {
  const statements = {
    put: db.prepare(
      'INSERT OR REPLACE INTO frame (id, due, control, input, variables, items, output) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    control: db.prepare('UPDATE frame SET due = ?, control = ? WHERE id = ?'),
    remove: db.prepare('DELETE FROM frame WHERE id = ?'),
    removeAll: db.prepare('DELETE FROM frame WHERE id >= ? AND id < ?'),
    load: db.prepare('SELECT * FROM frame WHERE id >= ? AND id < ?'),
    one: db.prepare('SELECT * FROM frame WHERE id = ?'),
    due: db.prepare('SELECT id, due FROM frame WHERE due <= ? ORDER BY due LIMIT ?'),
    nextDue: db.prepare('SELECT min(due) AS due FROM frame WHERE due IS NOT NULL'),
    all: db.prepare('SELECT id, control FROM frame'),
  };
  const keyOf = (executionId: number, frameId: number) => executionId * framesPerExecution + frameId;
  const executionOf = (key: number) => Math.floor(key / framesPerExecution);
  return {
    /** `due` is when the frame must be looked at next. */
    write: (executionId: number, frame: Frame, due: number | undefined) => {
      commit.touch();
      const key = keyOf(executionId, frame.id);
      if (frame.dirty === 'control') statements.control.run(due ?? null, controlOf(frame), key);
      else
        statements.put.run(
          key,
          due ?? null,
          controlOf(frame),
          frame.input.text,
          frame.variables.text,
          frame.items?.text ?? null,
          frame.output?.text ?? null,
        );
      frame.dirty = 'no';
    },
    remove: (executionId: number, frameId: number) => {
      commit.touch();
      statements.remove.run(keyOf(executionId, frameId));
    },
    removeAll: (executionId: number) => {
      commit.touch();
      statements.removeAll.run(keyOf(executionId, 0), keyOf(executionId + 1, 0));
    },
    load: (executionId: number): Frame[] =>
      statements.load.all(keyOf(executionId, 0), keyOf(executionId + 1, 0)).map(frameOf),
    /** Those due until `now`, earliest first. */
    due: (now: number, limit: number): DueFrame[] =>
      statements.due
        .all(now, limit)
        .map((row) => ({ executionId: executionOf(numberOf(row, 'id')), due: numberOf(row, 'due') })),
    nextDue: (): number | undefined => {
      const due = statements.nextDue.get()?.['due'];
      return typeof due === 'number' ? due : undefined;
    },
    /** Executions that were doing something when the engine stopped. */
    interrupted: (): Set<number> => {
      const found = new Set<number>();
      for (const row of statements.all.iterate()) {
        const { phase } = controlSchema.parse(JSON.parse(textOf(row, 'control')));
        if (isActive(phase)) found.add(executionOf(numberOf(row, 'id')));
      }
      return found;
    },
  };
};
export type FrameStore = ReturnType<typeof createFrameStore>;

/** Runs on without anything happening from outside. */
export const isRunnable = (phase: Phase): boolean =>
  phase === 'enter' || phase === 'body' || phase === 'waited' || phase === 'joined';

const isActive = (phase: Phase): boolean => isRunnable(phase) || phase === 'invoke';
