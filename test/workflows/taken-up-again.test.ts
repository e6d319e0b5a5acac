import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId, WaitKind } from '../../functions/contracts/application.ts';
import { noticeId } from '../../functions/contracts/notice.ts';
import { payoutRow } from '../../functions/contracts/payout.ts';
import { PermanentError } from '../../functions/platform/errors.ts';
import { newObjectionId } from '../../functions/platform/ids.ts';
import { auditEvent, firstBrokenLink } from '../../functions/store/audit/events.ts';
import { changePayee } from '../../functions/store/change-payee.ts';
import { restartExecution } from '../../functions/store/executions/restart-execution.ts';
import { fundRow } from '../../functions/store/funds.ts';
import { applicationPk, fundKey } from '../../functions/store/keys.ts';
import { raiseObjection } from '../../functions/store/notices/raise-objection.ts';
import { readItem } from '../../functions/store/read-application.ts';
import { sweepOutbox } from '../../functions/store/sweep-outbox.ts';
import { withdrawApplication } from '../../functions/store/withdraw-application.ts';
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

let desk: TestDesk;
let next = 5000;
const someone = () => citizenNo(next++).citizenId;
const faults = new Map<string, Error[]>();

beforeAll(async () => {
  desk = await startTestDesk('2020-06-15T01:00:00.000Z', (name, work) => async (event) => {
    const fault = faults.get(name)?.shift();
    if (fault) throw fault;
    return work(event);
  });
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency());
});
afterAll(() => desk.stop());

const clear = async (): Promise<ApplicationId> => {
  const citizenId = someone();
  await desk.putWorker(citizenId, { seats: [aSeat()] });
  const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
  await desk.submit(id);
  return id;
};
/** A worker the registers know, but for the seat on the train: a verifier looks. */
const unclear = async (): Promise<ApplicationId> => {
  const citizenId = someone();
  await desk.putWorker(citizenId);
  const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
  await desk.submit(id);
  return id;
};
const large = async (): Promise<ApplicationId> => {
  const roster = await Promise.all(
    Array.from({ length: 41 }, async (_, index) => {
      const citizenId = someone();
      await desk.putWorker(citizenId, { spells: [aSpell()] });
      return aPlacementLine(index + 1, citizenId);
    }),
  );
  const id = await desk.file(aDraft('PLACEMENT_SUBSIDY'), roster, people.agency);
  await desk.submit(id, people.agency);
  return id;
};

/** What a person, the public, the bank or the days do to an application that waits for it. */
type Word = readonly [waits: WaitKind, act: (id: ApplicationId) => Promise<unknown>];

const lines = [{ lineNo: 1, outcome: 'APPROVE' as const, reason: '已电话核实' }];
const verify: Word = ['VERIFY', (id) => desk.decide(id, people.verifier, 'APPROVE', { lines })];
const sendBack: Word = [
  'VERIFY',
  (id) => desk.decide(id, people.verifier, 'RETURN', { marked: [{ field: 'worker', note: '请核对' }] }),
];
const resubmit: Word = ['CORRECT', (id) => desk.submit(id)];
const object: Word = [
  'NOTICE',
  async (id) =>
    desk.carryOut(
      raiseObjection(desk.desk, {
        id: noticeId.parse((await desk.head(id)).noticeId),
        objectionId: newObjectionId(),
        text: '请核实',
        at: desk.now(),
        request: desk.request('objection'),
      }),
    ),
];
const dismiss: Word = ['REEXAMINE', (id) => desk.decide(id, people.reviewer, 'DISMISS')];
const nobodyObjects: Word = ['NOTICE', () => desk.advanceDays(20)];
const approve: Word = ['APPROVE', (id) => desk.decide(id, people.approver, 'APPROVE')];
const approveToo: Word = ['SECOND_APPROVE', (id) => desk.decide(id, people.secondApprover, 'APPROVE')];
const pay: Word = ['PAY', (id) => desk.book(id)];
const bankReturns: Word = ['PAY', (id) => desk.book(id, 'RETURNED')];
const correctAccount: Word = [
  'CORRECT_PAYEE',
  async (id) =>
    desk.carryOut(
      changePayee(desk.desk, {
        id,
        version: (await desk.head(id)).version,
        payee: {
          holderName: '登记姓名',
          bankName: '测试银行',
          account: { kind: 'BANK_CARD', number: '6222020000000007' },
        },
        actor: people.village,
        at: desk.now(),
        request: desk.request('payee'),
      }),
    ),
];

