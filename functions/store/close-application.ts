import type * as z from 'zod';
import type { closeApplicationInput } from '../contracts/steps.ts';
import type { ApplicationHead, Version } from '../contracts/application.ts';
import { paysNobody } from '../contracts/instruments.ts';
import { PermanentError, TransientError } from '../platform/errors.ts';
import { theSystem, type EventDetails } from './audit/events.ts';
import { AlongsideRefusedError, ApplicationMovedOnError, changeApplication } from './change-application.ts';
import type { KeylessDesk } from './desk.ts';
import { bookPaid } from './ledger/book-paid.ts';
import { endNotice } from './notices/end-notice.ts';
import { readHeadAndLines, type HeadAndLines } from './read-head-and-lines.ts';
import { recognise } from './recognitions/recognise.ts';
import type { Write } from './transact.ts';

type Input = z.infer<typeof closeApplicationInput>;
type Closing = {
  readonly expected: Version;
  readonly details?: EventDetails;
  readonly onlyIf?: typeof paid;
  readonly alongside: Write[];
};

/** Money was paid: a payout was made and nothing is reserved any more. A recognition has neither. */
const paid = {
  condition: '#reservedFen = :none AND #payoutNo > :none',
  names: { '#reservedFen': 'reservedFen', '#payoutNo': 'payoutNo' },
  values: { ':none': 0 },
};
const withoutMoney = {
  condition: '#reservedFen = :none AND #payoutNo = :none',
  names: paid.names,
  values: paid.values,
};

const close = async (
  { table }: KeylessDesk,
  { applicationId: id, at }: Input,
  { expected, details, alongside, onlyIf = paid }: Closing,
): Promise<Version> => {
  const receipt = await changeApplication(
    table,
    {
      id,
      expected,
      to: 'CLOSED',
      at,
      event: { type: 'CLOSED', by: theSystem, ...(details && { details }) },
      onlyIf,
      outbox: 'CLEAR',
      alongside,
    },
    (after) => ({ applicationId: id, state: 'CLOSED', version: after }),
  );
  return receipt.version;
};

/** Closes a recognition with its entry in the register; an import may write there at the same moment. */
const closeRecognition = async (desk: KeylessDesk, input: Input, head: ApplicationHead): Promise<Version> => {
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const { recognitionNo, writes } = await recognise(desk, head, input.at);
    try {
      return await close(desk, input, {
        expected: head.version,
        details: { recognitionNo },
        onlyIf: withoutMoney,
        alongside: [...writes, ...endNotice(head)],
      });
    } catch (error) {
      if (!(error instanceof AlongsideRefusedError)) throw error;
    }
  }
  throw new TransientError(`The register kept changing while ${input.applicationId} was being closed`);
};

/** What was paid goes into the ledger of each entitlement. */
const closePaid = async (desk: KeylessDesk, input: Input, found: HeadAndLines): Promise<Version> => {
  const { version: expected, state } = found.head;
  const alongside = await bookPaid(desk.table, found, input.at);
  return close(desk, input, { expected, alongside: [...alongside, ...endNotice(found.head)] }).catch(
    (error: unknown) => {
      if (!(error instanceof ApplicationMovedOnError) || error.head?.version !== expected) throw error;
      throw new PermanentError(`${input.applicationId} is ${state} and cannot be closed`, { cause: error });
    },
  );
};

const closeOnce = async (desk: KeylessDesk, input: Input): Promise<Version> => {
  const found = await readHeadAndLines(desk.table, input.applicationId);
  const { state, version, instrument } = found.head;
  if (state === 'CLOSED') return version;
  return state === 'APPROVED' && paysNobody(instrument)
    ? closeRecognition(desk, input, found.head)
    : closePaid(desk, input, found);
};

/**
 * Files a paid application, or enters a recognition in the register and files it. Its entitlement keys stay for good,
 * and nothing it says may change any more: what is found later is a re-assessment.
 */
export const closeApplication =
  (desk: KeylessDesk) =>
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
