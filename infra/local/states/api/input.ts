import { ServiceError } from '../errors.ts';
import { tryParse } from '../json.ts';
import { jsonFaultIn } from '../json-fault.ts';

export const checkInput = (text: string): void => {
  if (!tryParse(text))
    throw new ServiceError(
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: '${jsonFaultIn(text) ?? 'Invalid execution input.'}'`,
    );
};

/** Whether two inputs are the same document, however they are written. */
export const isSameInput = (a: string, b: string): boolean =>
  a === b || JSON.stringify(tryParse(a)?.value) === JSON.stringify(tryParse(b)?.value);
