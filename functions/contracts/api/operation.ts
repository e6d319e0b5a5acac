import type * as z from 'zod';
import type { Role } from '../actor.ts';
import type { Sentence } from '../scalars.ts';
import type { ProblemCode } from './problems.ts';

/** One HTTP operation: all that a handler, the OpenAPI document and the web pages need to know of it. */
export type Operation = {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** As API Gateway writes it: `/applications/{applicationId}/submit`. */
  readonly path: string;
  readonly tag: string;
  /** Who may call it; PUBLIC needs no token. */
  readonly access: 'PUBLIC' | readonly Role[];
  readonly summary: Sentence;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType;
  readonly status: 200 | 201 | 202;
  readonly response: z.ZodType;
  readonly produces?: 'text/csv; charset=utf-8';
  /** How long anybody may keep the answer; without it the answer is never kept. */
  readonly cacheSeconds?: number;
  /** Refusals of its own, beside those that every operation of its kind can give. */
  readonly problems: readonly ProblemCode[];
};

export type ReadOperation = Operation & { readonly method: 'GET' };
export type ChangeOperation = Operation & { readonly method: 'POST' | 'PUT' };
