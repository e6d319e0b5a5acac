import type * as z from 'zod';
import type { closeApplicationInput } from '../contracts/steps.ts';
import type { Version } from '../contracts/application.ts';
import { PermanentError, TransientError } from '../platform/errors.ts';
import { theSystem } from './audit/events.ts';
import { ApplicationMovedOnError, changeApplication } from './change-application.ts';
import type { Desk } from './desk.ts';
import { bookPaid, readHeadAndLines } from './ledger/book-paid.ts';

type Input = z.infer<typeof closeApplicationInput>;

const closeOnce = async ({ table }: Desk, { applicationId: id, at }: Input): Promise<Version> => {
  const found = await readHeadAndLines(table, id);
  const { state, version: expected } = found.head;
  if (state === 'CLOSED') return expected;
  const change = {
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
    alongside: await bookPaid(table, found, at),
  } as const;
  const closed = changeApplication(table, change, (version) => ({ applicationId: id, state: 'CLOSED', version }));
  const { version } = await closed.catch((error: unknown) => {
    if (!(error instanceof ApplicationMovedOnError) || error.head?.version !== expected) throw error;
    throw new PermanentError(`${id} is ${state} and cannot be closed`, { cause: error });
  });
  return version;
};

/**
 * Files a paid application: what was paid goes into the ledger of each entitlement, and the keys stay for good.
 * Nothing it says may change any more: what is found later is a re-assessment.
 */
export const closeApplication =
  (desk: Desk) =>
  async (input: Input): Promise<{ version: Version }> => {
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      try {
        return { version: await closeOnce(desk, input) };
      } catch (error) {
        if (!(error instanceof ApplicationMovedOnError)) throw error;
      }
    }
    throw new TransientError(`${input.applicationId} kept changing while it was being closed`);
  };
