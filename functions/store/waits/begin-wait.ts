import type { ApplicationHead, ApplicationId, Version, Wait, WaitKind } from '../../contracts/application.ts';
import { PermanentError } from '../../platform/errors.ts';
import { AlongsideRefusedError, ApplicationMovedOnError } from '../change-application.ts';
import type { KeylessDesk } from '../desk.ts';
import { readHead } from '../read-application.ts';
import { answerNow } from './answer-now.ts';
import { payoutSays } from './payout-says.ts';
import { putToken } from './put-token.ts';
import { waitKey } from './rows.ts';

export type Beginning = {
  readonly id: ApplicationId;
  readonly kind: WaitKind;
  readonly version: Version;
  readonly division: string;
  readonly token: string;
};

/** What a wait rests on; `left` is another wait that was begun and never answered, because its step failed. */
export type Ground = {
  readonly version: Version;
  readonly division: string;
  readonly left?: Wait | undefined;
};

/** Writes the wait: the application's head, its row, the token. Rests on the version it is given. */
export type Write = (ground: Ground) => Promise<void>;

/** Another attempt waited here already: its row gets the new token. False when the row was answered meanwhile. */
const takeOver = async (
  { table }: KeylessDesk,
  { wait, applicationId }: ApplicationHead,
  { kind, token }: Beginning,
) => wait?.kind === kind && (await putToken(table, waitKey(applicationId, wait), token));

const currentHead = async (
  desk: KeylessDesk,
  error: unknown,
  id: ApplicationId,
): Promise<ApplicationHead> => {
  const known = error instanceof ApplicationMovedOnError ? error.head : undefined;
  if (!(error instanceof ApplicationMovedOnError) && !(error instanceof AlongsideRefusedError)) throw error;
  const head = known ?? (await readHead(desk.table, id));
  if (head === undefined) throw new PermanentError(`${id} does not exist`);
  return head;
};

/** The machine knows no version yet when its very first step failed: then the row is read first. */
const startingPoint = async ({ table }: KeylessDesk, input: Beginning): Promise<Ground> => {
  if (!input.version.startsWith('0-')) return input;
  const head = await readHead(table, input.id);
  if (head === undefined) throw new PermanentError(`${input.id} does not exist`);
  return { version: head.version, division: head.division, left: head.wait };
};

/**
 * Begins a wait on the version the machine knows, in one round trip. When somebody was first (a retry of this
 * step, a withdrawal, an objection, a decision whose call was lost), reads the row and either takes the wait
 * over, answers it at once, or begins on the newer version.
 */
export const beginWait = async (
  desk: KeylessDesk,
  input: Beginning,
  write: Write,
  answer: (token: string, output: string) => Promise<unknown>,
): Promise<void> => {
  let ground = await startingPoint(desk, input);
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    try {
      await write(ground);
      return;
    } catch (error) {
      const head = await currentHead(desk, error, input.id);
      const known = answerNow(head, input.kind) ?? (await payoutSays(desk, head, input.kind));
      if (known !== undefined) {
        await answer(input.token, known);
        return;
      }
      if (await takeOver(desk, head, input)) return;
      ground = { version: head.version, division: head.division, left: head.wait };
    }
  }
  throw new PermanentError(`${input.id} cannot begin to wait for ${input.kind}: its row does not allow it`);
};
