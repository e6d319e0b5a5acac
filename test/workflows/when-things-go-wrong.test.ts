import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import { PermanentError, TransientError } from '../../functions/platform/errors.ts';
import { sweepOutbox } from '../../functions/store/sweep-outbox.ts';
import { withdrawApplication } from '../../functions/store/withdraw-application.ts';
import { aDraft, aSeat, aTransportLine, citizenNo } from '../builders/claims.ts';
import { people, startTestDesk, type TestDesk } from '../support/test-desk.ts';

/** What a step answers instead of doing its work, for one application; otherwise it works. */
type Fault = () => unknown;
const faults = new Map<string, Fault[]>();
let desk: TestDesk;
let next = 3000;
const someone = () => citizenNo(next++).citizenId;

const arrange = (name: string, ...queue: Fault[]) => faults.set(name, queue);
const fails = (error: Error) => (): never => {
  throw error;
};

beforeAll(async () => {
  desk = await startTestDesk('2020-06-15T01:00:00.000Z', (name, work) => async (event) => {
    const fault = faults.get(name)?.shift();
    return fault ? fault() : work(event);
  });
  await desk.putFund(1_000_000_000);
});
afterAll(() => desk.stop());

const draftOf = async (): Promise<ApplicationId> => {
  const citizenId = someone();
  await desk.putWorker(citizenId, { seats: [aSeat()] });
  return desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
};
const clear = async (): Promise<ApplicationId> => {
  const id = await draftOf();
  await desk.submit(id);
  return id;
};
const ended = async (id: ApplicationId) => {
  const { status, output, visited } = await desk.execution(id);
  return {
    status,
    ended: output === undefined ? undefined : (JSON.parse(output) as { ended?: string }).ended,
    visited,
  };
};
const sweepLater = async () => {
  await desk.clock.advance(60_000);
  const result = await sweepOutbox(desk.desk, desk.machine, desk.now());
  await desk.engine.idle();
  return result;
};
const paid = async (id: ApplicationId) => {
  await desk.advanceDays(14);
  await desk.decide(id, people.approver, 'APPROVE');
  await desk.book(id);
  return ended(id);
};

describe('a step that fails', () => {
  test('a database that is busy for a moment is asked again', async () => {
    arrange('CheckApplication', fails(new TransientError('busy')), fails(new TransientError('busy')));
    const id = await draftOf();
    await desk.submit(id);
    await desk.clock.advance(30_000);
    expect(await desk.head(id)).toMatchObject({ state: 'ON_NOTICE' });
  });

  test('a step that cannot work is parked for an operator, and goes on where it stopped once it is mended', async () => {
    arrange('CheckApplication', fails(new PermanentError('broken')));
    const id = await clear();
    expect(await desk.head(id)).toMatchObject({
      state: 'SUBMITTED',
      flags: ['PARKED'],
      wait: { kind: 'OPERATE' },
    });
    await desk.decide(id, people.operator, 'RECHECK', { reason: '已修复' });
    expect(await desk.head(id)).toMatchObject({ state: 'ON_NOTICE', flags: [] });
    expect(await paid(id)).toMatchObject({ ended: 'CLOSED' });
  });

  test.each([
    ['PublishNotice', 'ON_NOTICE'],
    ['PayApplication', 'APPROVED'],
    ['CloseApplication', 'PAYING'],
  ])(
    '%s failing leaves the money where it was, and goes on after the operator’s word',
    async (name, state) => {
      const id = await draftOf();
      arrange(name, fails(new PermanentError('broken')));
      await desk.submit(id);
      await desk.advanceDays(14);
      if (name !== 'PublishNotice') await desk.decide(id, people.approver, 'APPROVE');
      if (name === 'CloseApplication') await desk.book(id);
      expect(await desk.head(id)).toMatchObject({ state, flags: ['PARKED'] });
      await desk.decide(id, people.operator, 'RECHECK', { reason: '已修复' });
      await desk.advanceDays(14);
      if (name === 'PublishNotice') await desk.decide(id, people.approver, 'APPROVE');
      if (name !== 'CloseApplication') await desk.book(id);
      expect(await ended(id)).toMatchObject({ status: 'SUCCEEDED', ended: 'CLOSED' });
    },
  );

  test('an operator may abandon an application, but not after money was approved', async () => {
    arrange('CheckApplication', fails(new PermanentError('broken')));
    const early = await clear();
    await desk.decide(early, people.operator, 'ABANDON', { reason: '无法修复' });
    expect(await desk.head(early)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await ended(early)).toMatchObject({ ended: 'WITHDRAWN' });
    const late = await clear();
    await desk.advanceDays(14);
    arrange('PayApplication', fails(new PermanentError('broken')));
    await desk.decide(late, people.approver, 'APPROVE');
    await expect(desk.decide(late, people.operator, 'ABANDON', { reason: '无法修复' })).rejects.toMatchObject(
      {
        code: 'MONEY_APPROVED',
      },
    );
  });

  test('when even parking fails, the execution fails loudly and the row keeps its state', async () => {
    arrange('CheckApplication', fails(new PermanentError('broken')));
    arrange('OpenTask', fails(new PermanentError('broken too')));
    const id = await clear();
    expect(await ended(id)).toMatchObject({ status: 'FAILED' });
    expect((await desk.execution(id)).visited.at(-1)).toBe('NeedsOperator');
    expect(await desk.head(id)).toMatchObject({ state: 'SUBMITTED' });
  });

  test('an answer the machine has no branch for pays nothing', async () => {
    const id = await draftOf();
    const { version } = await desk.head(id);
    arrange('CheckApplication', () => ({ outcome: 'SOMETHING_NEW', version, division: '141124' }));
    await desk.submit(id);
    expect((await desk.execution(id)).visited.at(-1)).toBe('UnknownOutcome');
  });

  test('a county without the rule value keeps the case until the administrator has set it', async () => {
    const id = await draftOf();
    const { version } = await desk.head(id);
    arrange('CheckApplication', () => ({ outcome: 'NOT_CONFIGURED', version, division: '141124' }));
    await desk.submit(id);
    expect(await desk.head(id)).toMatchObject({ flags: ['NOT_CONFIGURED'], wait: { kind: 'CONFIGURE' } });
    await desk.decide(id, people.ruleAdmin, 'RECHECK', { reason: '已设定' });
    expect(await desk.head(id)).toMatchObject({ state: 'ON_NOTICE', flags: [] });
  });

  test('a county that does not pay this refuses it', async () => {
    const id = await draftOf();
    const { version } = await desk.head(id);
    arrange('CheckApplication', () => ({ outcome: 'NOT_CONFIGURED', version, division: '141124' }));
    await desk.submit(id);
    await desk.decide(id, people.ruleAdmin, 'REFUSE', { reason: '本县不开展' });
    expect(await desk.head(id)).toMatchObject({ state: 'REFUSED', endReason: '本县不开展' });
  });
});

