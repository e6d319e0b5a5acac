import { maskNumbers } from './mask.ts';

/** What the host itself has to say: one JSON line each, identifiers only. */
const hostEvents = {
  ENGINE_FAULT: 'The workflow engine failed one execution for a reason of its own.',
  DATABASE_RESTARTED: 'The database server died and was started again.',
  FUNCTION_FAILED: 'A function failed.',
  FUNCTION_OUTLIVED_ITS_TIME: 'A function was given up on after its time limit.',
  HANDLER_CRASHED: 'An HTTP operation failed for a reason of our own.',
  HANDLER_TIMED_OUT: 'An HTTP operation took longer than 30 seconds.',
  SCHEDULE_FAILED: 'A scheduled run failed; the next one goes on.',
} as const;

type HostEvent = keyof typeof hostEvents;
export type HostLog = (event: HostEvent, identifiers?: Readonly<Record<string, string | number>>) => void;

/** Writes to `write`, a line at a time. */
export const createHostLog =
  (write: (line: string) => void): HostLog =>
  (code, identifiers = {}) =>
    write(`${maskNumbers(JSON.stringify({ code, message: hostEvents[code], ...identifiers }))}\n`);
