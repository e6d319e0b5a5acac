import { DeleteCommand, GetCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../functions/contracts/actor.ts';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import { newApplicationId } from '../../functions/platform/ids.ts';
import { auditEvent, firstBrokenLink, type AuditEvent } from '../../functions/store/audit/events.ts';
import { createDraft } from '../../functions/store/create-draft.ts';
import { decideTask } from '../../functions/store/decisions/decide-task.ts';
import { fundRow } from '../../functions/store/funds.ts';
import { fundKey } from '../../functions/store/keys.ts';
import { bookPayout } from '../../functions/store/payouts/book-payout.ts';
import { submitApplication } from '../../functions/store/submit-application.ts';
import { claimTask } from '../../functions/store/tasks/claim-task.ts';
import {
  aDraft,
  anAgency,
  aPlacementLine,
  aSeat,
  aSpell,
  aTransportLine,
  citizenNo,
} from '../builders/claims.ts';
import { county, people, person, startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
let next = 6000;
const someone = () => citizenNo(next++).citizenId;

beforeAll(async () => {
  desk = await startTestDesk();
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency('91140106MA0TAAA172'));
  await desk.putOrganisation(anAgency('91140106MA0TAAA25W'));
});
afterAll(() => desk.stop());

const village = (n: number): Actor => person(`village-${n}`, ['VILLAGE_ASSISTANT']);

const clear = async (): Promise<ApplicationId> => {
  const citizenId = someone();
  await desk.putWorker(citizenId, { seats: [aSeat()] });
  const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
  await desk.submit(id);
  return id;
};
const outcomesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.map((result) =>
    result.status === 'fulfilled'
      ? 'DONE'
      : ((result.reason as { code?: string }).code ?? String(result.reason)),
  );
const events = async (id: ApplicationId): Promise<AuditEvent[]> => {
  const { Items = [] } = await desk.desk.table.documents.send(
    new QueryCommand({
      TableName: desk.desk.table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
      ExpressionAttributeValues: { ':pk': `APP#${id}`, ':event': 'EVENT#' },
    }),
  );
  return Items.map((item) => auditEvent.parse(item));
};
const fund = async () => {
  const { Item } = await desk.desk.table.documents.send(
    new GetCommand({ TableName: desk.desk.table.name, Key: fundKey(county, '2020'), ConsistentRead: true }),
  );
  return fundRow.parse(Item);
};

describe('one worker, one payment', () => {
  test('of a dozen claims for one worker, sent at the same moment, one goes on and the others are told why', async () => {
    const citizenId = someone();
    await desk.putWorker(citizenId, { seats: [aSeat()] });
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)], village(n)),
      ),
    );
    await Promise.all(ids.map((id, n) => desk.submit(id, village(n))));
    const heads = await Promise.all(ids.map(desk.head));
    expect(heads.filter(({ state }) => state === 'ON_NOTICE')).toHaveLength(1);
    expect(
      heads.filter(({ state, tally }) => state === 'REFUSED' && tally?.reasons.includes('DUPLICATE')),
    ).toHaveLength(11);
  });

  test('two agencies claim one worker: the earlier contract may still win, but only a person decides that', async () => {
    const citizenId = someone();
    await desk.putWorker(citizenId, { spells: [aSpell()] });
    const first = await desk.file(aDraft('PLACEMENT_SUBSIDY'), [aPlacementLine(1, citizenId)], people.agency);
    await desk.submit(first, people.agency);
    const signed = {
      number: 'HT-2',
      type: 'FIXED_TERM',
      signedOn: '2020-04-02',
      startsOn: '2020-04-08',
      endsOn: '2021-04-07',
    };
    const earlier = await desk.file(
      aDraft('PLACEMENT_SUBSIDY'),
      [aPlacementLine(1, citizenId, { contract: signed })],
      people.otherAgency,
    );
    await desk.submit(earlier, people.otherAgency);
    expect(await desk.head(earlier)).toMatchObject({
      state: 'IN_VERIFICATION',
      tally: { reasons: ['CLAIMED_ELSEWHERE'] },
    });
    await expect(
      desk.decide(earlier, people.verifier, 'APPROVE', { lines: [{ lineNo: 1, outcome: 'APPROVE' }] }),
    ).rejects.toMatchObject({ code: 'ENTITLEMENT_HELD', details: { heldBy: first } });
  });

  test('a roster that names one worker twice earns once', async () => {
    const citizenId = someone();
    await desk.putWorker(citizenId, { spells: [aSpell()] });
    const id = await desk.file(
      aDraft('PLACEMENT_SUBSIDY'),
      [aPlacementLine(1, citizenId), aPlacementLine(2, citizenId)],
      people.agency,
    );
    await desk.submit(id, people.agency);
    expect((await desk.head(id)).tally).toMatchObject({ approve: 1, reject: 1, amountFen: 50_000 });
  });

  test('a roster of 700 workers is checked in parts, and every line once', async () => {
    const citizens = Array.from({ length: 700 }, someone);
    await Promise.all(citizens.map((citizenId) => desk.putWorker(citizenId, { spells: [aSpell()] })));
    const id = await desk.file(
      aDraft('PLACEMENT_SUBSIDY'),
      citizens.map((citizenId, index) => aPlacementLine(index + 1, citizenId)),
      people.agency,
    );
    await desk.submit(id, people.agency);
    expect(await desk.head(id)).toMatchObject({
      state: 'ON_NOTICE',
      tally: { approve: 700, amountFen: 35_000_000, run: 1 },
    });
    const { visited } = await desk.execution(id);
    expect(visited.filter((name) => name === 'CheckApplication')).toHaveLength(2);
  });
});

