import type { Field } from '../definition/program.ts';
import type { Scope } from '../expressions/expression.ts';
import { evaluationFailure, unexpectedType } from '../expressions/failures.ts';

/** Fields of a state that must come out as a number or a text. */

type Bounds = { readonly min: number; readonly max?: number; readonly isInteger?: boolean };

const boundsText = ({ min, max, isInteger = true }: Bounds) =>
  `${isInteger ? 'an integer' : 'a number'} ${max === undefined ? `of at least ${min}` : `from ${min} to ${max}`}`;

const isWithin = (value: number, { min, max = Infinity, isInteger = true }: Bounds): boolean =>
  value >= min && value <= max && (!isInteger || Number.isInteger(value));

export const numberField = async (
  field: Field | undefined,
  scope: Scope,
  name: string,
  bounds: Bounds,
): Promise<number | undefined> => {
  if (!field) return undefined;
  const value = await field.template.evaluate(scope, name);
  if (typeof value !== 'number') throw unexpectedType(field.source, name, 'number', value);
  if (!isWithin(value, bounds))
    throw evaluationFailure(
      `The JSONata expression '${field.source}' specified for the field '${name}' returned ${value}, which is not ${boundsText(bounds)}`,
      name,
    );
  return value;
};

export const textField = async (
  field: Field | undefined,
  scope: Scope,
  name: string,
): Promise<string | undefined> => {
  if (!field) return undefined;
  const value = await field.template.evaluate(scope, name);
  if (typeof value !== 'string') throw unexpectedType(field.source, name, 'string', value);
  return value;
};
