import type { ChoiceState } from '../definition/program.ts';
import { StateFailure } from '../errors.ts';
import type { Scope } from '../expressions/expression.ts';
import { unexpectedType } from '../expressions/failures.ts';
import { evaluateResults, exitState } from '../run/move.ts';
import { scopeOf } from '../run/scope.ts';
import type { Run } from '../run/run.ts';
import type { Frame } from '../journal/frames.ts';

const holds = async (
  rule: ChoiceState['rules'][number],
  scope: Scope,
  location: string,
): Promise<boolean> => {
  const { template, source } = rule.condition;
  const value = await template.evaluate(scope, location);
  if (typeof value !== 'boolean') throw unexpectedType(source, location, 'boolean', value);
  return value;
};

/** AWS's answer when no rule matches and there is no Default. */
const nowhereToGo = (frame: Frame): StateFailure =>
  new StateFailure(
    'States.Runtime',
    `An error occurred while executing the state '${frame.state}' (entered at the event id #${frame.enteredId}). Failed to transition out of the state. The state does not point to a next state.`,
  );

export const runChoice = async (run: Run, frame: Frame, state: ChoiceState): Promise<void> => {
  const scope = scopeOf(run, frame);
  for (const [at, rule] of state.rules.entries()) {
    if (!(await holds(rule, scope, `Choices[${at}]/Condition`))) continue;
    const outcome = await evaluateResults(rule, scope, frame.input, `Choices[${at}]/`);
    exitState(run, frame, rule.next, outcome);
    return;
  }
  if (state.default === undefined) throw nowhereToGo(frame);
  exitState(run, frame, state.default, await evaluateResults(state, scope, frame.input));
};