describe('a fund is never overdrawn', () => {
  test('whatever is approved at the same moment, reserved and paid never exceed what was sanctioned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 6 }), async (affordable) => {
        const ids = await Promise.all(Array.from({ length: 6 }, clear));
        await desk.advanceDays(14);
        await desk.putFund(affordable * 55_300 + 100);
        const results = await Promise.allSettled(
          ids.map((id, n) => desk.decide(id, person(`approver-${n + 10}`, ['COUNTY_APPROVER']), 'APPROVE')),
        );
        const outcomes = outcomesOf(results);
        expect(outcomes.filter((outcome) => outcome === 'DONE')).toHaveLength(affordable);
        expect(outcomes.filter((outcome) => outcome === 'FUND_EXHAUSTED')).toHaveLength(6 - affordable);
        const { availableFen, reservedFen, sanctionedFen } = await fund();
        expect(availableFen).toBeGreaterThanOrEqual(0);
        expect(availableFen + reservedFen).toBe(sanctionedFen);
      }),
      { numRuns: 4 },
    );
    await desk.putFund(1_000_000_000);
  });

  test('a county without a fund cannot approve, and says so', async () => {
    const id = await clear();
    await desk.advanceDays(14);
    await desk.desk.table.documents.send(
      new DeleteCommand({
        TableName: desk.desk.table.name,
        Key: fundKey(county, '2020'),
      }),
    );
    await expect(desk.decide(id, people.approver, 'APPROVE')).rejects.toMatchObject({
      code: 'FUND_NOT_CONFIGURED',
    });
    await desk.putFund(1_000_000_000);
  });
});

