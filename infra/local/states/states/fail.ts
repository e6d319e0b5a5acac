import type { FailState } from '../definition/program.ts';
import { StateFailure } from '../errors.ts';
import { textField } from '../run/fields.ts';
import { scopeOf } from '../run/scope.ts';
import type { Run } from '../run/run.ts';
import type { Frame } from '../journal/frames.ts';

export const runFail = async (run: Run, frame: Frame, state: FailState): Promise<never> => {
  const scope = scopeOf(run, frame);
  const error = await textField(state.error, scope, 'Error');
  throw new StateFailure(error, await textField(state.cause, scope, 'Cause'));
};
