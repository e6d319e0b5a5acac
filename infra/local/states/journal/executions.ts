import type { DatabaseSync } from 'node:sqlite';
import type { GroupCommit } from './database.ts';
import { numberOf, optionalNumber, optionalText, textOf, type Row } from './row.ts';

const executionStatuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
type ExecutionStatus = (typeof executionStatuses)[number];

export type ExecutionRecord = {
  readonly id: number;
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly definitionId: number;
  readonly status: ExecutionStatus;
  /** As it was sent. */
  readonly input: string;
  readonly output: string | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly startedMs: number;
  readonly stoppedMs: number | undefined;
};

export type Ending = {
  readonly status: Exclude<ExecutionStatus, 'RUNNING'>;
  readonly output?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
};

const isStatus = (value: string): value is ExecutionStatus =>
  executionStatuses.some((status) => status === value);

const statusOf = (row: Row): ExecutionStatus => {
  const status = textOf(row, 'status');
  if (!isStatus(status)) throw new Error(`The journal is damaged: ${status} is no status`);
  return status;
};

const recordOf = (row: Row): ExecutionRecord => ({
  id: numberOf(row, 'id'),
  arn: textOf(row, 'arn'),
  name: textOf(row, 'name'),
  machineArn: textOf(row, 'machine_arn'),
  definitionId: numberOf(row, 'definition_id'),
  status: statusOf(row),
  input: textOf(row, 'input'),
  output: optionalText(row, 'output'),
  error: optionalText(row, 'error'),
  cause: optionalText(row, 'cause'),
  startedMs: numberOf(row, 'started'),
  stoppedMs: optionalNumber(row, 'stopped'),
});

export type NewExecution = Pick<
  ExecutionRecord,
  'arn' | 'name' | 'machineArn' | 'definitionId' | 'input' | 'startedMs'
>;

export const createExecutionStore = (db: DatabaseSync, commit: GroupCommit) => {
  const page = (filter: string) =>
    db.prepare(
      `SELECT * FROM execution WHERE machine_arn = ? ${filter} ORDER BY started DESC, id DESC LIMIT ? OFFSET ?`,
    );
  const statements = {
    byId: db.prepare('SELECT * FROM execution WHERE id = ?'),
    byArn: db.prepare('SELECT * FROM execution WHERE arn = ?'),
    page: page(''),
    pageOfStatus: page('AND status = ?'),
    insert: db.prepare(
      "INSERT INTO execution (arn, name, machine_arn, definition_id, status, input, started) VALUES (?, ?, ?, ?, 'RUNNING', ?, ?)",
    ),
    end: db.prepare(
      'UPDATE execution SET status = ?, output = ?, error = ?, cause = ?, stopped = ? WHERE id = ?',
    ),
    runningOf: db.prepare("SELECT id FROM execution WHERE machine_arn = ? AND status = 'RUNNING'"),
    removeOf: db.prepare('DELETE FROM execution WHERE machine_arn = ? RETURNING id'),
  };
  return {
    byId: (id: number): ExecutionRecord | undefined => {
      const row = statements.byId.get(id);
      return row && recordOf(row);
    },
    byArn: (arn: string): ExecutionRecord | undefined => {
      const row = statements.byArn.get(arn);
      return row && recordOf(row);
    },
    /** Newest first. */
    page: (
      machineArn: string,
      status: string | undefined,
      limit: number,
      offset: number,
    ): ExecutionRecord[] =>
      (status === undefined
        ? statements.page.all(machineArn, limit, offset)
        : statements.pageOfStatus.all(machineArn, status, limit, offset)
      ).map(recordOf),
    insert: (execution: NewExecution): number => {
      commit.touch();
      const { arn, name, machineArn, definitionId, input, startedMs } = execution;
      return Number(
        statements.insert.run(arn, name, machineArn, definitionId, input, startedMs).lastInsertRowid,
      );
    },
    end: (id: number, { status, output, error, cause }: Ending, stoppedMs: number) => {
      commit.touch();
      statements.end.run(status, output ?? null, error ?? null, cause ?? null, stoppedMs, id);
    },
    /** Removes the executions of a machine; answers which. */
    removeOf: (machineArn: string): number[] => {
      commit.touch();
      return statements.removeOf.all(machineArn).map((row) => numberOf(row, 'id'));
    },
    runningOf: (machineArn: string): number[] =>
      statements.runningOf.all(machineArn).map((row) => numberOf(row, 'id')),
  };
};
