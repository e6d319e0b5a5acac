import * as z from 'zod';

/** The fields of each state type in JSONata, as far as the engine supports them. Nested state lists are parsed apart. */

const expression = z.string().regex(/^\{%[\s\S]*%\}$/, "must be a JSONata expression between '{%' and '%}'");
const orExpression = <T extends z.ZodType>(schema: T) => z.union([schema, expression]);
const seconds = z.int().min(0).max(99_999_999);
const positiveSeconds = z.int().min(1).max(99_999_999);
const assign = z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,79}$/), z.unknown());

const common = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata').optional(),
};
const flow = { Next: z.string().optional(), End: z.boolean().optional() };
const results = { Assign: assign.optional(), Output: z.unknown().optional() };

const retrier = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: positiveSeconds.optional(),
  MaxAttempts: z.int().min(0).max(99_999_999).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
  Comment: z.string().optional(),
});
export type Retrier = z.infer<typeof retrier>;

const catcher = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  Next: z.string(),
  Comment: z.string().optional(),
  ...results,
});

const handlers = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

const choiceRule = z.strictObject({
  Condition: orExpression(z.boolean()),
  Next: z.string(),
  Comment: z.string().optional(),
  ...results,
});

export const stateSchemas = {
  Pass: z.strictObject({ Type: z.literal('Pass'), ...common, ...flow, ...results }),
  Task: z.strictObject({
    Type: z.literal('Task'),
    ...common,
    ...flow,
    ...results,
    ...handlers,
    Resource: z.string(),
    Arguments: z.union([z.record(z.string(), z.unknown()), expression]).optional(),
    TimeoutSeconds: orExpression(positiveSeconds).optional(),
    HeartbeatSeconds: orExpression(positiveSeconds).optional(),
  }),
  Choice: z.strictObject({
    Type: z.literal('Choice'),
    ...common,
    ...results,
    Choices: z.array(choiceRule).min(1),
    Default: z.string().optional(),
  }),
  Wait: z.strictObject({
    Type: z.literal('Wait'),
    ...common,
    ...flow,
    ...results,
    Seconds: orExpression(seconds).optional(),
    Timestamp: z.string().optional(),
  }),
  Succeed: z.strictObject({ Type: z.literal('Succeed'), ...common, Output: z.unknown().optional() }),
  Fail: z.strictObject({
    Type: z.literal('Fail'),
    ...common,
    Error: z.string().optional(),
    Cause: z.string().optional(),
  }),
  Parallel: z.strictObject({
    Type: z.literal('Parallel'),
    ...common,
    ...flow,
    ...results,
    ...handlers,
    Arguments: z.unknown().optional(),
    Branches: z.array(z.unknown()).min(1),
  }),
  Map: z.strictObject({
    Type: z.literal('Map'),
    ...common,
    ...flow,
    ...results,
    ...handlers,
    Items: z.union([z.array(z.unknown()), expression]).optional(),
    ItemSelector: z.union([z.record(z.string(), z.unknown()), expression]).optional(),
    ItemProcessor: z.unknown().optional(),
    Iterator: z.unknown().optional(),
    MaxConcurrency: orExpression(z.int().min(0)).optional(),
    ToleratedFailureCount: orExpression(z.int().min(0)).optional(),
    ToleratedFailurePercentage: orExpression(z.number().min(0).max(100)).optional(),
  }),
} as const;

export type StateType = keyof typeof stateSchemas;
type Parsed<T extends StateType> = z.infer<(typeof stateSchemas)[T]>;

export type PassDefinition = Parsed<'Pass'>;
export type TaskDefinition = Parsed<'Task'>;
export type ChoiceDefinition = Parsed<'Choice'>;
export type WaitDefinition = Parsed<'Wait'>;
export type SucceedDefinition = Parsed<'Succeed'>;
export type FailDefinition = Parsed<'Fail'>;
export type ParallelDefinition = Parsed<'Parallel'> & { readonly branches: readonly StateListDefinition[] };
export type MapDefinition = Parsed<'Map'> & { readonly processor: StateListDefinition };

export type StateDefinition =
  | PassDefinition
  | TaskDefinition
  | ChoiceDefinition
  | WaitDefinition
  | SucceedDefinition
  | FailDefinition
  | ParallelDefinition
  | MapDefinition;

/** States that hand over to each other: the machine, a branch, or what a Map does with an item. */
export type StateListDefinition = {
  readonly path: string;
  readonly startAt: string;
  readonly states: ReadonlyMap<string, StateDefinition>;
};

export type MachineDefinition = StateListDefinition & { readonly timeoutSeconds: number | undefined };

const listFields = {
  States: z.record(z.string(), z.unknown()),
  StartAt: z.string(),
  Comment: z.string().optional(),
};
export const branchSchema = z.strictObject(listFields);
export const processorSchema = z.strictObject({
  ...listFields,
  ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE').optional() }).optional(),
});
export const machineSchema = z.strictObject({
  ...listFields,
  Version: z.literal('1.0').optional(),
  QueryLanguage: z.literal('JSONata'),
  TimeoutSeconds: positiveSeconds.optional(),
});
