import { virtualClock, type MovableClock } from '../clock.ts';
import { createEngine, type Engine } from './engine.ts';
import { isObject } from './json.ts';
import type { Place } from './journal/database.ts';
import type { Invoke, InvokeResult } from './options.ts';

/** What the engine's own tests share. */

export const startOfTime = Date.parse('2026-03-02T08:00:00Z');
const roleArn = 'arn:aws:iam::000000000000:role/test';

const invokeResource = 'arn:aws:states:::lambda:invoke';
const tokenResource = 'arn:aws:states:::lambda:invoke.waitForTaskToken';

/** A Task that calls a function by name. */
export const callTo = (name: string, payload: unknown, rest: Readonly<Record<string, unknown>>) => ({
  Type: 'Task',
  Resource: invokeResource,
  Arguments: { FunctionName: name, Payload: payload },
  ...rest,
});

/** A Task that hands out a token and waits for it. */
export const askFor = (name: string, rest: Readonly<Record<string, unknown>>) => ({
  ...callTo(name, { token: '{% $states.context.Task.Token %}' }, rest),
  Resource: tokenResource,
});

export const succeed = (payload: unknown): InvokeResult => ({ outcome: 'success', payload });
export const throwError = (errorType: string, errorMessage = ''): InvokeResult => ({
  outcome: 'functionError',
  payload: { errorType, errorMessage },
});

export type Functions = Readonly<Record<string, (payload: unknown) => InvokeResult | Promise<InvokeResult>>>;

const invokeFrom =
  (functions: Functions): Invoke =>
  (name, payload) => {
    const found = functions[name];
    return Promise.resolve(
      found?.(payload) ?? {
        outcome: 'serviceError',
        name: 'ResourceNotFoundException',
        message: `Function not found: ${name}`,
        statusCode: 404,
      },
    );
  };

type Options = {
  functions?: Functions;
  place?: Place;
  clock?: MovableClock;
  onFault?: (fault: unknown) => void;
};

/** An engine on a clock that stands still, with functions in process. */
export const testEngine = ({
  functions = {},
  place = { memory: true },
  clock = virtualClock(startOfTime),
  onFault = (fault) => {
    throw fault;
  },
}: Options = {}) => {
  const engine = createEngine({
    place,
    clock,
    invoke: invokeFrom(functions),
    onFault,
  });
  return { engine, clock };
};

export type Machine = { StartAt: string; States: Readonly<Record<string, unknown>>; TimeoutSeconds?: number };

export const define = async (engine: Engine, machine: Machine, name = 'machine'): Promise<string> => {
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...machine });
  return (await engine.createStateMachine({ name, definition, roleArn })).stateMachineArn;
};

/** Starts an execution of a new machine and lets it run until it waits or ends. */
export const begin = async (engine: Engine, machine: Machine, input: unknown = {}): Promise<string> => {
  const stateMachineArn = await define(engine, machine);
  const { executionArn } = await engine.startExecution({ stateMachineArn, input: JSON.stringify(input) });
  await engine.idle();
  return executionArn;
};

/** How an execution stands: its status, and its output as a value or its error and cause. */
export const standing = async (engine: Engine, executionArn: string) => {
  const { status, output, error, cause } = await describe(engine, executionArn);
  return {
    status,
    ...(typeof output === 'string' ? { output: parse(output) } : {}),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
};

const parse = (text: string): unknown => JSON.parse(text);

const describe = async (engine: Engine, executionArn: string): Promise<Readonly<Record<string, unknown>>> =>
  engine.describeExecution({ executionArn });

/** The history as types, with the state's name where an event has one. */
export const eventsOf = async (engine: Engine, executionArn: string): Promise<string[]> => {
  const { events } = await engine.getExecutionHistory({ executionArn, maxResults: 1000 });
  return events.map((event) => {
    const details = Object.entries(event).find(([key]) => key.endsWith('EventDetails'))?.[1];
    const name = isObject(details) ? details['name'] : undefined;
    return typeof name === 'string' ? `${event.type} ${name}` : event.type;
  });
};
