import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { eventsPerExecution, type GroupCommit } from './database.ts';
import { numberOf, textOf } from './row.ts';

export type Details = Readonly<Record<string, unknown>>;

/** One event of a history. Texts such as input and output stand in `details` as JSON text. */
export type HistoryEvent = {
  readonly id: number;
  readonly previous: number;
  readonly atMs: number;
  readonly type: string;
  readonly details: Details | undefined;
};

const bodySchema = z.object({
  texts: z.array(z.string()),
  events: z.array(
    z.tuple([z.number(), z.number(), z.number(), z.string(), z.record(z.string(), z.unknown()).nullable()]),
  ),
});

/** The same document often leaves one state and enters the next: long texts are written once per batch. */
const shared = new Set(['input', 'output', 'parameters']);

const pack = (events: readonly HistoryEvent[]): string => {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const numberOfText = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const packed = events.map(({ id, previous, atMs, type, details }) => {
    if (!details) return [id, previous, atMs, type, null];
    const copy: Record<string, unknown> = { ...details };
    for (const key of shared) {
      const text = copy[key];
      if (typeof text === 'string') copy[key] = numberOfText(text);
    }
    return [id, previous, atMs, type, copy];
  });
  return JSON.stringify({ texts, events: packed });
};

const unpack = (body: string): HistoryEvent[] => {
  const { texts, events } = bodySchema.parse(JSON.parse(body));
  return events.map(([id, previous, atMs, type, packed]) => {
    if (!packed) return { id, previous, atMs, type, details: undefined };
    for (const key of shared) if (typeof packed[key] === 'number') packed[key] = texts[packed[key]];
    return { id, previous, atMs, type, details: packed };
  });
};

export const createEventStore = (db: DatabaseSync, commit: GroupCommit) => {
  const statements = {
    insert: db.prepare('INSERT INTO events (id, last, body) VALUES (?, ?, ?)'),
    last: db.prepare('SELECT last FROM events WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT 1'),
    remove: db.prepare('DELETE FROM events WHERE id >= ? AND id < ?'),
    upTo: db.prepare('SELECT id, last, body FROM events WHERE id >= ? AND id <= ? AND last >= ? ORDER BY id'),
  };
  const first = (executionId: number) => executionId * eventsPerExecution;
  const range = (executionId: number, from: number, to: number): HistoryEvent[] =>
    statements.upTo
      .all(first(executionId), first(executionId) + to, from)
      .flatMap((row) => unpack(textOf(row, 'body')))
      .filter(({ id }) => id >= from && id <= to);
  return {
    append: (executionId: number, events: readonly HistoryEvent[]) => {
      const [head] = events;
      const tail = events.at(-1);
      if (!head || !tail) return;
      commit.touch();
      statements.insert.run(first(executionId) + head.id, tail.id, pack(events));
    },
    /** The number of events so far, which is also the id of the last. */
    count: (executionId: number): number => {
      const row = statements.last.get(first(executionId), first(executionId + 1));
      return row ? numberOf(row, 'last') : 0;
    },
    removeAll: (executionId: number) => {
      commit.touch();
      statements.remove.run(first(executionId), first(executionId + 1));
    },
    /** Events by id, both ends included, in order. */
    range,
  };
};
export type EventStore = ReturnType<typeof createEventStore>;
