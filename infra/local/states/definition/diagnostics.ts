import type * as z from 'zod';
import { isObject } from '../json.ts';

/** One reason why a definition is refused, as ValidateStateMachineDefinition reports it. */
export type Diagnostic = { code: string; message: string; location?: string };

export const schemaFailure = (message: string, location: string): Diagnostic => ({
  code: 'SCHEMA_VALIDATION_FAILED',
  message,
  location,
});

/** Fields of the other query language get AWS's own sentence, since it tells the author what to do. */
const jsonPathFields = new Set([
  'InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'ResultSelector', 'Result', 'ItemsPath', 'SecondsPath',
  'TimestampPath', 'TimeoutSecondsPath', 'HeartbeatSecondsPath', 'ErrorPath', 'CausePath', 'MaxConcurrencyPath',
  'ToleratedFailureCountPath', 'ToleratedFailurePercentagePath', 'Variable',
]); // prettier-ignore

const unsupported = (field: string): string =>
  jsonPathFields.has(field)
    ? `The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage`
    : `Field '${field}' is not supported`;

const pointer = (base: string, path: readonly PropertyKey[]): string => {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `/${String(part)}`)).join('');
  return `${base}${parts}` || '/';
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isObject(at) ? at[String(key)] : undefined;
  }, value);

/** zod's union issues hide the branches: the first branch says what the plain value must be. */
const reasonOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_union') {
    const reasons = issue.errors.flatMap((branch) => branch.slice(0, 1).map((first) => first.message));
    return [...new Set(reasons)].join(' or ');
  }
  return issue.message;
};

const ofIssue = (issue: z.core.$ZodIssue, value: unknown, base: string): Diagnostic[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => schemaFailure(unsupported(key), pointer(base, issue.path)));
  const field = issue.path.at(-1);
  if (valueAt(value, issue.path) === undefined && typeof field === 'string')
    return [schemaFailure(`These fields are required: [${field}]`, pointer(base, issue.path.slice(0, -1)))];
  return [schemaFailure(`The value is not valid: ${reasonOf(issue)}`, pointer(base, issue.path))];
};

/** What is wrong with a value, field by field; `base` is its path in the definition. */
export const diagnosticsOf = (error: z.ZodError, value: unknown, base: string): Diagnostic[] => {
  const missing = error.issues.filter(
    (issue) => issue.path.length === 1 && valueAt(value, issue.path) === undefined,
  );
  const others = error.issues.filter((issue) => !missing.includes(issue));
  const names = missing.map((issue) => String(issue.path[0])).join(', ');
  return [
    ...(missing.length > 0 ? [schemaFailure(`These fields are required: [${names}]`, base || '/')] : []),
    ...others.flatMap((issue) => ofIssue(issue, value, base)),
  ];
};
