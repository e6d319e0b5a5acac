import type { Diagnostic } from './diagnostics.ts';
import type { StateDefinition, StateListDefinition } from './schema.ts';
import { allLists } from './walk.ts';

/** From where to where; `at` is the field that says so. */
type Transition = { target: string; at: string };

const ownTransitions = (state: StateDefinition): Transition[] => {
  if (state.Type === 'Choice') {
    const rules = state.Choices.map((rule, at) => ({ target: rule.Next, at: `Choices[${at}]/Next` }));
    return state.Default === undefined ? rules : [...rules, { target: state.Default, at: 'Default' }];
  }
  return 'Next' in state && state.Next !== undefined ? [{ target: state.Next, at: 'Next' }] : [];
};

const catchTransitions = (state: StateDefinition): Transition[] =>
  'Catch' in state
    ? (state.Catch ?? []).map(({ Next }, at) => ({ target: Next, at: `Catch[${at}]/Next` }))
    : [];

const transitionsOf = (state: StateDefinition): Transition[] => [
  ...ownTransitions(state),
  ...catchTransitions(state),
];

const missingTarget = (field: string, target: string, location: string): Diagnostic => ({
  code: 'MISSING_TRANSITION_TARGET',
  message: `Missing '${field}' target: ${target}`,
  location,
});

const checkTargets = ({ path, startAt, states }: StateListDefinition): Diagnostic[] => {
  const found = states.has(startAt) ? [] : [missingTarget('StartAt', startAt, `${path}/StartAt`)];
  for (const [name, state] of states)
    for (const { target, at } of transitionsOf(state))
      if (!states.has(target)) found.push(missingTarget('Next', target, `${path}/States/${name}/${at}`));
  return found;
};

const isTerminal = (state: StateDefinition): boolean =>
  state.Type === 'Succeed' || state.Type === 'Fail' || ('End' in state && state.End === true);

const noEnd: Diagnostic = { code: 'MISSING_END_STATE', message: 'Workflow has no terminal state' };

const reachable = ({ startAt, states }: StateListDefinition): ReadonlySet<string> => {
  const seen = new Set<string>([startAt]);
  for (const name of seen) {
    const state = states.get(name);
    if (state) for (const { target } of transitionsOf(state)) seen.add(target);
  }
  return seen;
};

const checkReach = (list: StateListDefinition): Diagnostic[] => {
  const seen = reachable(list);
  return [...list.states.keys()]
    .filter((name) => !seen.has(name))
    .map((name) => ({
      code: 'MISSING_TRANSITION_TARGET',
      message: `State "${name}" is not reachable.`,
      location: `${list.path}/States/${name}`,
    }));
};

const checkList = (list: StateListDefinition): Diagnostic[] => {
  const targets = checkTargets(list);
  return [...list.states.values()].some(isTerminal) ? [...targets, ...checkReach(list)] : [...targets, noEnd];
};

/** Every transition has a target, every state can be reached, every list can end. */
export const checkFlow = (root: StateListDefinition): Diagnostic[] => [...allLists(root)].flatMap(checkList);