const ways = {
  'a clear claim': [clear, [nobodyObjects, approve, pay]],
  'a claim with an objection and a closed account': [
    unclear,
    [verify, object, dismiss, nobodyObjects, approve, bankReturns, correctAccount, pay],
  ],
  'a claim that is corrected': [unclear, [sendBack, resubmit, verify, nobodyObjects, approve, pay]],
  'a claim two people approve': [large, [nobodyObjects, approve, approveToo, pay]],
} as const satisfies Record<string, readonly [() => Promise<ApplicationId>, readonly Word[]]>;

const nameNow = async (id: ApplicationId): Promise<string> => {
  const { execution } = await desk.head(id);
  return execution ? `${id}-${execution.no}` : id;
};
const lose = async (id: ApplicationId): Promise<void> =>
  desk.executions.stop(await nameNow(id), 'the machine burnt down');
const restart = async (id: ApplicationId) => {
  const done = await restartExecution(desk.desk, desk.executions, { id, at: desk.now() });
  await desk.engine.idle();
  // A notice that ended meanwhile ends a second after it is waited for again.
  await desk.clock.advance(2000);
  await desk.engine.idle();
  return done;
};
const sweepFor = async (hours: number): Promise<void> => {
  for (let passed = 0; passed < hours; passed += 1) {
    await desk.clock.advance(3600_000);
    await sweepOutbox(desk.desk, desk.machine, desk.now());
    await desk.engine.idle();
  }
};

/** How the execution is lost around a word. */
const losses = {
  'before it, and taken up at once': async (id, act) => {
    await lose(id);
    expect(await restart(id)).toMatchObject({ done: 'RESTARTED' });
    await act(id);
  },
  'before it, and taken up after it': async (id, act) => {
    await lose(id);
    await act(id);
    expect(await restart(id)).toMatchObject({ done: 'RESTARTED' });
  },
  'before it, and taken up after three hours of sweeps': async (id, act) => {
    await lose(id);
    await act(id);
    await sweepFor(3);
    expect(await restart(id)).toMatchObject({ done: 'RESTARTED' });
  },
  'never, but a second one is started beside it': async (id, act) => {
    const blind = { ...desk.executions, status: async () => 'ENDED' as const };
    await restartExecution(desk.desk, blind, { id, at: desk.now() });
    await desk.engine.idle();
    await act(id);
    await desk.engine.idle();
  },
} as const satisfies Record<
  string,
  (id: ApplicationId, act: (id: ApplicationId) => Promise<unknown>) => Promise<void>
>;

const fund = async () => fundRow.parse(await readItem(desk.desk.table, fundKey(county, '2020')));
const rowsOf = async (id: ApplicationId): Promise<Record<string, unknown>[]> => {
  const { documents, name } = desk.desk.table;
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': applicationPk(id) },
    }),
  );
  return Items;
};

const mustBePaidOnce = async (id: ApplicationId, before: Awaited<ReturnType<typeof fund>>) => {
  const head = await desk.head(id);
  expect(head).toMatchObject({ state: 'CLOSED', reservedFen: 0, flags: [] });
  const amountFen = head.tally?.amountFen ?? 0;
  const rows = await rowsOf(id);
  const under = (sk: string) => rows.filter((row) => String(row['sk']).startsWith(sk));
  const paid = under('PAYOUT#')
    .map((row) => payoutRow.parse(row))
    .filter(({ state }) => state === 'PAID');
  expect(paid.map((payout) => payout.amountFen)).toEqual([amountFen]);
  const after = await fund();
  expect(after.paidFen - before.paidFen).toBe(amountFen);
  expect(after.reservedFen).toBe(before.reservedFen);
  expect(after.availableFen).toBe(after.sanctionedFen - after.reservedFen - after.paidFen);
  expect(rows.filter((row) => 'workPk' in row)).toEqual([]);
  expect(firstBrokenLink(under('EVENT#').map((row) => auditEvent.parse(row)))).toBeUndefined();
};

describe.each(Object.entries(ways))('%s whose execution is lost', (_way, [file, words]) => {
  // A long roster takes its time; what is its own is the second approval.
  const own = words.flatMap(([waits], at) =>
    file !== large || waits.endsWith('APPROVE') ? [{ waits, at }] : [],
  );
  const moments = own.flatMap(({ waits, at }) =>
    Object.entries(losses).map(([when, around]) => ({ at, waits, when, around })),
  );
  test.each(moments)('at $waits (word $at), $when, is paid once', async ({ at, around }) => {
    const before = await fund();
    const id = await file();
    for (const [index, [waits, act]] of words.entries()) {
      expect((await desk.head(id)).wait?.kind).toBe(waits);
      await (index === at ? around(id, act) : act(id));
    }
    await mustBePaidOnce(id, before);
    const ran = await Promise.all([id, `${id}-2`].map((name) => desk.execution(id, name)));
    expect(ran.map(({ status }) => status)).toContain('SUCCEEDED');
    expect(await restart(id)).toEqual({ done: 'AT_END' });
  });
});

