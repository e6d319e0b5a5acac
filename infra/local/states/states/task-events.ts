import type { TaskState } from '../definition/program.ts';
import type { StateFailure } from '../errors.ts';
import type { Frame } from '../journal/frames.ts';
import type { Run } from '../run/run.ts';

/** The two families of events a Task leaves: of a function by its ARN, and of the lambda:invoke integration. */

export type Limits = { readonly timeoutInSeconds?: number; readonly heartbeatInSeconds?: number };

const integrationOf = ({ resource }: TaskState) => ({
  resourceType: 'lambda',
  resource: resource.kind === 'invoke' && resource.waitForTaskToken ? 'invoke.waitForTaskToken' : 'invoke',
});

const regionOf = (run: Run): string => run.record.arn.split(':')[3] ?? '';

export const noteScheduled = (
  run: Run,
  frame: Frame,
  state: TaskState,
  input: string,
  limits: Limits,
): void => {
  if (state.resource.kind === 'function') {
    const { timeoutInSeconds } = limits;
    const timeout = timeoutInSeconds === undefined ? {} : { timeoutInSeconds };
    run.noteOn(frame, 'LambdaFunctionScheduled', { resource: state.resource.arn, input, ...timeout });
    run.noteOn(frame, 'LambdaFunctionStarted');
    return;
  }
  const integration = integrationOf(state);
  run.noteOn(frame, 'TaskScheduled', { ...integration, region: regionOf(run), parameters: input, ...limits });
  run.noteOn(frame, 'TaskStarted', integration);
};

export const noteSubmitted = (run: Run, frame: Frame, state: TaskState, output: string): void => {
  run.noteOn(frame, 'TaskSubmitted', { ...integrationOf(state), output });
};

export const noteSucceeded = (run: Run, frame: Frame, state: TaskState, output: string): void => {
  if (state.resource.kind === 'function') run.noteOn(frame, 'LambdaFunctionSucceeded', { output });
  else run.noteOn(frame, 'TaskSucceeded', { ...integrationOf(state), output });
};

export const noteFailed = (run: Run, frame: Frame, state: TaskState, failure: StateFailure): void => {
  const { error, detail } = failure;
  const isTimeout = error === 'States.Timeout';
  const details = {
    ...(error === undefined ? {} : { error }),
    ...(detail === undefined ? {} : { cause: detail }),
  };
  if (state.resource.kind === 'function')
    run.noteOn(frame, isTimeout ? 'LambdaFunctionTimedOut' : 'LambdaFunctionFailed', details);
  else run.noteOn(frame, isTimeout ? 'TaskTimedOut' : 'TaskFailed', { ...integrationOf(state), ...details });
};
