import type * as z from 'zod';
import type { Operation } from '../../functions/contracts/api/operation.ts';
import { ApiProblem, createApiClient, type Asked } from './api-client.ts';
import { CliError } from './cli-error.ts';
import { findDesk, type RunningDesk } from './running-desk.ts';
import { tokenFor } from './token-command.ts';

export type AskAs = <O extends Operation>(operation: O, asked: Asked<O>) => Promise<z.output<O['response']>>;

/**
 * The running desk's API, as one of its users.
 * @throws CliError USER_UNKNOWN; and from the answer, with the desk's own code
 */
export const asUser = async (desk: RunningDesk, user: string): Promise<AskAs> => {
  const token = await tokenFor(desk, user);
  const api = createApiClient(desk.url);
  return (operation, asked) =>
    api.call(operation, asked, token).catch((error: unknown) => {
      throw error instanceof ApiProblem
        ? new CliError(error.code, error.message, 1, { cause: error })
        : error;
    });
};

/** The options of every command that asks as somebody. */
export type By = { readonly as: string; readonly data?: string };

/** The desk of `--data`, as the user of `--as`. @throws CliError DESK_NOT_RUNNING, USER_UNKNOWN */
export const askBy = ({ as, data }: By): Promise<AskAs> => asUser(findDesk(data), as);
