import * as z from 'zod';
import {
  createDocument,
  type CreateDocumentOptions,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import type { Operation } from '../../contracts/api/operation.ts';
import { operations } from '../../contracts/api/operations.ts';
import { problemBody, problemsOf } from '../../contracts/api/problem-body.ts';
import { problems, type ProblemCode } from '../../contracts/api/problems.ts';
import { forApplicants } from './examples/for-applicants.ts';
import { forLedgers } from './examples/for-ledgers.ts';
import { forOffices } from './examples/for-offices.ts';
import { forDifferences } from './examples/for-differences.ts';
import { forRecognitions } from './examples/for-recognitions.ts';
import { forRuleValues } from './examples/for-rule-values.ts';

export const examples = {
  ...forApplicants,
  ...forOffices,
  ...forRecognitions,
  ...forDifferences,
  ...forLedgers,
  ...forRuleValues,
};

const idempotencyKey = z
  .string()
  .min(8)
  .max(100)
  .describe(
    'A new one for each new request, the same one when a request is repeated: it is then carried out once',
  )
  .meta({ example: '3f0c1c52-9d0a-4b7e-8f1e-6a2b7c9d0e11' });

const statusesOf = (code: ProblemCode): number[] => {
  const { status, ...rest } = problems[code];
  return 'also' in rest ? [status, rest.also] : [status];
};

const exampleOf = (code: ProblemCode, status: number) => ({
  summary: problems[code].title,
  value: {
    type: `urn:subsidy-desk:problem:${code}`,
    title: problems[code].title,
    status,
    code,
    detail: problems[code].title,
    messageZh: problems[code].zh,
    instance: 'request-1',
  },
});

/** The refusals of an operation, grouped by their HTTP status. */
const refusals = (operation: Operation): ZodOpenApiResponsesObject => {
  const possible = problemsOf(operation).flatMap((code) =>
    statusesOf(code).map((status) => ({ code, status })),
  );
  const byStatus = Object.groupBy(possible, ({ status }) => String(status));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, found = []]) => [
      status,
      {
        description: found.map(({ code }) => `${code}: ${problems[code].title}`).join('; '),
        content: {
          'application/problem+json': {
            schema: problemBody,
            examples: Object.fromEntries(found.map(({ code }) => [code, exampleOf(code, Number(status))])),
          },
        },
      },
    ]),
  );
};

const requestOf = ({ method, body, operationId }: Operation): Partial<ZodOpenApiOperationObject> =>
  method === 'GET'
    ? {}
    : {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: body, example: examples[operationId]?.request } },
        },
      };

const describe = (operation: Operation): ZodOpenApiOperationObject => {
  const { operationId, tag, access, summary, params, query, method, status, response } = operation;
  const mediaType = operation.produces ?? 'application/json; charset=utf-8';
  return {
    operationId,
    tags: [tag],
    summary: `${summary.en} · ${summary.zh}`,
    description: access === 'PUBLIC' ? 'For anybody, without a token.' : `For ${access.join(', ')}.`,
    security: access === 'PUBLIC' ? [] : [{ signIn: [] }],
    requestParams: {
      path: params,
      query,
      ...(method !== 'GET' && { header: z.object({ 'Idempotency-Key': idempotencyKey }) }),
    },
    ...requestOf(operation),
    responses: {
      [`${status}`]: {
        description: summary.en,
        content: { [mediaType]: { schema: response, example: examples[operationId]?.response } },
      },
      ...refusals(operation),
    },
  };
};

/** Our transforms mend spellings (full-width digits, blanks): what comes out of them is text. */
const override: CreateDocumentOptions['override'] = ({ zodSchema, jsonSchema, io }) => {
  const { type } = zodSchema._zod.def;
  if (io === 'output' && (type === 'transform' || (type === 'pipe' && Object.keys(jsonSchema).length === 0)))
    jsonSchema.type = 'string';
};

/** The whole interface as OpenAPI 3.1, from the schemas that the handlers themselves parse with. */
export const openapiDocument = () => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describe(operation),
    };
  }
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Subsidy desk · 补贴申办',
        version: '1',
        description:
          'Runs Shanxi’s notice 晋人社厅函〔2020〕127号 from a claim to money. Money is whole fen, dates are calendar dates in Asia/Shanghai, every change names the version it rests on.',
      },
      security: [{ signIn: [] }],
      components: {
        securitySchemes: {
          signIn: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'A token of the OIDC issuer',
          },
        },
      },
      paths,
    },
    { override },
  );
};
