import type { ApplicationHead, ApplicationId, Version, Wait, WaitKind } from '../../contracts/application.ts';
import { unknownVersion } from '../../contracts/resume.ts';
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

const mustRead = async ({ table }: KeylessDesk, id: ApplicationId): Promise<ApplicationHead> => {
  const head = await readHead(table, id);
  if (head === undefined) throw new PermanentError(`${id} does not exist`);
  return head;
};

const currentHead = async (
  desk: KeylessDesk,
  error: unknown,
  id: ApplicationId,
): Promise<ApplicationHead> => {
  const known = error instanceof ApplicationMovedOnError ? error.head : undefined;
  if (!(error instanceof ApplicationMovedOnError) && !(error instanceof AlongsideRefusedError)) throw error;
  return known ?? mustRead(desk, id);
};

/** The machine knows no version when its very first step failed, or when it was started in the middle. */
const knowsNoVersion = ({ version }: Beginning): boolean => version === unknownVersion;

type SendAnswer = (token: string, output: string) => Promise<unknown>;

/** What the row says of this wait: it is answered already, or waited for already and gets the new token. */
const settled = async (
  desk: KeylessDesk,
  head: ApplicationHead,
  input: Beginning,
  answer: SendAnswer,
): Promise<boolean> => {
  const known = answerNow(head, input.kind) ?? (await payoutSays(desk, head, input.kind));
  if (known === undefined) return takeOver(desk, head, input);
  await answer(input.token, known);
  return true;
};

/** The head as it is, when there is no straight way; undefined when the wait was written. */
const attempt = async (
  desk: KeylessDesk,
  input: Beginning,
  write: Write,
  ground: Ground | undefined,
): Promise<ApplicationHead | undefined> => {
  if (ground === undefined) return mustRead(desk, input.id);
  try {
    await write(ground);
    return undefined;
  } catch (error) {
    return currentHead(desk, error, input.id);
  }
};

/**
 * Begins a wait on the version the machine knows, in one round trip. When it knows none, or somebody was first (a retry of this
 * step, a withdrawal, an objection, a decision whose call was lost), reads the row and either takes the wait
 * over, answers it at once, or begins on the newer version.
 */
export const beginWait = async (
  desk: KeylessDesk,
  input: Beginning,
  write: Write,
  answer: SendAnswer,
): Promise<void> => {
  let ground: Ground | undefined = knowsNoVersion(input) ? undefined : input;
  for (let tries = 1; tries <= 5; tries += 1) {
    const head = await attempt(desk, input, write, ground);
    if (head === undefined || (await settled(desk, head, input, answer))) return;
    ground = { version: head.version, division: head.division, left: head.wait };
  }
  throw new PermanentError(`${input.id} cannot begin to wait for ${input.kind}: its row does not allow it`);
};
