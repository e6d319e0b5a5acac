import * as z from 'zod';
import { meaningOf, type ValueMeaning } from '../../contracts/rule-value.ts';
import { ruleValuesShape } from '../../contracts/rule-values.ts';

export type RuleSchema = { readonly schema: z.ZodType; readonly meaning: ValueMeaning };

const below = (schema: z.ZodType | undefined, name: string): z.ZodType | undefined => {
  if (!(schema instanceof z.ZodObject)) return undefined;
  const shape: unknown = Object.getOwnPropertyDescriptor(schema.shape, name)?.value;
  return shape instanceof z.ZodType ? shape : undefined;
};

/** The schema of a rule value by its dotted name, and what it means; undefined where there is no such rule. */
export const ruleSchemaOf = (ruleId: string): RuleSchema | undefined => {
  const [section = '', ...rest] = ruleId.split('.');
  const first = Object.hasOwn(ruleValuesShape, section) ? ruleValuesShape[section] : undefined;
  const schema = rest.reduce<z.ZodType | undefined>(below, first);
  const meaning = schema && meaningOf(schema);
  return schema && meaning && { schema, meaning };
};
