import type { ApplicationHead, ApplicationState, Version } from '../contracts/application.ts';
import type { EndApplicationInput, EndApplicationOutput } from '../contracts/steps.ts';
import { sourcesOf } from '../contracts/transitions.ts';
import { PermanentError, TransientError } from '../platform/errors.ts';
import { theSystem } from './audit/events.ts';
import { ApplicationMovedOnError, changeApplication } from './change-application.ts';
import type { KeylessDesk } from './desk.ts';
import { releaseEntitlement } from './entitlements.ts';
import { unreserve } from './funds.ts';
import { lineKey } from './keys.ts';
import { endNotice } from './notices/end-notice.ts';
import { everyLine, readHead } from './read-application.ts';
import type { Write } from './transact.ts';
import { writeAtVersion } from './write-at-version.ts';

type End = Extract<ApplicationState, 'REFUSED' | 'WITHDRAWN'>;

const endOf = {
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
  NOT_ANSWERED: 'WITHDRAWN',
  ABANDONED: 'WITHDRAWN',
} as const;

const reasonOf = {
  NOT_ANSWERED: '补正期限已过，未收到补正材料。The correction was not sent by its deadline.',
  ABANDONED: '系统故障后由管理员终止。An operator ended it after a failure of the system.',
} as const;

const isEnd = (state: ApplicationState): state is End => state === 'REFUSED' || state === 'WITHDRAWN';

/** Gives back every entitlement key the lines hold. A repeat finds nothing more to give back. */
const releaseKeys = async ({ table }: KeylessDesk, head: ApplicationHead): Promise<void> => {
  const groups: Write[][] = [];
  for await (const line of everyLine(table, head.applicationId)) {
    if (line.held.length === 0) continue;
    const holder = { id: head.applicationId, line, division: head.division };
    groups.push([
      ...line.held.map((part) => releaseEntitlement(holder, part)),
      {
        Update: {
          Key: lineKey(head.applicationId, line.lineNo),
          UpdateExpression: 'SET held = :none',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':none': [] },
        },
      },
    ]);
  }
  await writeAtVersion(table, head, groups);
};

const write = async (
  { table }: KeylessDesk,
  head: ApplicationHead,
  to: End,
  input: EndApplicationInput,
): Promise<Version> => {
  const { at, ending } = input;
  const known = ending === 'NOT_ANSWERED' || ending === 'ABANDONED' ? reasonOf[ending] : undefined;
  const reason = known ?? head.endReason;
  const receipt = await changeApplication(
    table,
    {
      id: head.applicationId,
      expected: head.version,
      ...(isEnd(head.state) ? { while: [head.state] } : { to }),
      at,
      event: { type: to, by: theSystem, details: { ending, releasedFen: head.reservedFen } },
      set: { flags: [], reservedFen: 0, endReason: reason, ended: true },
      remove: ['wait'],
      outbox: 'CLEAR',
      alongside: [
        ...endNotice(head),
        ...(head.reservedFen > 0 ? [unreserve(head.division, head.reservedFen)] : []),
      ],
    },
    (after) => ({ applicationId: head.applicationId, state: to, version: after }),
  );
  return receipt.version;
};

/** A correction that was sent in the last moment, or an end that somebody else made: the row decides. */
const endByRow = (head: ApplicationHead, { ending }: EndApplicationInput): End | 'RESUBMITTED' => {
  if (isEnd(head.state)) return head.state;
  return ending === 'NOT_ANSWERED' && head.state !== 'RETURNED' ? 'RESUBMITTED' : endOf[ending];
};

const endOnce = async (desk: KeylessDesk, input: EndApplicationInput): Promise<EndApplicationOutput> => {
  const head = await readHead(desk.table, input.applicationId);
  if (head === undefined) throw new PermanentError(`${input.applicationId} does not exist`);
  const ended = endByRow(head, input);
  if (ended === 'RESUBMITTED' || head.ended === true) return { ended, version: head.version };
  if (!isEnd(head.state) && !sourcesOf(ended).includes(head.state))
    throw new PermanentError(`${head.applicationId} is ${head.state} and cannot be ${ended}`);
  await releaseKeys(desk, head);
  return { ended, version: await write(desk, head, ended, input) };
};

/**
 * Ends an application without money: gives back entitlement keys, the notice and what was reserved. Safe to repeat.
 * @throws PermanentError when its state forbids an end (money has been approved)
 */
export const endApplication =
  (desk: KeylessDesk) =>
  async (input: EndApplicationInput): Promise<EndApplicationOutput> => {
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      try {
        return await endOnce(desk, input);
      } catch (error) {
        if (!(error instanceof ApplicationMovedOnError)) throw error;
      }
    }
    throw new TransientError(`${input.applicationId} kept changing while it was being ended`);
  };
