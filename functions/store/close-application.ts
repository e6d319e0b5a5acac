import type * as z from 'zod';
import type { closeApplicationInput } from '../contracts/steps.ts';
import type { Version } from '../contracts/application.ts';
import { PermanentError } from '../platform/errors.ts';
import { theSystem } from './audit/events.ts';
import { ApplicationMovedOnError, changeApplication } from './change-application.ts';
import type { Desk } from './desk.ts';

type Input = z.infer<typeof closeApplicationInput>;

const close = async (
  { table }: Desk,
  { applicationId: id, at }: Input,
  expected: Version,
): Promise<Version> => {
  const receipt = await changeApplication(
    table,
    {
      id,
      expected,
      to: 'CLOSED',
      at,
      event: { type: 'CLOSED', by: theSystem },
      onlyIf: {
        condition: '#reservedFen = :none',
        names: { '#reservedFen': 'reservedFen' },
        values: { ':none': 0 },
      },
      outbox: 'CLEAR',
    },
    (after) => ({ applicationId: id, state: 'CLOSED', version: after }),
  );
  return receipt.version;
};

/** Files a paid application. Its entitlement keys stay for good, and nothing about it may change any more. */
export const closeApplication =
  (desk: Desk) =>
  async (input: Input): Promise<{ version: Version }> => {
    try {
      return { version: await close(desk, input, input.version) };
    } catch (error) {
      if (!(error instanceof ApplicationMovedOnError) || error.head === undefined) throw error;
      const { state, version } = error.head;
      if (state === 'CLOSED') return { version };
      if (version === input.version)
        throw new PermanentError(`${input.applicationId} is ${state} and cannot be closed`, { cause: error });
      return { version: await close(desk, input, version) };
    }
  };
