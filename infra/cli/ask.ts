import type * as z from 'zod';
import type { Operation } from '../../functions/contracts/api/operation.ts';
import { ApiProblem, createApiClient, type Asked } from './api-client.ts';
import { CliError } from './cli-error.ts';
import { findDesk } from './running-desk.ts';
import { tokenFor } from './token-command.ts';

export type By = { readonly as: string; readonly data?: string };

/** One request as one of the desk's users. @throws CliError with the desk's own code and sentence */
export const ask = async <O extends Operation>(
  { as, data }: By,
  operation: O,
  asked: Asked<O>,
): Promise<z.output<O['response']>> => {
  const desk = findDesk(data);
  const token = await tokenFor(desk, as);
  try {
    return await createApiClient(desk.url).call(operation, asked, token);
  } catch (error) {
    if (error instanceof ApiProblem) throw new CliError(error.code, error.message, 1, { cause: error });
    throw error;
  }
};
