import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../functions/contracts/actor.ts';
import type { ApplicationHead, ApplicationId } from '../../functions/contracts/application.ts';
import { noticeId } from '../../functions/contracts/notice.ts';
import { roleOf, type TaskKind } from '../../functions/contracts/queue.ts';
import { PermanentError } from '../../functions/platform/errors.ts';
import { decideTask } from '../../functions/store/decisions/decide-task.ts';
import type { Desk } from '../../functions/store/desk.ts';
import { endApplication } from '../../functions/store/end-application.ts';
import { listNotices } from '../../functions/store/notices/read-notices.ts';
import { raiseObjection } from '../../functions/store/notices/raise-objection.ts';
import { sweepOutbox } from '../../functions/store/sweep-outbox.ts';
import { listTasks } from '../../functions/store/tasks/list-tasks.ts';
import { withdrawApplication } from '../../functions/store/withdraw-application.ts';
import { dayOf } from '../../functions/platform/time.ts';
import {
  aDraft,
  anAgency,
  aPlacementLine,
  aSeat,
  aSpell,
  aTransportLine,
  citizenNo,
} from '../builders/claims.ts';
import { county, people, startTestDesk, type TestDesk } from '../support/test-desk.ts';

/** Steps that do their work and then fail for good, once: the function's name and the application. */
const broken = new Set<string>();
/** The same, but they fail before they do anything. */
const barred = new Set<string>();
let desk: TestDesk;
let next = 7000;
const someone = () => citizenNo(next++).citizenId;

beforeAll(async () => {
  desk = await startTestDesk('2020-06-15T01:00:00.000Z', (name, work) => async (event) => {
    const { applicationId } = event as { applicationId: string };
    if (barred.delete(`${name} ${applicationId}`)) throw new PermanentError('broken');
    const answer = await work(event);
    if (!broken.delete(`${name} ${applicationId}`)) return answer;
    throw new PermanentError('done, and then broken');
  });
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency('91140106MA0TAAA172'));
});
afterAll(() => desk.stop());

const file = async (citizenId: string, known = true): Promise<ApplicationId> => {
  if (known) await desk.putWorker(citizenId, { seats: [aSeat()] });
  return desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
};
const submitted = async (citizenId = someone(), known = true): Promise<ApplicationId> => {
  const id = await file(citizenId, known);
  await desk.submit(id);
  return id;
};
const rows = async (id: ApplicationId, prefix: string) => {
  const { Items = [] } = await desk.desk.table.documents.send(
    new QueryCommand({
      TableName: desk.desk.table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': `APP#${id}`, ':prefix': prefix },
    }),
  );
  return Items;
};
const eventsOf = async (id: ApplicationId) =>
  (await rows(id, 'EVENT#')).map((item) => item['type'] as string);
const hanging = async (id: ApplicationId) => {
  const { items } = await listNotices(desk.desk, { division: county, today: dayOf(desk.now()), limit: 100 });
  return items.filter(({ applicationId }) => applicationId === id);
};
const inQueue = async (id: ApplicationId, kind: TaskKind) => {
  const { items } = await listTasks(desk.desk, { role: roleOf[kind], division: county, limit: 100 });
  return items.filter(({ head }) => head.applicationId === id).map(({ task }) => task.kind);
};
const object = async (head: ApplicationHead) =>
  raiseObjection(desk.desk, {
    id: noticeId.parse(head.noticeId),
    objectionId: `OBJ${next++}`,
    text: '没有出去务工',
    at: desk.now(),
    request: desk.request('object'),
  });