test('of two executions of one application the one that is left behind ends by itself, and pays nothing', async () => {
  const before = await fund();
  const id = await clear();
  await losses['never, but a second one is started beside it'](id, nobodyObjects[1]);
  await approve[1](id);
  await pay[1](id);
  await desk.advanceDays(100);
  await mustBePaidOnce(id, before);
  const ran = await Promise.all([id, `${id}-2`].map((name) => desk.execution(id, name)));
  expect(ran.map(({ status }) => status).sort()).toEqual(['FAILED', 'SUCCEEDED']);
});

describe('an application that is taken up again', () => {
  test('keeps the person who had claimed its task', async () => {
    const id = await unclear();
    await desk.claim(id, people.verifier);
    const task = (await desk.head(id)).wait;
    await lose(id);
    await restart(id);
    expect((await desk.head(id)).wait).toEqual(task);
    await desk.decide(id, people.verifier, 'APPROVE', { lines });
    expect((await desk.head(id)).state).toBe('ON_NOTICE');
  });

  test('stays parked with its operator, and goes on at its step after their word', async () => {
    const id = await unclear();
    faults.set('PublishNotice', [new PermanentError('broken')]);
    await desk.decide(id, people.verifier, 'APPROVE', { lines });
    const parked = (await desk.head(id)).wait;
    expect(parked?.kind).toBe('OPERATE');
    await lose(id);
    await restart(id);
    expect((await desk.head(id)).wait).toEqual(parked);
    await desk.decide(id, people.operator, 'RECHECK', { reason: '已修复' });
    expect((await desk.head(id)).wait?.kind).toBe('VERIFY');
  });

  test('that failed so badly that it could not even be parked goes on once the cause is mended', async () => {
    const before = await fund();
    const id = await clear();
    await nobodyObjects[1](id);
    faults.set('PayApplication', [new PermanentError('broken')]);
    faults.set('OpenTask', [new PermanentError('broken too')]);
    await approve[1](id);
    expect(await desk.execution(id)).toMatchObject({ status: 'FAILED' });
    expect(await restart(id)).toMatchObject({ done: 'RESTARTED', resumeAt: 'APPROVE', execution: `${id}-2` });
    await pay[1](id);
    await mustBePaidOnce(id, before);
  });

  test('after the money was booked is closed and not paid again', async () => {
    const before = await fund();
    const id = await clear();
    await nobodyObjects[1](id);
    await approve[1](id);
    faults.set('CloseApplication', [new PermanentError('broken')]);
    faults.set('OpenTask', [new PermanentError('broken too')]);
    await pay[1](id);
    expect((await desk.head(id)).state).toBe('PAYING');
    await restart(id);
    await mustBePaidOnce(id, before);
  });

  test('that was withdrawn meanwhile gives everything back', async () => {
    const before = await fund();
    const id = await clear();
    await lose(id);
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
    expect(await restart(id)).toMatchObject({ resumeAt: 'END_WITHDRAWN' });
    expect(await desk.head(id)).toMatchObject({ state: 'WITHDRAWN', ended: true });
    expect(await fund()).toEqual(before);
  });

  test('whose correction never came is withdrawn, by its deadline and not before', async () => {
    const id = await unclear();
    await sendBack[1](id);
    await lose(id);
    await restart(id);
    expect((await desk.head(id)).state).toBe('RETURNED');
    await lose(id);
    await desk.advanceDays(40);
    await restart(id);
    expect(await desk.head(id)).toMatchObject({ state: 'WITHDRAWN', ended: true });
  });

  test('by two operators at once gets one execution', async () => {
    const id = await clear();
    await lose(id);
    const both = await Promise.all([restart(id), restart(id)]);
    expect(both.map(({ done }) => done).sort()).toEqual(['MOVED_ON', 'RESTARTED']);
    expect(await restart(id)).toEqual({ done: 'RUNNING' });
  });

  test('before its first execution was started is left to the sweeper', async () => {
    desk.lost.starts = true;
    const id = await clear();
    desk.lost.starts = false;
    expect(await restart(id)).toEqual({ done: 'NOT_STARTED_YET' });
  });
});
