import type { StateDefinition, StateListDefinition } from './schema.ts';

/** The lists directly inside a state. */
const listsOf = (state: StateDefinition): readonly StateListDefinition[] => {
  if (state.Type === 'Parallel') return state.branches;
  return state.Type === 'Map' ? [state.processor] : [];
};

/** A list and every list inside it. */
export const allLists = function* (list: StateListDefinition): Generator<StateListDefinition> {
  yield list;
  for (const state of list.states.values()) for (const inner of listsOf(state)) yield* allLists(inner);
};

/** Every state, with the path that diagnostics name. */
export const allStates = function* (
  root: StateListDefinition,
): Generator<{ state: StateDefinition; name: string; path: string }> {
  for (const list of allLists(root))
    for (const [name, state] of list.states) yield { state, name, path: `${list.path}/States/${name}` };
};
