import { ServiceError } from '../errors.ts';
import { tryParse } from '../json.ts';

/** AWS says what its parser says; the common slips are worded as there. */
const faultIn = (text: string): string => {
  if (text.trim() === '') return 'Invalid execution input.';
  const word = /^\s*([A-Za-z_]\w*)/.exec(text)?.[1];
  if (word !== undefined && !['true', 'false', 'null'].includes(word))
    return `Unrecognized token '${word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`;
  const odd = /^\s*\{\s*([^"}\s])/.exec(text)?.[1];
  if (odd !== undefined)
    return `Unexpected character ('${odd}' (code ${odd.codePointAt(0) ?? 0})): was expecting double-quote to start field name`;
  return 'Invalid execution input.';
};

export const checkInput = (text: string): void => {
  if (!tryParse(text))
    throw new ServiceError(
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: '${faultIn(text)}'`,
    );
};

/** Whether two inputs are the same document, however they are written. */
export const isSameInput = (a: string, b: string): boolean =>
  a === b || JSON.stringify(tryParse(a)?.value) === JSON.stringify(tryParse(b)?.value);