const withdraw = async (id: ApplicationId, actor: Actor = people.village) => {
  const { version } = await desk.head(id);
  const input = { id, version, reason: '不再申请', actor, at: desk.now() };
  return desk.carryOut(withdrawApplication(desk.desk, { ...input, request: desk.request('withdraw') }));
};
/** The desk as somebody sees it whose first write is overtaken by what somebody else does. */
const overtaken = (by: () => Promise<unknown>): Desk => {
  let over = false;
  const { documents, name } = desk.desk.table;
  const send = async (command: { constructor: { name: string } }) => {
    if (command.constructor.name === 'TransactWriteCommand' && !over) {
      over = true;
      await by();
    }
    return documents.send(command as never);
  };
  return { ...desk.desk, table: { name, documents: { send } as unknown as typeof documents } };
};
const endOf = async (id: ApplicationId) => {
  const { status, output } = await desk.execution(id);
  return { status, ended: (JSON.parse(output ?? '{}') as { ended?: string }).ended };
};
const goOn = (id: ApplicationId) => desk.decide(id, people.operator, 'RECHECK', { reason: '已修复' });

describe('a check whose answer got lost', () => {
  test('is not made again: one list hangs, and the file says once that it was checked', async () => {
    const id = await file(someone());
    desk.twice.add('CheckApplication');
    await desk.submit(id);
    await desk.clock.advance(30_000);
    expect(await hanging(id)).toHaveLength(1);
    expect((await eventsOf(id)).filter((type) => type === 'CHECKED')).toHaveLength(1);
  });

  test('does not throw away an objection that came in meanwhile', async () => {
    const id = await file(someone());
    desk.twice.add('CheckApplication');
    await desk.submit(id);
    await object(await desk.head(id));
    await desk.clock.advance(30_000);
    expect(await desk.head(id)).toMatchObject({
      flags: ['OBJECTION_OPEN'],
      outbox: { kind: 'ANSWER', wait: { kind: 'NOTICE' } },
    });
  });

  test('is made anew after an operator’s word, and the new list takes the old one’s place', async () => {
    const id = await file(someone());
    broken.add(`CheckApplication ${id}`);
    await desk.submit(id);
    expect(await desk.head(id)).toMatchObject({ state: 'ON_NOTICE', flags: ['PARKED'] });
    await goOn(id);
    expect(await desk.head(id)).toMatchObject({ state: 'ON_NOTICE', flags: [], wait: { kind: 'NOTICE' } });
    const [notice, ...others] = await hanging(id);
    expect(others).toEqual([]);
    expect(notice?.noticeId).toBe((await desk.head(id)).noticeId);
  });
});