describe('a call that is lost between the commit and Step Functions', () => {
  test('a lost start is repeated by the sweeper', async () => {
    await sweepLater(); // what the failed executions above have left
    desk.lost.starts = true;
    const id = await clear();
    expect(await desk.head(id)).toMatchObject({ state: 'SUBMITTED', outbox: { kind: 'START' } });
    desk.lost.starts = false;
    expect(await sweepLater()).toMatchObject({ started: 1 });
    expect(await desk.head(id)).toMatchObject({ state: 'ON_NOTICE' });
  });

  test('a lost decision is repeated by the sweeper, once', async () => {
    const id = await clear();
    await desk.advanceDays(14);
    desk.lost.answers = true;
    await desk.decide(id, people.approver, 'APPROVE');
    expect(await desk.head(id)).toMatchObject({ state: 'APPROVED', outbox: { kind: 'ANSWER' } });
    desk.lost.answers = false;
    expect(await sweepLater()).toMatchObject({ answered: 1 });
    expect(await desk.head(id)).toMatchObject({ state: 'PAYING' });
    expect(await sweepLater()).toEqual({ started: 0, answered: 0, dropped: 0 });
  });

  test('a decision whose call was lost is still taken when its wait has timed out: the row is the truth', async () => {
    const id = await clear();
    await desk.advanceDays(14);
    desk.lost.answers = true;
    await desk.decide(id, people.approver, 'APPROVE');
    desk.lost.answers = false;
    await desk.advanceDays(40);
    expect(await desk.head(id)).toMatchObject({ state: 'PAYING' });
    await desk.book(id);
    expect(await ended(id)).toMatchObject({ ended: 'CLOSED' });
  });

  test('a withdrawal whose call was lost stops the money when the notice ends', async () => {
    const id = await clear();
    const { version } = await desk.head(id);
    desk.lost.answers = true;
    await desk.carryOut(
      withdrawApplication(desk.desk, {
        id,
        version,
        reason: '不再申请',
        actor: people.village,
        at: desk.now(),
        request: desk.request('withdraw'),
      }),
    );
    desk.lost.answers = false;
    await desk.advanceDays(14);
    expect(await ended(id)).toMatchObject({ status: 'SUCCEEDED', ended: 'WITHDRAWN' });
  });

  test('a correction that was sent while its call was lost is not thrown away at the deadline', async () => {
    const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(someone())]);
    await desk.submit(id);
    await desk.decide(id, people.verifier, 'RETURN', { marked: [{ field: 'worker', note: '请核对' }] });
    desk.lost.answers = true;
    await desk.submit(id);
    desk.lost.answers = false;
    await desk.advanceDays(40);
    expect(await desk.head(id)).toMatchObject({ state: 'IN_VERIFICATION', tally: { run: 2 } });
  });
});

describe('a step that runs twice', () => {
  test.each([
    'CheckApplication',
    'OpenTask',
    'PublishNotice',
    'PayApplication',
    'CloseApplication',
    'EndApplication',
  ])('%s done, its answer lost, and done again changes nothing more', async (name) => {
    const id = await draftOf();
    desk.twice.add(name);
    await desk.submit(id);
    if (name === 'EndApplication') {
      const { version } = await desk.head(id);
      await desk.carryOut(
        withdrawApplication(desk.desk, {
          id,
          version,
          reason: '不再申请',
          actor: people.village,
          at: desk.now(),
          request: desk.request('withdraw'),
        }),
      );
      await desk.clock.advance(30_000);
      expect(await ended(id)).toMatchObject({ ended: 'WITHDRAWN' });
    } else {
      await desk.clock.advance(30_000);
      await desk.advanceDays(14);
      await desk.decide(id, people.approver, 'APPROVE');
      await desk.clock.advance(30_000);
      await desk.book(id);
      await desk.clock.advance(30_000);
      expect(await ended(id)).toMatchObject({ status: 'SUCCEEDED', ended: 'CLOSED' });
    }
    expect(desk.twice.has(name)).toBe(false);
  });
});
