import type { RuleValues } from '../../contracts/rule-values.ts';

const below = (tree: unknown, name: string): unknown =>
  typeof tree === 'object' && tree !== null ? Object.getOwnPropertyDescriptor(tree, name)?.value : undefined;

/** Whether a value, or a part of it by its dotted name, has been set. */
export const isSet = (values: RuleValues, ruleId: string): boolean =>
  (ruleId.split('.').reduce<unknown>(below, values) ?? null) !== null;
