import { setTimeout as pause } from 'node:timers/promises';
import type * as z from 'zod';
import { getApplicationOperation } from '../functions/contracts/api/application-reads.ts';
import type { Operation } from '../functions/contracts/api/operation.ts';
import type { ApplicationId, ApplicationState } from '../functions/contracts/application.ts';
import { type Asked, createApiClient } from '../infra/cli/api-client.ts';
import type { RunningDesk } from '../infra/cli/running-desk.ts';
import { tokenFor } from '../infra/cli/token-command.ts';
import { BenchError } from './bench-error.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Somebody at the desk, signed in for the next eight hours of its clock. */
export type DeskUser = {
  readonly ask: <O extends Operation>(operation: O, asked: Asked<O>) => Promise<z.output<O['response']>>;
  /** Looks at a claim again and again until the machine has brought it where it is to be. */
  readonly watch: (applicationId: ApplicationId, state: ApplicationState) => Promise<Watched>;
};
type Watched = z.output<(typeof getApplicationOperation)['response']>;

const lookAgainAfterMs = 25;
const patienceMs = 120_000;

/** Signs a user of the desk in; every request of theirs is timed under its operation's name. */
export const signIn = async (desk: RunningDesk, user: string, stopwatch: Stopwatch): Promise<DeskUser> => {
  const client = createApiClient(desk.url);
  const token = await tokenFor(desk, user);
  const ask: DeskUser['ask'] = (operation, asked) =>
    stopwatch.time(operation.operationId, () => client.call(operation, asked, token));
  return {
    ask,
    watch: async (applicationId, state) => {
      const startedAt = performance.now();
      for (;;) {
        const seen = await ask(getApplicationOperation, { params: { applicationId } });
        if (seen.state === state) return seen;
        if (performance.now() - startedAt > patienceMs)
          throw new BenchError(`A claim is ${seen.state} and does not come to be ${state}.`);
        await pause(lookAgainAfterMs);
      }
    },
  };
};
