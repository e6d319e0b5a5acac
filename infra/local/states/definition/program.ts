import type { Expressions } from '../expressions/expression.ts';
import { compileTemplate, type Template } from '../expressions/template.ts';
import { parseResource, type Resource } from './resource.ts';
import type {
  ChoiceDefinition,
  FailDefinition,
  MachineDefinition,
  MapDefinition,
  ParallelDefinition,
  PassDefinition,
  Retrier,
  StateDefinition,
  StateListDefinition,
  SucceedDefinition,
  TaskDefinition,
  WaitDefinition,
} from './schema.ts';
import { allLists } from './walk.ts';

/** A definition made ready to run: expressions compiled, lists found by their path. */

/** A template with the expression it came from, for the wording of failures. */
export type Field = { readonly template: Template; readonly source: string };

export type Results = { readonly assign: Template | undefined; readonly output: Template | undefined };
export type Catcher = Results & { readonly errorEquals: readonly string[]; readonly next: string };
type Handlers = { readonly retry: readonly Retrier[]; readonly catch: readonly Catcher[] };
type Base = Results & Handlers & { readonly name: string; readonly next: string | undefined };

export type PassState = Base & { readonly type: 'Pass' };
export type SucceedState = Base & { readonly type: 'Succeed' };
export type TaskState = Base & {
  readonly type: 'Task';
  readonly resource: Resource;
  readonly arguments: Template | undefined;
  readonly timeoutSeconds: Field | undefined;
  readonly heartbeatSeconds: Field | undefined;
};
export type ChoiceState = Base & {
  readonly type: 'Choice';
  readonly rules: readonly (Results & { readonly condition: Field; readonly next: string })[];
  readonly default: string | undefined;
};
export type WaitState = Base & {
  readonly type: 'Wait';
  readonly seconds: Field | undefined;
  readonly timestamp: Field | undefined;
};
export type FailState = Base & {
  readonly type: 'Fail';
  readonly error: Field | undefined;
  readonly cause: Field | undefined;
};
export type ParallelState = Base & {
  readonly type: 'Parallel';
  readonly arguments: Template | undefined;
  readonly branches: readonly string[];
};
export type MapState = Base & {
  readonly type: 'Map';
  readonly items: Field | undefined;
  readonly itemSelector: Template | undefined;
  readonly processor: string;
  readonly maxConcurrency: Field | undefined;
  readonly toleratedFailureCount: Field | undefined;
  readonly toleratedFailurePercentage: Field | undefined;
};
export type State =
  PassState | SucceedState | TaskState | ChoiceState | WaitState | FailState | ParallelState | MapState;

type StateList = { readonly startAt: string; readonly states: ReadonlyMap<string, State> };
export type Program = {
  readonly timeoutSeconds: number | undefined;
  /** By path: '' is the machine itself. */
  readonly lists: ReadonlyMap<string, StateList>;
};

const compiler = (expressions: Expressions) => {
  const template = (value: unknown): Template | undefined =>
    value === undefined ? undefined : compileTemplate(value, expressions);
  const field = (value: unknown): Field | undefined => {
    const made = template(value);
    return made && { template: made, source: typeof value === 'string' ? value.slice(2, -2).trim() : '' };
  };
  const results = (from: { Assign?: unknown; Output?: unknown }): Results => ({
    assign: template(from.Assign),
    output: template(from.Output),
  });
  return { template, field, results };
};
type Compiler = ReturnType<typeof compiler>;

const baseOf = (name: string, state: StateDefinition, { results }: Compiler): Base => ({
  name,
  next: 'Next' in state ? state.Next : undefined,
  ...results({
    Assign: 'Assign' in state ? state.Assign : undefined,
    Output: 'Output' in state ? state.Output : undefined,
  }),
  retry: ('Retry' in state ? state.Retry : undefined) ?? [],
  catch: (('Catch' in state ? state.Catch : undefined) ?? []).map((entry) => ({
    errorEquals: entry.ErrorEquals,
    next: entry.Next,
    ...results(entry),
  })),
});

const taskOf = (base: Base, state: TaskDefinition, { template, field }: Compiler): TaskState => {
  const resource = parseResource(state.Resource);
  if (!resource) throw new Error(`The resource ${state.Resource} was accepted and is not known`);
  return {
    ...base,
    type: 'Task',
    resource,
    arguments: template(state.Arguments),
    timeoutSeconds: field(state.TimeoutSeconds),
    heartbeatSeconds: field(state.HeartbeatSeconds),
  };
};

const choiceOf = (base: Base, state: ChoiceDefinition, { template, results }: Compiler): ChoiceState => ({
  ...base,
  type: 'Choice',
  default: state.Default,
  rules: state.Choices.map((rule) => ({
    ...results(rule),
    next: rule.Next,
    condition: {
      template: template(rule.Condition) ?? { isConstant: true, evaluate: () => rule.Condition },
      source: typeof rule.Condition === 'string' ? rule.Condition.slice(2, -2).trim() : '',
    },
  })),
});

const waitOf = (base: Base, state: WaitDefinition, { field }: Compiler): WaitState => ({
  ...base,
  type: 'Wait',
  seconds: field(state.Seconds),
  timestamp: field(state.Timestamp),
});

const failOf = (base: Base, state: FailDefinition, { field }: Compiler): FailState => ({
  ...base,
  type: 'Fail',
  error: field(state.Error),
  cause: field(state.Cause),
});

const parallelOf = (base: Base, state: ParallelDefinition, { template }: Compiler): ParallelState => ({
  ...base,
  type: 'Parallel',
  arguments: template(state.Arguments),
  branches: state.branches.map(({ path }) => path),
});

const mapOf = (base: Base, state: MapDefinition, { template, field }: Compiler): MapState => ({
  ...base,
  type: 'Map',
  items: field(state.Items),
  itemSelector: template(state.ItemSelector),
  processor: state.processor.path,
  maxConcurrency: field(state.MaxConcurrency),
  toleratedFailureCount: field(state.ToleratedFailureCount),
  toleratedFailurePercentage: field(state.ToleratedFailurePercentage),
});

const simpleOf = (
  base: Base,
  state: PassDefinition | SucceedDefinition | FailDefinition | WaitDefinition,
  compile: Compiler,
): State => {
  if (state.Type === 'Fail') return failOf(base, state, compile);
  return state.Type === 'Wait' ? waitOf(base, state, compile) : { ...base, type: state.Type };
};

const stateOf = (name: string, state: StateDefinition, compile: Compiler): State => {
  const base = baseOf(name, state, compile);
  switch (state.Type) {
    case 'Task':
      return taskOf(base, state, compile);
    case 'Choice':
      return choiceOf(base, state, compile);
    case 'Parallel':
      return parallelOf(base, state, compile);
    case 'Map':
      return mapOf(base, state, compile);
    default:
      return simpleOf(base, state, compile);
  }
};

const listOf = (list: StateListDefinition, compile: Compiler): StateList => ({
  startAt: list.startAt,
  states: new Map([...list.states].map(([name, state]) => [name, stateOf(name, state, compile)])),
});

export const compileProgram = (definition: MachineDefinition, expressions: Expressions): Program => {
  const compile = compiler(expressions);
  return {
    timeoutSeconds: definition.timeoutSeconds,
    lists: new Map([...allLists(definition)].map((list) => [list.path, listOf(list, compile)])),
  };
};
