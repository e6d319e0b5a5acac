import type { HistoryEvent } from '../journal/events.ts';

/** Events without a details object of their own. */
const bare = new Set([
  'LambdaFunctionStarted', 'ParallelStateStarted', 'ParallelStateSucceeded', 'ParallelStateFailed', 'ParallelStateAborted',
  'MapStateSucceeded', 'MapStateFailed', 'MapStateAborted', 'TaskStateAborted', 'WaitStateAborted',
]); // prettier-ignore

const detailsKey = (type: string): string => {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
};

const data = new Set([
  'input',
  'output',
  'parameters',
  'cause',
  'assignedVariables',
  'assignedVariablesDetails',
]);

const withoutData = (details: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const kept = Object.entries(details).filter(([key]) => !data.has(key));
  return Object.fromEntries(kept);
};

const withDetails = (details: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...details,
  ...('input' in details ? { inputDetails: { truncated: false } } : {}),
  ...('output' in details ? { outputDetails: { truncated: false } } : {}),
});

/** An event as GetExecutionHistory answers it. */
export const viewOf = ({ id, previous, atMs, type, details = {} }: HistoryEvent, includeData: boolean) => ({
  timestamp: new Date(atMs),
  type,
  id,
  previousEventId: previous,
  ...(bare.has(type)
    ? {}
    : { [detailsKey(type)]: includeData ? withDetails(details) : withoutData(details) }),
});
