import type { Results, State } from '../definition/program.ts';
import { StateFailure } from '../errors.ts';
import type { Scope } from '../expressions/expression.ts';
import { Doc, isObject, isOverLimit } from '../json.ts';
import type { Frame } from '../journal/frames.ts';
import type { Run } from './run.ts';
import { finishFrame } from './finish.ts';

/** Into a state and out of it. */

export const enterState = (run: Run, frame: Frame, state: State): void => {
  frame.beforeEntered = frame.lastEvent;
  frame.enteredMs = run.now();
  frame.enteredId = run.noteOn(frame, `${state.type}StateEntered`, {
    name: state.name,
    input: frame.input.text,
  });
  frame.retries = [];
  run.to(frame, 'body');
};

/** What a state hands on: its output, and the variables it set. */
export type Outcome = { output: Doc; assigned: Record<string, unknown> | undefined };

/** Evaluates Assign and Output; both see the variables as they were before. `fallback` is the output without Output. */
export const evaluateResults = async (
  { assign, output }: Results,
  scope: Scope,
  fallback: Doc,
  prefix = '',
): Promise<Outcome> => {
  const assigned = await assign?.evaluate(scope, `${prefix}Assign`);
  return {
    assigned: isObject(assigned) ? assigned : undefined,
    output: output === undefined ? fallback : Doc.of(await output.evaluate(scope, `${prefix}Output`)),
  };
};

export const tooLarge = (what: string): StateFailure =>
  new StateFailure(
    'States.DataLimitExceeded',
    `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );

type Assigned = Record<string, unknown> | undefined;

/** Variables are set together; each may be as large as an output. */
const assignVariables = (run: Run, frame: Frame, assigned: Assigned): void => {
  if (!assigned) return;
  const { value } = frame.variables;
  frame.variables = Doc.of({ ...(isObject(value) ? value : {}), ...assigned });
  run.touch(frame, 'all');
};

const assignedDetails = (frame: Frame, assigned: Assigned) => {
  const texts = Object.entries(assigned ?? {}).map(([name, value]) => [name, JSON.stringify(value)] as const);
  if (texts.length === 0) return {};
  if (texts.some(([, text]) => isOverLimit(text))) throw tooLarge(frame.state);
  return { assignedVariables: Object.fromEntries(texts), assignedVariablesDetails: { truncated: false } };
};

const clearState = (frame: Frame): void => {
  delete frame.due;
  delete frame.timeoutAt;
  delete frame.heartbeatAt;
  delete frame.heartbeatMs;
  delete frame.token;
  delete frame.children;
  frame.items = undefined;
};

/** Leaves the state for `next`, or ends the frame. */
export const exitState = (
  run: Run,
  frame: Frame,
  next: string | undefined,
  { output, assigned }: Outcome,
): void => {
  const state = run.stateOf(frame);
  if (isOverLimit(output.text)) throw tooLarge(state.name);
  const variables = assignedDetails(frame, assigned);
  run.noteOn(frame, `${state.type}StateExited`, { name: state.name, output: output.text, ...variables });
  assignVariables(run, frame, assigned);
  clearState(frame);
  if (next === undefined) {
    finishFrame(run, frame, output);
    return;
  }
  frame.state = next;
  frame.input = output;
  run.touch(frame, 'all');
  run.to(frame, 'enter');
};
