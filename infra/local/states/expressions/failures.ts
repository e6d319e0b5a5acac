import { StateFailure } from '../errors.ts';
import { kindOf } from '../json.ts';

const evaluationError = 'States.QueryEvaluationError';

/** Where an expression stands in its state, as AWS writes it: `Output/a/b[0]`. */
export type Location = string;

/** AWS ends with the offending value as JSON; a long one is cut so that a cause stays readable. */
const longestValue = 10_000;

export const evaluationFailure = (
  detail: string,
  location: Location | undefined,
  afterEntered = false,
): StateFailure => new StateFailure(evaluationError, detail, { evaluation: { location, afterEntered } });

const about = (source: string, location: Location) =>
  `The JSONata expression '${source}' specified for the field '${location}'`;

export const returnedNothing = (source: string, location: Location) =>
  evaluationFailure(`${about(source, location)} returned nothing (undefined).`, location);

export const unexpectedType = (source: string, location: Location, expected: string, value: unknown) =>
  evaluationFailure(
    `${about(source, location)} returned an unexpected result type. Expected '${expected}', but was '${kindOf(value)}' for value: ${JSON.stringify(value).slice(0, longestValue)}`,
    location,
  );

const codeAndMessage = (error: unknown): { code: string | undefined; message: string } => {
  if (typeof error !== 'object' || error === null) return { code: undefined, message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const message = 'message' in error && typeof error.message === 'string' ? error.message : 'Unknown error';
  return { code, message };
};

/** AWS words the bounds of its evaluator itself, and names no code for them. */
const bounds: Readonly<Record<string, string>> = {
  D1011:
    'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive',
  D1012: 'Expression evaluation timeout: Check for infinite loop',
  D2014: 'Expression evaluation memory limit exceeded: Check for excessive memory usage',
  D2015: 'Expression evaluation memory limit exceeded: Check for excessive memory usage',
};

export const threwAnError = (source: string, location: Location, error: unknown) => {
  const { code, message } = codeAndMessage(error);
  const bound = code === undefined ? message : bounds[code];
  const tail = bound === undefined ? `. ${code ?? ''}: ${message}` : `: ${bound}`;
  return evaluationFailure(`${about(source, location)} threw an error during evaluation${tail}`, location);
};
