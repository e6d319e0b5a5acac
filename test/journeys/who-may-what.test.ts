import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { operations } from '../../functions/contracts/api/operations.ts';
import { applicants } from '../../functions/contracts/api/parts.ts';
import type { Actor } from '../../functions/contracts/actor.ts';
import { aDraft, aTransportLine, citizen } from '../builders/claims.ts';
import { type Answer, type Asked, type OpenDesk, openDesk } from '../support/open-desk.ts';

/* Every operation, asked by every sample user about one claim of 临县 that a village cadre filed: who gets in? */

let desk: OpenDesk;
let users: readonly Actor[];
let id = '';
let taskId = '';

const county = '141124';
/** Well formed, and of no moment in the application's life: whoever is let in is told that it is stale. */
const stale = `1-${'0'.repeat(32)}`;
const consent = { relation: 'VILLAGE_CADRE', consentTextVersion: '2020-03', takenBy: 'SIGNATURE' } as const;
const line = aTransportLine(citizen('1985-06-12'));
const draft = { ...aDraft('TRANSPORT_SUBSIDY'), proxy: consent };

beforeAll(async () => {
  desk = await openDesk();
  users = desk.host.users;
  const begun = await desk.ask('village', 'createApplication', { body: draft });
  id = begun.body.applicationId ?? '';
  const params = { applicationId: id };
  const added = await desk.ask('village', 'addLines', {
    params,
    body: { version: begun.body.version, lines: [line] },
  });
  await desk.ask('village', 'submitApplication', { params, body: { version: added.body.version } });
  const queue = async () => (await desk.ask('verifier', 'listTasks')).body.items ?? [];
  await vi.waitUntil(async () => (await queue()).length === 1, { timeout: 20_000 });
  taskId = (await queue())[0]?.taskId ?? '';
});
afterAll(() => desk.close());

const asking = (operationId: string): Asked => {
  const payoutId = `${id}.PAYOUT.1`;
  const common = {
    params: {
      applicationId: id,
      lineNo: '1',
      taskId,
      payoutId,
      noticeId: `${id}.NOTICE.99`,
      division: county,
      organisationId: '91141124MA0TE5T088',
      kind: 'WORKSHOP',
      recoveryId: `${id}.RECOVERY.99`,
      differenceId: 'p3Qv8sYkR2mN5xW0aB7cDg',
      ruleId: 'transport.capFen',
      proposalId: 'P141124-20200316-7K3M9QW2ZD',
    },
  };
  const bodies: Readonly<Record<string, object>> = {
    addLines: { version: stale, lines: [line] },
    changeLine: { version: stale, worker: line.worker, content: line.content },
    changePayee: { version: stale, payee: draft.payee },
    submitApplication: { version: stale },
    withdrawApplication: { version: stale, reason: '不要了' },
    claimTask: { version: stale },
    releaseTask: { version: stale },
    decideTask: { version: stale, decision: 'APPROVE', reason: '同意' },
    exportPayouts: { payoutIds: [payoutId] },
    bookPayout: {
      version: stale,
      booking: { result: 'PAID', amountFen: 100, bookedOn: '2020-06-15', bankReference: 'B-1' },
    },
    reversePayout: {
      version: stale,
      reversal: {
        amountFen: 100,
        bookedOn: '2020-06-15',
        bankReference: 'B-1',
        returnReason: 'ACCOUNT_CLOSED',
      },
    },
    reassess: { version: stale, origin: 'AUDIT', reason: '复核' },
    proposeRecovery: {
      version: stale,
      origin: 'AUDIT',
      reason: '离职',
      parts: [{ lineNo: 1, period: '2020' }],
    },
    decideRecovery: { version: stale, decision: 'APPROVE', reason: '属实' },
    receiveRecovery: {
      version: stale,
      received: { amountFen: 100, receivedOn: '2020-06-15', bankReference: 'B-1' },
    },
    writeOffRecovery: { version: stale, reason: '本人去世' },
    raiseObjection: { text: '此人三月份一直在村里没有外出。' },
    createApplication: draft,
    countHeads: { version: '1.none', headCount: 9, countedOn: '2020-06-10' },
    proposeRecognitionChange: { version: '1.none', change: 'SUSPEND', reason: '人数不足' },
    decideDifference: { version: '1.none', decision: 'KEEP_OURS', reason: '属实' },
    proposeRuleValues: { changes: [{ ruleId: 'no.such', value: 1, from: '2020-01-01', source: '文' }] },
    importRuleValues: { text: 'no file of values' },
    decideRuleProposal: { decision: 'REJECT', reason: '不同意' },
    withdrawRuleProposal: {},
    decideRecognitionChange: { version: '1.none', decision: 'CONFIRM', reason: '属实' },
  };
  return { ...common, ...(bodies[operationId] && { body: bodies[operationId] }) };
};

