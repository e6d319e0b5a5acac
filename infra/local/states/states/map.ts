import type { MapState } from '../definition/program.ts';
import type { Scope } from '../expressions/expression.ts';
import { evaluationFailure, unexpectedType } from '../expressions/failures.ts';
import { Doc, isArray } from '../json.ts';
import { numberField } from '../run/fields.ts';
import { evaluateResults, exitState } from '../run/move.ts';
import { scopeOf } from '../run/scope.ts';
import type { Run } from '../run/run.ts';
import type { Frame } from '../journal/frames.ts';
import { gatherOutputs } from './parallel.ts';

/** AWS runs at most this many items of an inline Map at a time. */
const inlineLimit = 40;

const itemsOf = async (state: MapState, frame: Frame, scope: Scope): Promise<readonly unknown[]> => {
  if (!state.items) {
    const { value, text } = frame.input;
    if (isArray(value)) return value;
    throw evaluationFailure(`Map state input must be an array but was: ${text}`, undefined);
  }
  const value = await state.items.template.evaluate(scope, 'Items');
  if (isArray(value)) return value;
  throw unexpectedType(state.items.source, 'Items', 'array', value);
};

/** Checked as on AWS, where tolerated failures have an effect in distributed mode only. */
const checkTolerance = async (state: MapState, scope: Scope): Promise<void> => {
  await numberField(state.toleratedFailureCount, scope, 'ToleratedFailureCount', { min: 0 });
  const percentage = { min: 0, max: 100, isInteger: false };
  await numberField(state.toleratedFailurePercentage, scope, 'ToleratedFailurePercentage', percentage);
};

export const runMap = async (run: Run, frame: Frame, state: MapState): Promise<void> => {
  const scope = scopeOf(run, frame);
  const items = await itemsOf(state, frame, scope);
  const wanted = await numberField(state.maxConcurrency, scope, 'MaxConcurrency', { min: 0 });
  await checkTolerance(state, scope);
  const total = items.length;
  frame.items = Doc.of(items);
  frame.children = { total, started: 0, done: 0, limit: Math.min(wanted || inlineLimit, inlineLimit) };
  run.noteOn(frame, 'MapStateStarted', { length: total });
  run.touch(frame, 'all');
  run.to(frame, total === 0 ? 'joined' : 'children');
  await startItems(run, frame, state);
};

/** Starts as many items as may run at a time. */
export const startItems = async (run: Run, frame: Frame, state: MapState): Promise<void> => {
  const { children } = frame;
  const items = frame.items?.value;
  if (!children || !isArray(items)) return;
  while (children.started < children.total && children.started - children.done < children.limit) {
    const index = children.started;
    const item = items[index];
    const lastEvent = run.note(frame.lastEvent, 'MapIterationStarted', { name: state.name, index });
    const input = await itemInput(run, frame, state, { Index: index, Value: item });
    children.started += 1;
    run.touch(frame);
    run.addFrame({ parent: frame.id, list: state.processor, index, input, lastEvent, isItem: true });
  }
};

const itemInput = async (
  run: Run,
  frame: Frame,
  state: MapState,
  mapItem: { Index: number; Value: unknown },
) => {
  if (!state.itemSelector) return Doc.of(mapItem.Value);
  return Doc.of(await state.itemSelector.evaluate(scopeOf(run, frame, { mapItem }), 'ItemSelector'));
};

export const joinMap = async (run: Run, frame: Frame, state: MapState): Promise<void> => {
  const result = gatherOutputs(run, frame);
  run.note(frame.lastEvent, 'MapStateSucceeded');
  const scope = scopeOf(run, frame, { result: result.value });
  exitState(run, frame, state.next, await evaluateResults(state, scope, result));
};
