import { CliError } from '../cli-error.ts';

const step = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

/**
 * One field of an answer as text: `items.0.taskId`. Text is printed bare, everything else as JSON.
 * @throws CliError FIELD_NOT_FOUND
 */
export const pick = (answer: unknown, field: string): string => {
  const found = field.split('.').reduce(step, answer);
  if (found === undefined)
    throw new CliError(
      'FIELD_NOT_FOUND',
      `The answer has no field ${field}: leave --pick out to see all of it.`,
      1,
    );
  return typeof found === 'string' ? found : JSON.stringify(found);
};
