import { isObject } from '../json.ts';
import { schemaFailure, type Diagnostic } from './diagnostics.ts';
import { parseResource } from './resource.ts';
import type { StateDefinition, StateListDefinition, TaskDefinition, WaitDefinition } from './schema.ts';
import { allStates } from './walk.ts';
import { expressionIn } from '../expressions/expression.ts';
import { timestampOf } from '../timestamp.ts';

type Found = { message: string; at: string };

/** What a schema of single fields cannot say. */

const goesOn = new Set<StateDefinition['Type']>(['Pass', 'Task', 'Wait', 'Map', 'Parallel']);

const checkEnd = (state: StateDefinition): Found[] => {
  if (!goesOn.has(state.Type)) return [];
  const hasNext = 'Next' in state && state.Next !== undefined;
  const ends = 'End' in state && state.End === true;
  if (hasNext && ends) return [{ message: "Only one of 'Next' and 'End' may be set", at: '' }];
  return hasNext || ends ? [] : [{ message: 'These fields are required: [Next] or [End]', at: '' }];
};

/** States.ALL matches everything, so it stands alone and last. */
const checkWildcards = (field: string, entries: readonly { ErrorEquals: readonly string[] }[]): Found[] =>
  entries.flatMap(({ ErrorEquals }, at) => {
    if (!ErrorEquals.includes('States.ALL')) return [];
    const found: Found[] = [];
    const where = `/${field}[${at}]/ErrorEquals`;
    if (ErrorEquals.length > 1) found.push({ message: "'States.ALL' must appear alone", at: where });
    if (at < entries.length - 1)
      found.push({ message: `'States.ALL' must be in the last entry of '${field}'`, at: where });
    return found;
  });

const checkHandlers = (state: StateDefinition): Found[] =>
  'Retry' in state || 'Catch' in state
    ? [...checkWildcards('Retry', state.Retry ?? []), ...checkWildcards('Catch', state.Catch ?? [])]
    : [];

const checkWait = ({ Seconds, Timestamp }: WaitDefinition): Found[] => {
  if ((Seconds === undefined) === (Timestamp === undefined))
    return [{ message: "Exactly one of 'Seconds' and 'Timestamp' is required", at: '' }];
  const isLiteral = Timestamp !== undefined && expressionIn(Timestamp) === undefined;
  return isLiteral && timestampOf(Timestamp) === undefined
    ? [{ message: 'The value is not an ISO-8601 extended offset date-time', at: '/Timestamp' }]
    : [];
};

/** lambda:invoke takes Lambda's own parameters; the ones that would change what is invoked must not be lost silently. */
const invokeParameters = new Set([
  'FunctionName',
  'Payload',
  'Qualifier',
  'InvocationType',
  'LogType',
  'ClientContext',
]);

const checkInvoke = (args: unknown): Found[] => {
  if (!isObject(args)) return [];
  const found = Object.keys(args)
    .filter((name) => !invokeParameters.has(name))
    .map((name) => ({ message: `The field '${name}' is not supported by Step Functions`, at: '/Arguments' }));
  if (!('FunctionName' in args))
    found.push({ message: `The field 'FunctionName' is required but was missing`, at: '/Arguments' });
  const { InvocationType = 'RequestResponse' } = args;
  if (InvocationType !== 'RequestResponse')
    found.push({
      message: "Only the InvocationType 'RequestResponse' is supported",
      at: '/Arguments/InvocationType',
    });
  return found;
};

const checkTask = (task: TaskDefinition): Found[] => {
  const resource = parseResource(task.Resource);
  if (!resource)
    return [
      {
        message: `The resource '${task.Resource}' is not supported: use arn:aws:states:::lambda:invoke, arn:aws:states:::lambda:invoke.waitForTaskToken or the ARN of a Lambda function`,
        at: '/Resource',
      },
    ];
  const { TimeoutSeconds, HeartbeatSeconds } = task;
  const heartbeat: Found[] =
    typeof TimeoutSeconds === 'number' &&
    typeof HeartbeatSeconds === 'number' &&
    HeartbeatSeconds >= TimeoutSeconds
      ? [{ message: "'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'", at: '/HeartbeatSeconds' }]
      : [];
  return resource.kind === 'invoke' ? [...checkInvoke(task.Arguments), ...heartbeat] : heartbeat;
};

const checkState = (state: StateDefinition): Found[] => {
  const found = [...checkEnd(state), ...checkHandlers(state)];
  if (state.Type === 'Wait') found.push(...checkWait(state));
  if (state.Type === 'Task') found.push(...checkTask(state));
  if ('Assign' in state && state.Assign && 'states' in state.Assign)
    found.push({ message: "The variable 'states' is reserved", at: '/Assign/states' });
  return found;
};

const longestName = 80;

const checkNames = (root: StateListDefinition): Diagnostic[] => {
  const seen = new Set<string>();
  return [...allStates(root)].flatMap(({ name, path }) => {
    const found: Diagnostic[] = [];
    if (name.length > longestName)
      found.push(schemaFailure(`A state name has at most ${longestName} characters`, path));
    if (seen.has(name))
      found.push({ code: 'DUPLICATE_STATE_NAME', message: `Duplicate State name: ${name}`, location: path });
    seen.add(name);
    return found;
  });
};

/** Rules between fields, and names that must be unique in the whole machine. */
export const checkRules = (root: StateListDefinition): Diagnostic[] => [
  ...checkNames(root),
  ...[...allStates(root)].flatMap(({ state, path }) =>
    checkState(state).map(({ message, at }) => schemaFailure(message, `${path}${at}`)),
  ),
];