describe('a request that is sent again', () => {
  test('changes nothing more and gets the same answer, also when both arrive together', async () => {
    const citizenId = someone();
    const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
    const { version } = await desk.head(id);
    const request = desk.request('submit');
    const input = { id, version, actor: people.village, at: desk.now(), request };
    const answers = await Promise.all(Array.from({ length: 5 }, () => submitApplication(desk.desk, input)));
    const later = await submitApplication(desk.desk, input);
    expect(new Set([...answers, later].map(({ receipt }) => JSON.stringify(receipt))).size).toBe(1);
    expect((await events(id)).filter(({ type }) => type === 'SUBMITTED')).toHaveLength(1);
  });

  test('the same key with another body is refused', async () => {
    const request = desk.request('draft');
    const draft = { draft: aDraft('TRANSPORT_SUBSIDY'), actor: people.village, at: desk.now() };
    await createDraft(desk.desk, { ...draft, id: newApplicationId('2020-06-15'), request });
    await expect(
      createDraft(desk.desk, {
        ...draft,
        id: newApplicationId('2020-06-15'),
        request: { ...request, bodyHash: 'other' },
      }),
    ).rejects.toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

describe('two people at one task', () => {
  test('of two clerks who claim at once one gets it and the other is told', async () => {
    const id = await clear();
    await desk.advanceDays(14);
    const { version } = await desk.head(id);
    const task = await desk.openTaskOf(id);
    const results = await Promise.allSettled(
      [people.approver, people.secondApprover].map((actor) =>
        claimTask(desk.desk, { id: task, version, actor, at: desk.now(), request: desk.request('claim') }),
      ),
    );
    expect(outcomesOf(results).sort()).toEqual(['DONE', 'VERSION_STALE']);
  });

  test('a decision on a version that has passed is refused and says so', async () => {
    const id = await clear();
    await desk.advanceDays(14);
    const { version } = await desk.head(id);
    await desk.claim(id, people.approver);
    await expect(
      decideTask(desk.desk, {
        id: await desk.openTaskOf(id),
        version,
        actor: people.approver,
        at: desk.now(),
        request: desk.request('decide'),
        decision: 'APPROVE',
        reason: '同意',
      }),
    ).rejects.toMatchObject({ status: 409, code: 'VERSION_STALE' });
  });

  test('a task that was decided has moved on', async () => {
    const id = await clear();
    await desk.advanceDays(14);
    const task = await desk.openTaskOf(id);
    await desk.decide(id, people.approver, 'APPROVE');
    const { version } = await desk.head(id);
    await expect(
      claimTask(desk.desk, {
        id: task,
        version,
        actor: people.approver,
        at: desk.now(),
        request: desk.request('claim'),
      }),
    ).rejects.toMatchObject({ status: 409, code: 'TASK_MOVED_ON' });
  });

  test('another county’s task does not exist for a clerk', async () => {
    const id = await clear();
    await desk.advanceDays(14);
    const stranger = person('approver-9', ['COUNTY_APPROVER'], { division: '140925' });
    await expect(desk.claim(id, stranger)).rejects.toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});

describe('booking what the bank did', () => {
  const approved = async (): Promise<ApplicationId> => {
    const id = await clear();
    await desk.advanceDays(14);
    await desk.decide(id, people.approver, 'APPROVE');
    return id;
  };
  const bookingOf = async (id: ApplicationId, amountFen?: number) => {
    const { payout, version } = await desk.payable(id);
    return {
      id: payout.payoutId,
      version,
      actor: people.finance,
      at: desk.now(),
      request: desk.request('book'),
      booking: {
        result: 'PAID' as const,
        amountFen: amountFen ?? payout.amountFen,
        bookedOn: '2020-07-01',
        bankReference: `B-${payout.payoutId}`,
      },
    };
  };

  test('twice is harmless: the second answer is the first, and the fund is spent once', async () => {
    const id = await approved();
    const before = await fund();
    const booking = await bookingOf(id);
    await desk.carryOut(bookPayout(desk.desk, booking));
    await desk.carryOut(bookPayout(desk.desk, booking));
    await desk.carryOut(bookPayout(desk.desk, { ...booking, request: desk.request('book') }));
    expect((await fund()).paidFen - before.paidFen).toBe(55_300);
    expect(await desk.head(id)).toMatchObject({ state: 'CLOSED' });
  });

  test('another amount than the payout’s books nothing', async () => {
    const id = await approved();
    await expect(bookPayout(desk.desk, await bookingOf(id, 55_301))).rejects.toMatchObject({
      code: 'AMOUNT_DIFFERS',
    });
    expect(await desk.head(id)).toMatchObject({ state: 'PAYING' });
  });

  test('a payout that is paid cannot be booked as returned', async () => {
    const id = await approved();
    const booking = await bookingOf(id);
    await desk.carryOut(bookPayout(desk.desk, booking));
    await expect(
      bookPayout(desk.desk, {
        ...booking,
        request: desk.request('book'),
        booking: { ...booking.booking, result: 'RETURNED', returnReason: 'OTHER' },
      }),
    ).rejects.toMatchObject({ status: 409, code: 'PAYOUT_NOT_PAYABLE' });
  });

  test('another county’s finance office finds nothing', async () => {
    const id = await approved();
    const stranger = person('finance-9', ['FINANCE_OFFICER'], { division: '140925' });
    await expect(bookPayout(desk.desk, { ...(await bookingOf(id)), actor: stranger })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('the file of an application', () => {
  test('is a chain that shows when a link was changed, taken out or added', async () => {
    const id = await clear();
    await desk.advanceDays(14);
    await desk.decide(id, people.approver, 'APPROVE');
    await desk.book(id);
    const chain = await events(id);
    expect(chain.map(({ type }) => type)).toEqual([
      'DRAFT_CREATED',
      'LINES_ADDED',
      'SUBMITTED',
      'CHECKED',
      'TASK_OPENED',
      'TASK_CLAIMED',
      'TASK_DECIDED',
      'PAYOUT_BOOKED',
      'CLOSED',
    ]);
    expect(firstBrokenLink(chain)).toBeUndefined();
    const changed = chain.map((event) =>
      event.seq === 7 ? { ...event, details: { ...event.details, amountFen: 1 } } : event,
    );
    expect(firstBrokenLink(changed)?.seq).toBe(7);
    expect(firstBrokenLink(chain.filter(({ seq }) => seq !== 6))?.seq).toBe(7);
  });

  const accountOf = ({ payee }: ReturnType<typeof aDraft>): string =>
    payee?.account.number ?? 'the draft names no payee';

  test('no row, key or index of the table holds a citizen id, an account or a phone in clear', async () => {
    const citizenId = someone();
    const worker = { name: '测试甲乙', citizenId, phone: '+8613912340000' };
    const line = { ...aTransportLine(citizenId), worker };
    const draft = aDraft('TRANSPORT_SUBSIDY');
    const id = await desk.file(draft, [line]);
    await desk.submit(id);
    let text = '';
    for (let start: Record<string, unknown> | undefined, first = true; first || start; first = false) {
      const page = await desk.desk.table.documents.send(
        new ScanCommand({ TableName: desk.desk.table.name, ExclusiveStartKey: start }),
      );
      text += JSON.stringify(page.Items);
      start = page.LastEvaluatedKey;
    }
    expect(text.length).toBeGreaterThan(10_000);
    for (const secret of [citizenId, accountOf(draft), '13912340000', '测试甲乙'])
      expect(text).not.toContain(secret);
    // Hashes and sealed values have long runs of digits by chance; an id stands by itself.
    expect(text).not.toMatch(/(?<![\w+/=-])\d{17}[\dX](?![\w+/=-])/);
  });

  test('no step of its execution holds them either', async () => {
    const citizenId = someone();
    await desk.putWorker(citizenId, { seats: [aSeat()] });
    const draft = aDraft('TRANSPORT_SUBSIDY');
    const id = await desk.file(draft, [aTransportLine(citizenId)]);
    await desk.submit(id);
    await desk.advanceDays(14);
    await desk.decide(id, people.approver, 'APPROVE');
    const history = JSON.stringify((await desk.execution(id)).events);
    expect(history.length).toBeGreaterThan(2_000);
    for (const secret of [citizenId, accountOf(draft), '测试']) expect(history).not.toContain(secret);
  });
});
