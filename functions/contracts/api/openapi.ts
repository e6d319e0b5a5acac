import * as z from 'zod';
import type { Operation } from './operation.ts';
import { noBody, nothing } from './parts.ts';

export const getOpenapiOperation = {
  operationId: 'getOpenapi',
  method: 'GET',
  path: '/openapi.json',
  tag: 'About',
  access: 'PUBLIC',
  summary: { zh: '本接口的说明文件', en: 'This description' },
  params: nothing,
  query: nothing,
  body: noBody,
  status: 200,
  cacheSeconds: 300,
  response: z.looseObject({ openapi: z.string() }),
  problems: [],
} as const satisfies Operation;
