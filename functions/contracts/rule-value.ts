import * as z from 'zod';
import type { Sentence } from './scalars.ts';

/**
 * HARD: the notice or another document fixes it. SOFT (「一般」): outside it an officer decides, with a reason.
 * DELEGATED (「按规定」): the notice leaves it to other rules, so a value needs its document.
 */
export const valueKinds = ['HARD', 'SOFT', 'DELEGATED'] as const;
export type ValueKind = (typeof valueKinds)[number];

export const valueUnits = [
  'FEN',
  'BP',
  'DAYS',
  'WORKING_DAYS',
  'MONTHS',
  'MINUTES',
  'PERSONS',
  'YEARS',
  'SWITCH',
  'DATE',
] as const;
export type ValueUnit = (typeof valueUnits)[number];

/** What an administrator is told about a rule value. */
export type ValueMeaning = Sentence & { readonly unit: ValueUnit; readonly kind: ValueKind };

const meanings = z.registry<ValueMeaning>();

/**
 * A rule value and what it means; the catalogue of values is gathered from these. The meaning belongs to a copy: one
 * schema (a date, a sum) stands behind many values.
 */
export const ruleValue = <Schema extends z.ZodType>(schema: Schema, meaning: ValueMeaning): Schema => {
  const own = schema.clone();
  meanings.add(own, meaning);
  return own;
};

/** A figure that a county or the province may not have set yet; null blocks payment and says so. */
export const configurable = <Schema extends z.ZodType>(
  schema: Schema,
  meaning: ValueMeaning,
): z.ZodNullable<Schema> => ruleValue(z.nullable(schema), meaning);

/** Undefined for a group of values. */
export const meaningOf = (schema: z.ZodType): ValueMeaning | undefined => meanings.get(schema);
