import * as z from 'zod';
import {
  checkApplicationInput,
  checkApplicationOutput,
  closeApplicationInput,
  closeApplicationOutput,
  endApplicationInput,
  endApplicationOutput,
  openTaskInput,
  payApplicationInput,
  publishNoticeInput,
  reconcileDivisionInput,
  reconcileDivisionOutput,
  waitingOutput,
} from '../../functions/contracts/steps.ts';
import { waitAnswers } from '../../functions/contracts/wait-answers.ts';

/** As much of JSON Schema as the steps' contracts use. */
const property = z.looseObject({ enum: z.array(z.string()).optional() });
const objectSchema = z.looseObject({
  properties: z.record(z.string(), property).default({}),
  required: z.array(z.string()).default([]),
  additionalProperties: z.boolean().optional(),
});
export type ObjectSchema = z.infer<typeof objectSchema>;

/** What a release's functions take and answer, and what its waits are answered with. */
export const contracts = z.strictObject({
  functions: z.record(z.string(), z.strictObject({ input: objectSchema, output: objectSchema })),
  answers: z.record(z.string(), objectSchema),
});
export type Contracts = z.infer<typeof contracts>;

/** Every function that a machine calls. */
export const steps = {
  CheckApplication: { input: checkApplicationInput, output: checkApplicationOutput },
  OpenTask: { input: openTaskInput, output: waitingOutput },
  PublishNotice: { input: publishNoticeInput, output: waitingOutput },
  PayApplication: { input: payApplicationInput, output: waitingOutput },
  EndApplication: { input: endApplicationInput, output: endApplicationOutput },
  ReconcileDivision: { input: reconcileDivisionInput, output: reconcileDivisionOutput },
  CloseApplication: { input: closeApplicationInput, output: closeApplicationOutput },
} satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

const schemaOf = (schema: z.ZodType): ObjectSchema => objectSchema.parse(z.toJSONSchema(schema));

export type Shapes = Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>;

export const describeContracts = (
  functions: Shapes,
  answers: Readonly<Record<string, z.ZodType>>,
): Contracts => ({
  functions: Object.fromEntries(
    Object.entries(functions).map(([name, { input, output }]) => [
      name,
      { input: schemaOf(input), output: schemaOf(output) },
    ]),
  ),
  answers: Object.fromEntries(Object.entries(answers).map(([kind, answer]) => [kind, schemaOf(answer)])),
});

export const todaysContracts = (): Contracts => describeContracts(steps, waitAnswers);