describe('a decision that is overtaken by a withdrawal', () => {
  test('takes no entitlement: another claim for the worker is free to go on', async () => {
    const citizenId = someone();
    const id = await submitted(citizenId, false);
    const { version } = await desk.claim(id, people.verifier);
    const late = overtaken(() => withdraw(id));
    const decision = {
      id: await desk.openTaskOf(id),
      version,
      actor: people.verifier,
      at: desk.now(),
      request: desk.request('decide'),
      decision: 'APPROVE' as const,
      reason: '核实无误',
      lines: [{ lineNo: 1, outcome: 'APPROVE' as const }],
    };
    await expect(decideTask(late, decision)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await endOf(id)).toMatchObject({ ended: 'WITHDRAWN' });
    expect(await rows(id, 'LINE#')).toMatchObject([{ held: [], standing: 'OPEN' }]);
    expect(await desk.head(await submitted(citizenId))).toMatchObject({ state: 'ON_NOTICE' });
  });

  test('on a roster too long for one transaction takes none either', async () => {
    const citizens = Array.from({ length: 100 }, someone);
    const id = await desk.file(
      aDraft('PLACEMENT_SUBSIDY'),
      citizens.map((citizenId, index) => aPlacementLine(index + 1, citizenId)),
      people.agency,
    );
    await desk.submit(id, people.agency);
    const { version } = await desk.claim(id, people.verifier);
    const decision = {
      id: await desk.openTaskOf(id),
      version,
      actor: people.verifier,
      at: desk.now(),
      request: desk.request('decide'),
      decision: 'APPROVE' as const,
      reason: '核实无误',
      lines: citizens.map((_, index) => ({ lineNo: index + 1, outcome: 'APPROVE' as const })),
    };
    const late = overtaken(() => withdraw(id, people.agency));
    await expect(decideTask(late, decision)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect((await rows(id, 'LINE#')).filter((line) => line['standing'] !== 'OPEN')).toEqual([]);
  });
});

describe('one worker twice in one roster', () => {
  const twice = async () => {
    const citizenId = someone();
    await desk.putWorker(citizenId, { spells: [aSpell()] });
    const earlier = {
      number: 'HT-2',
      type: 'FIXED_TERM' as const,
      signedOn: '2020-04-02',
      startsOn: '2020-04-08',
      endsOn: '2021-04-07',
    };
    const id = await desk.file(
      aDraft('PLACEMENT_SUBSIDY'),
      [aPlacementLine(1, citizenId), aPlacementLine(2, citizenId, { contract: earlier })],
      people.agency,
    );
    await desk.submit(id, people.agency);
    expect((await desk.head(id)).tally).toMatchObject({ approve: 1, review: 1 });
    return id;
  };

  test('a verifier may give the payment to the earlier contract', async () => {
    const id = await twice();
    await desk.decide(id, people.verifier, 'APPROVE', {
      lines: [
        { lineNo: 1, outcome: 'REFUSE', reason: '以较早的合同为准' },
        { lineNo: 2, outcome: 'APPROVE' },
      ],
    });
    expect(await rows(id, 'LINE#')).toMatchObject([{ held: [] }, { held: [{ period: 'ONCE' }] }]);
    expect((await desk.head(id)).tally).toMatchObject({ amountFen: 50_000 });
  });

  test('but cannot pay for both', async () => {
    const id = await twice();
    await expect(
      desk.decide(id, people.verifier, 'APPROVE', { lines: [{ lineNo: 2, outcome: 'APPROVE' }] }),
    ).rejects.toMatchObject({ code: 'ENTITLEMENT_HELD', details: { lines: [1, 2] } });
  });
});

describe('an end that is made again', () => {
  test('is written once', async () => {
    const id = await submitted();
    await withdraw(id);
    const before = await eventsOf(id);
    const again = { applicationId: id, at: desk.now(), ending: 'WITHDRAWN' as const };
    expect(await endApplication(desk.desk)(again)).toMatchObject({ ended: 'WITHDRAWN' });
    expect(await eventsOf(id)).toEqual(before);
  });

  test('leaves the keys of an application alone that was sent again in the last moment', async () => {
    const citizenId = someone();
    const id = await submitted(citizenId, false);
    await desk.decide(id, people.verifier, 'RETURN', { marked: [{ field: 'worker', note: '请核对' }] });
    const late = overtaken(async () => {
      await desk.putWorker(citizenId, { seats: [aSeat()] });
      await desk.submit(id);
    });
    const end = { applicationId: id, at: desk.now(), ending: 'NOT_ANSWERED' as const };
    expect(await endApplication(late)(end)).toMatchObject({ ended: 'RESUBMITTED' });
    expect(await rows(id, 'LINE#')).toMatchObject([{ held: [{ period: '2020' }] }]);
  });
});

describe('a notice', () => {
  test('hangs no more once its days are over, and its row is filed with the application', async () => {
    const id = await submitted();
    await desk.advanceDays(14);
    const hanging = { division: '141124', today: dayOf(desk.now()), limit: 100 };
    expect(
      (await listNotices(desk.desk, hanging)).items.map(({ applicationId }) => applicationId),
    ).not.toContain(id);
    await desk.decide(id, people.approver, 'APPROVE');
    await desk.book(id);
    expect(await rows(id, 'NOTICE#')).toMatchObject([{ status: 'ENDED' }]);
    expect((await rows(id, 'NOTICE#'))[0]).not.toHaveProperty('workPk');
  });
});

describe('a step that does its work and then fails for good', () => {
  test('leaves no task in the queue that nobody can claim', async () => {
    const id = await file(someone(), false);
    broken.add(`OpenTask ${id}`);
    await desk.submit(id);
    expect(await desk.head(id)).toMatchObject({ flags: ['PARKED'], wait: { kind: 'OPERATE' } });
    expect(await inQueue(id, 'VERIFY')).toEqual([]);
    await goOn(id);
    expect(await inQueue(id, 'VERIFY')).toEqual(['VERIFY']);
  });

  const payingThenBroken = async (): Promise<ApplicationId> => {
    const id = await submitted();
    await desk.advanceDays(14);
    broken.add(`PayApplication ${id}`);
    await desk.decide(id, people.approver, 'APPROVE');
    expect(await desk.head(id)).toMatchObject({ state: 'PAYING', wait: { kind: 'OPERATE' } });
    return id;
  };

  test('a payout that was payable already is payable again after the operator’s word, and paid once', async () => {
    const id = await payingThenBroken();
    await goOn(id);
    await desk.book(id);
    expect(await endOf(id)).toEqual({ status: 'SUCCEEDED', ended: 'CLOSED' });
    expect((await eventsOf(id)).filter((type) => type === 'PAYOUT_BOOKED')).toHaveLength(1);
  });

  test('what the bank did meanwhile is booked, and known when the application goes on', async () => {
    const id = await payingThenBroken();
    await desk.book(id);
    expect(await desk.head(id)).toMatchObject({ reservedFen: 0, wait: { kind: 'OPERATE' } });
    await goOn(id);
    expect(await endOf(id)).toEqual({ status: 'SUCCEEDED', ended: 'CLOSED' });
  });

  test('a return that was booked meanwhile goes to the applicant', async () => {
    const id = await payingThenBroken();
    await desk.book(id, 'RETURNED');
    await goOn(id);
    expect(await desk.head(id)).toMatchObject({ state: 'PAYING', wait: { kind: 'CORRECT_PAYEE' } });
  });

  test('an approval whose call was lost is not lost with the step that would have read it', async () => {
    const id = await submitted();
    await desk.advanceDays(14);
    desk.lost.answers = true;
    await desk.decide(id, people.approver, 'APPROVE');
    desk.lost.answers = false;
    // The wait times out, and the step that reads the row fails: the operator's task takes the outbox.
    barred.add(`OpenTask ${id}`);
    await desk.advanceDays(31);
    expect(await desk.head(id)).toMatchObject({ state: 'APPROVED', wait: { kind: 'OPERATE' } });
    await goOn(id);
    expect(await desk.head(id)).toMatchObject({ state: 'PAYING' });
  });
});

describe('the sweeper', () => {
  test('comes to the last lost call, however many stand before it that nobody can answer', async () => {
    desk.lost.starts = true;
    const id = await submitted();
    desk.lost.starts = false;
    const [head] = await rows(id, 'HEAD');
    const stuck = Array.from({ length: 100 }, (_, n) => {
      const applicationId = `A20200615-STVCK${String(n).padStart(4, '0')}${id.slice(-1)}`;
      const wait = { kind: 'VERIFY', rowId: `${applicationId}.VERIFY.9`, dueOn: '2020-06-20' };
      const outbox = { kind: 'ANSWER', at: '2020-06-01T00:00:00.000Z', wait, answer: '{}' };
      const workSk = `${outbox.at}#${applicationId}`;
      return { ...head, pk: `APP#${applicationId}`, applicationId, outbox, workSk };
    });
    const { documents, name } = desk.desk.table;
    await Promise.all(stuck.map((Item) => documents.send(new PutCommand({ TableName: name, Item }))));
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await desk.clock.advance(30_000);
    const swept = await sweepOutbox(desk.desk, desk.machine, desk.now());
    expect(log.mock.calls.filter(([line]) => String(line).includes('SWEEP_FAILED'))).not.toHaveLength(0);
    log.mockRestore();
    expect(swept).toMatchObject({ started: 1 });
    await desk.engine.idle();
    expect(await desk.head(id)).toMatchObject({ state: 'ON_NOTICE' });
  });
});