const isApplicant = ({ roles }: Actor) => roles.some((role) => applicants.some((name) => name === role));
const sees = ({ division, roles }: Actor) =>
  division === county ||
  (roles.some((role) => /SUPERVISOR|AUDITOR/.test(role)) && ['140000', '141100'].includes(division));
const mayKnowOf = (user: Actor) => (isApplicant(user) ? user.id === 'village' : sees(user));

const toldOfTask = (user: Actor): string | undefined => {
  if (user.division !== county) return 'NOT_FOUND';
  return user.roles.includes('COUNTY_VERIFIER') ? undefined : 'ROLE_NOT_ALLOWED';
};

/** By the start of the address: what one is told who has the role but no business with this claim. */
const closed: readonly (readonly [string, (user: Actor) => string | undefined])[] = [
  ['/divisions/', (user) => (sees(user) ? undefined : 'OTHER_COUNTY')],
  ['/applications/{', (user) => (mayKnowOf(user) ? undefined : 'NOT_FOUND')],
  ['/tasks/{', toldOfTask],
  // There is no payout, no notice, no recognition, difference or proposal yet: a guessed number is as unknown as another county's.
  ['/payouts/', () => 'NOT_FOUND'],
  ['/recognitions/', () => 'NOT_FOUND'],
  ['/recoveries/', () => 'NOT_FOUND'],
  ['/differences/{', () => 'NOT_FOUND'],
  ['/rule-proposals/{', () => 'NOT_FOUND'],
  ['/notices/{', () => 'NOT_FOUND'],
];
const closedTo = (operationId: string, user: Actor): string | undefined => {
  const path = operations.find((each) => each.operationId === operationId)?.path ?? '';
  return closed.find(([start]) => path.startsWith(start))?.[1](user);
};

const refusals = ['ROLE_NOT_ALLOWED', 'OTHER_COUNTY', 'NOT_FOUND', 'TOKEN_MISSING'];
const refusalOf = ({ code }: Answer) => (code !== undefined && refusals.includes(code) ? code : undefined);

describe.each(operations.map(({ operationId, access }) => ({ operationId, access })))(
  '$operationId',
  ({ operationId, access }) => {
    test('lets in whom it is for and who has to do with the claim, and tells the others nothing of it', async () => {
      const told = await Promise.all(
        users.map(async (user) => [
          user.id,
          refusalOf(await desk.ask(user.id, operationId, asking(operationId))),
        ]),
      );
      const expected = users.map((user) => {
        const allowed =
          access === 'PUBLIC' || user.roles.some((role) => access.some((name) => name === role));
        return [user.id, allowed ? closedTo(operationId, user) : 'ROLE_NOT_ALLOWED'];
      });
      expect(told).toEqual(expected);
    });

    test('asks for a token unless it is for anybody', async () => {
      const answer = await desk.ask(undefined, operationId, asking(operationId));
      expect(answer.code === 'TOKEN_MISSING').toBe(access !== 'PUBLIC');
      if (access !== 'PUBLIC')
        expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="subsidy-desk"');
    });
  },
);

test('after all of them the claim stands where it stood', async () => {
  const { body } = await desk.ask('village', 'getApplication', { params: { applicationId: id } });
  expect(body.state).toBe('IN_VERIFICATION');
  const task = await desk.ask('verifier', 'getTask', { params: { taskId } });
  expect(task.body['claimedBy']).toBeUndefined();
});

describe('a cursor', () => {
  const page = async (user: string, operationId: string, query: Record<string, string> = {}) => {
    const asked = { params: { applicationId: id, division: county }, query: { limit: '1', ...query } };
    return desk.ask(user, operationId, asked);
  };
  let cursor = '';
  beforeAll(async () => {
    await desk.ask('village', 'createApplication', { body: draft });
    cursor = z.string().parse((await page('village', 'listApplications')).body.nextCursor);
  });

  test('goes on in its own list', async () => {
    expect((await page('village', 'listApplications', { cursor })).status).toBe(200);
  });

  test.each([
    ['of another’s', 'applicant', 'listApplications'],
    ['of another list', 'village', 'getHistory'],
    ['of a division', 'verifier', 'listDivisionApplications'],
  ])('is refused in a list %s', async (_what, user, operationId) => {
    expect((await page(user, operationId, { cursor })).code).toBe('INVALID_CURSOR');
  });

  test('is refused when a character of it was changed', async () => {
    const changed = `${cursor.slice(0, -3)}${cursor.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    expect((await page('village', 'listApplications', { cursor: changed })).code).toBe('INVALID_CURSOR');
  });
});
