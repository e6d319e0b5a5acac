import type { Scope } from '../expressions/expression.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Frame } from '../journal/frames.ts';
import type { Run } from './run.ts';

/** What $states holds besides input and context, depending on where the expression stands. */
export type Extra = { readonly result?: unknown; readonly errorOutput?: unknown; readonly mapItem?: MapItem };
type MapItem = { readonly Index: number; readonly Value: unknown };

const isoOf = (ms: number): string => new Date(ms).toISOString();

const machineNameOf = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

/** The item of the nearest Map around a frame. */
const itemOf = (run: Run, frame: Frame): MapItem | undefined => {
  for (let at: Frame | undefined = frame; at; at = run.parentOf(at)) {
    if (at.isItem !== true) continue;
    const items = run.parentOf(at)?.items?.value;
    if (Array.isArray(items)) return { Index: at.index, Value: items[at.index] };
  }
  return undefined;
};

const retries = new Set(['Task', 'Map', 'Parallel']);

/** The context object. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
const contextOf = (run: Run, frame: Frame, ownItem?: MapItem): JsonObject => {
  const { record } = run;
  const item = ownItem ?? itemOf(run, frame);
  const retryCount = frame.retries.reduce((sum, count) => sum + count, 0);
  return {
    Execution: {
      Id: record.arn,
      Input: run.input.value,
      Name: record.name,
      RoleArn: run.roleArn,
      StartTime: isoOf(record.startedMs),
      RedriveCount: 0,
    },
    StateMachine: { Id: record.machineArn, Name: machineNameOf(record.machineArn) },
    State: {
      Name: frame.state,
      EnteredTime: isoOf(frame.enteredMs),
      ...(retries.has(run.stateOf(frame).type) ? { RetryCount: retryCount } : {}),
    },
    ...(frame.token === undefined ? {} : { Task: { Token: frame.token } }),
    ...(item === undefined ? {} : { Map: { Item: item } }),
  };
};

/** Variables of outer scopes can be read inside; inner ones hide outer ones of the same name. */
const variablesOf = (run: Run, frame: Frame): JsonObject => {
  const own = frame.variables.value;
  const parent = run.parentOf(frame);
  const outer = parent ? variablesOf(run, parent) : {};
  return isObject(own) ? { ...outer, ...own } : outer;
};

/** What the expressions of a frame's state see. The context is made only when it is read. */
export const scopeOf = (run: Run, frame: Frame, extra: Extra = {}): Scope => {
  const { mapItem, ...seen } = extra;
  let context: JsonObject | undefined;
  const states = {
    input: frame.input.value,
    ...seen,
    get context() {
      context ??= contextOf(run, frame, mapItem);
      return context;
    },
  };
  return { ...variablesOf(run, frame), states };
};
