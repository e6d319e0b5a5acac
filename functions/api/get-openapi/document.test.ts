import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { operations } from '../../contracts/api/operations.ts';
import { problemsOf } from '../../contracts/api/problem-body.ts';
import { problems } from '../../contracts/api/problems.ts';
import { examples, openapiDocument } from './document.ts';

const reference = z.looseObject({ $ref: z.string() });
const parameter = z.looseObject({
  in: z.string(),
  name: z.string(),
  required: z.boolean().optional(),
  schema: z.looseObject({}),
});
const content = z.record(z.string(), z.looseObject({ schema: z.looseObject({}) }));
const documented = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(parameter).default([]),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string(), content })),
});
const documentShape = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'put']), documented)),
  components: z.looseObject({
    schemas: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
  }),
});

const document = documentShape.parse(JSON.parse(JSON.stringify(openapiDocument())));
const described = operations.map((operation) => {
  const method = z.enum(['get', 'post', 'put']).parse(operation.method.toLowerCase());
  return { operation, found: document.paths[operation.path]?.[method] };
});

/** Every object anywhere in the document. */
const objectsIn = (value: unknown): object[] => {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
};

test('it describes every operation and no other, each under its own name', () => {
  const paths = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`,
    ),
  );
  expect(paths.sort()).toEqual(
    operations.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`).sort(),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
});

test('every reference in it leads somewhere', () => {
  const references = objectsIn(document).flatMap((each) => reference.safeParse(each).data?.$ref ?? []);
  expect(references.length).toBeGreaterThan(0);
  const names = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(references.filter((ref) => !names.includes(ref))).toEqual([]);
});

describe.each(described)('$operation.operationId', ({ operation, found }) => {
  test('is summed up in English and in Chinese', () => {
    expect(found?.summary).toMatch(/[A-Za-z]{3}.* · .*[一-龥]{2}/);
  });

  test('declares the parameters of its path, and only those', () => {
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = found?.parameters.filter((each) => each.in === 'path');
    expect(declared?.map(({ name }) => name)).toEqual(inPath);
    expect(declared?.every(({ required }) => required)).toBe(true);
  });

  test('asks for an Idempotency-Key exactly when it changes something', () => {
    const header = found?.parameters.find(({ name }) => name === 'Idempotency-Key');
    expect(header?.required).toBe(operation.method === 'GET' ? undefined : true);
    expect(found?.requestBody === undefined).toBe(operation.method === 'GET');
  });

  test('asks for a token exactly when it is not public', () => {
    expect(found?.security).toEqual(operation.access === 'PUBLIC' ? [] : [{ signIn: [] }]);
  });

  test('names every refusal it can give under the status it gives it with', () => {
    for (const code of problemsOf(operation)) {
      const response = found?.responses[String(problems[code].status)];
      expect(response?.description).toContain(code);
      expect(Object.keys(response?.content ?? {})).toEqual(['application/problem+json']);
    }
  });

  test('shows an example of what it is sent and answers, and both are right', () => {
    const example = examples[operation.operationId];
    expect(operation.response.safeParse(example?.response).error).toBeUndefined();
    if (operation.method !== 'GET') expect(operation.body.safeParse(example?.request).error).toBeUndefined();
    const [success] = Object.values(found?.responses[String(operation.status)]?.content ?? {});
    expect(success).toHaveProperty('example');
  });
});

test('no two operations share a path and a method, and no example belongs to none', () => {
  const keys = operations.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(Object.keys(examples).sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
});
