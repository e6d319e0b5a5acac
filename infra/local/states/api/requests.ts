import * as z from 'zod';
import { ServiceError } from '../errors.ts';
import { isObject } from '../json.ts';

/** The requests the engine answers, with AWS's limits. */

const arn = z.string().min(1).max(256);
const text = (max: number) => z.string().max(max);
const nextToken = z.string().min(1).max(1024).optional();
const longNextToken = z.string().min(1).max(3096).optional();
const maxResults = z.int().min(0).max(1000).optional();
const definition = z.string().min(1).max(1_048_576);
const document = text(262_144);
const token = z.string().min(1).max(2048);
const tag = z.object({ key: z.string().min(1).max(128), value: z.string().max(256) });
const failure = { error: text(256).optional(), cause: text(32_768).optional() };
const machine = z.object({ stateMachineArn: arn });
const execution = z.object({ executionArn: arn });

export const requests = {
  CreateStateMachine: z.object({
    name: z.string().min(1).max(80),
    definition,
    roleArn: arn,
    type: z.enum(['STANDARD', 'EXPRESS']).optional(),
    tags: z.array(tag).optional(),
    publish: z.boolean().optional(),
  }),
  UpdateStateMachine: z.object({
    stateMachineArn: arn,
    definition: definition.optional(),
    roleArn: arn.optional(),
    publish: z.boolean().optional(),
    loggingConfiguration: z.unknown().optional(),
    tracingConfiguration: z.unknown().optional(),
  }),
  DeleteStateMachine: machine,
  DescribeStateMachine: machine,
  ListStateMachines: z.object({ maxResults, nextToken }),
  ValidateStateMachineDefinition: z.object({
    definition: text(1_048_576),
    type: z.enum(['STANDARD', 'EXPRESS']).optional(),
    severity: z.enum(['ERROR', 'WARNING']).optional(),
    maxResults: z.int().min(0).max(100).optional(),
  }),
  StartExecution: z.object({
    stateMachineArn: arn,
    name: z.string().min(1).max(80).optional(),
    input: document.optional(),
  }),
  DescribeExecution: execution,
  DescribeStateMachineForExecution: execution,
  ListExecutions: z.object({
    stateMachineArn: arn,
    statusFilter: z
      .enum(['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'])
      .optional(),
    maxResults,
    nextToken: longNextToken,
  }),
  StopExecution: execution.extend(failure),
  GetExecutionHistory: z.object({
    executionArn: arn,
    maxResults,
    nextToken,
    reverseOrder: z.boolean().optional(),
    includeExecutionData: z.boolean().optional(),
  }),
  SendTaskSuccess: z.object({ taskToken: token, output: document }),
  SendTaskFailure: z.object({ taskToken: token, ...failure }),
  SendTaskHeartbeat: z.object({ taskToken: token }),
  TagResource: z.object({ resourceArn: arn, tags: z.array(tag) }),
  UntagResource: z.object({ resourceArn: arn, tagKeys: z.array(z.string().min(1).max(128)) }),
  ListTagsForResource: z.object({ resourceArn: arn }),
} as const;

type OperationName = keyof typeof requests;
export type Request<Name extends OperationName> = z.infer<(typeof requests)[Name]>;

const constraintOf = (issue: z.core.$ZodIssue): string => {
  const what = (origin: string) => (origin === 'string' || origin === 'array' ? 'length' : 'value');
  if (issue.code === 'too_big')
    return `Member must have ${what(issue.origin)} less than or equal to ${issue.maximum}`;
  if (issue.code === 'too_small')
    return `Member must have ${what(issue.origin)} greater than or equal to ${issue.minimum}`;
  if (issue.code === 'invalid_value')
    return `Member must satisfy enum value set: [${issue.values.map(String).join(', ')}]`;
  return `Member must be ${issue.code === 'invalid_type' ? issue.expected : 'valid'}`;
};

const memberOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `${part + 1}.member` : String(part))).join('.');

const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isObject(at) ? at[String(key)] : undefined;
  }, body);

const sentenceOf = (issue: z.core.$ZodIssue, body: unknown): string => {
  const value = valueAt(body, issue.path);
  const member = memberOf(issue.path);
  if (value === undefined || value === null)
    return `Value null at '${member}' failed to satisfy constraint: Member must not be null`;
  const shown = typeof value === 'string' || typeof value === 'number' ? ` '${value}'` : '';
  return `Value${shown} at '${member}' failed to satisfy constraint: ${constraintOf(issue)}`;
};

/** The request, or AWS's ValidationException naming every member that is wrong. */
export const parseRequest = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const found = issues.map((issue) => sentenceOf(issue, body)).join('; ');
  const count = issues.length === 1 ? '1 validation error' : `${issues.length} validation errors`;
  throw new ServiceError('ValidationException', `${count} detected: ${found}`);
};
