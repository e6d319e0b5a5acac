import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import { isDifference } from '../../functions/contracts/reconciliation.ts';
import { stuckOf } from '../../functions/store/executions/find-stuck.ts';
import { fundKey, headKey, reconciliationKey, rowKey, type Key } from '../../functions/store/keys.ts';
import { readItem } from '../../functions/store/read-application.ts';
import { bookFindings } from '../../functions/store/reconcile/book-findings.ts';
import { confirmed } from '../../functions/store/reconcile/confirmed.ts';
import { divisionFindings } from '../../functions/store/reconcile/division-findings.ts';
import { readBooks } from '../../functions/store/reconcile/read-books.ts';
import { reconcileDivision } from '../../functions/store/reconcile/reconcile-division.ts';
import { virtualClock } from '../../infra/local/clock.ts';
import { createEngine } from '../../infra/local/states/engine.ts';
import { aDraft, aSeat, aTransportLine, citizenNo } from '../builders/claims.ts';
import { county, people, startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
let next = 7000;
let paid: ApplicationId;
let payable: ApplicationId;
let hanging: ApplicationId;

const clear = async (): Promise<ApplicationId> => {
  const { citizenId } = citizenNo(next++);
  await desk.putWorker(citizenId, { seats: [aSeat()] });
  const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
  await desk.submit(id);
  return id;
};

beforeAll(async () => {
  desk = await startTestDesk();
  await desk.putFund(1_000_000_000);
  paid = await clear();
  payable = await clear();
  await desk.advanceDays(14);
  await desk.decide(paid, people.approver, 'APPROVE');
  await desk.decide(payable, people.approver, 'APPROVE');
  await desk.book(paid);
  hanging = await clear();
  await clear();
});
afterAll(() => desk.stop());

const whole = async () => bookFindings(await readBooks(desk.desk.table), desk.now());
const ofCounty = async () => (await divisionFindings(desk.desk, county, desk.now())).findings;

/** Changes a row behind the desk's back, and puts it right afterwards. */
const tamper = async (key: Key, field: string, value: unknown, look: () => Promise<void>): Promise<void> => {
  const before = (await readItem(desk.desk.table, key))?.[field];
  const set = (to: unknown) =>
    desk.desk.table.documents.send(
      new UpdateCommand({
        TableName: desk.desk.table.name,
        Key: key,
        UpdateExpression: to === undefined ? 'REMOVE #field' : 'SET #field = :to',
        ExpressionAttributeNames: { '#field': field },
        ...(to !== undefined && { ExpressionAttributeValues: { ':to': to } }),
      }),
    );
  await set(value);
  try {
    await look();
  } finally {
    await set(before);
  }
};

test('a desk at work, with paid, payable and hanging claims, differs in nothing', async () => {
  expect(await whole()).toEqual([]);
  expect(await divisionFindings(desk.desk, county, desk.now())).toEqual({ applications: 4, findings: [] });
});

describe('what was changed behind the desk’s back is found', () => {
  const fund = fundKey(county, '2020');
  const amount = 55_300;
  const rowOf = async (id: ApplicationId) => (await desk.head(id)).wait?.rowId ?? '';

  test.each([
    ['availableFen', ['FUND_ARITHMETIC']],
    ['reservedFen', ['FUND_ARITHMETIC', 'RESERVED_DIFFERS']],
    ['sanctionedFen', ['FUND_ARITHMETIC']],
  ])('in the fund’s %s, by the night’s run too', async (field, codes) => {
    await tamper(fund, field, 77, async () => {
      expect((await ofCounty()).map(({ code }) => code)).toEqual(codes);
      expect((await whole()).map(({ code }) => code)).toEqual(codes);
    });
  });

  test('in what was paid, by payouts and ledger', async () => {
    await tamper(fund, 'paidFen', amount + 1, async () => {
      expect((await whole()).find(({ code }) => code === 'PAID_DIFFERS')).toMatchObject({
        isFen: amount + 1,
        shouldBeFen: amount,
      });
    });
    await tamper(rowKey(paid, 'PAYOUT', `${paid}.PAYOUT.1`), 'amountFen', 99, async () => {
      expect((await whole()).map(({ code }) => code)).toEqual(['PAID_DIFFERS', 'LEDGER_DIFFERS']);
    });
  });

  test('in a payout that waits for the bank', async () => {
    await tamper(rowKey(payable, 'PAYOUT', await rowOf(payable)), 'amountFen', 99, async () => {
      expect(await ofCounty()).toMatchObject([{ code: 'PAYOUT_DIFFERS', applicationId: payable, isFen: 99 }]);
    });
  });

  test('in a notice that was taken down while its application waits for its end', async () => {
    await tamper(rowKey(hanging, 'NOTICE', await rowOf(hanging)), 'status', 'ENDED', async () => {
      expect(await ofCounty()).toMatchObject([{ code: 'WAIT_ROW_DIFFERS', applicationId: hanging }]);
    });
  });

  test('in a fund that is not there', async () => {
    await tamper(headKey(payable), 'division', '141125', async () => {
      expect((await whole()).map(({ code }) => code)).toContain('FUND_MISSING');
    });
  });
});

test('work that is late is listed, and is no difference', async () => {
  const findings = bookFindings(await readBooks(desk.desk.table), '2021-01-01T00:00:00.000Z');
  expect(findings.map(({ code }) => code).sort()).toEqual([
    'NOTICE_PAST_END',
    'NOTICE_PAST_END',
    'PAYOUT_PAST_DUE',
  ]);
  expect(findings.filter(isDifference)).toEqual([]);
});

test('a call that has not gone through for ten minutes is found', async () => {
  desk.lost.answers = true;
  const id = await clear();
  await desk.advanceDays(20);
  await desk.decide(id, people.approver, 'APPROVE');
  desk.lost.answers = false;
  expect((await ofCounty()).filter(({ applicationId }) => applicationId === id)).toEqual([]);
  await desk.clock.advance(11 * 60_000);
  expect(await ofCounty()).toContainEqual(expect.objectContaining({ code: 'OUTBOX_OLD', applicationId: id }));
  const { stuck } = { stuck: stuckOf(await desk.head(id), new Set<string>([id]), desk.now()) };
  expect(stuck).toMatchObject([{ why: 'ANSWER_NOT_TAKEN' }]);
  await desk.machine.answer(
    String((await readItem(desk.desk.table, rowKey(id, 'TASK', await waitedRow(id))))?.['token']),
    await pending(id),
  );
  await desk.engine.idle();
});
const pending = async (id: ApplicationId): Promise<string> => {
  const { outbox } = await desk.head(id);
  return outbox?.kind === 'ANSWER' ? outbox.answer : '';
};
const waitedRow = async (id: ApplicationId): Promise<string> => {
  const { outbox } = await desk.head(id);
  return outbox?.kind === 'ANSWER' ? outbox.wait.rowId : '';
};

test('what only one of two readings says is work that went on meanwhile', async () => {
  const moved = { code: 'RESERVED_DIFFERS', division: county, what: 'x', isFen: 2, shouldBeFen: 1 } as const;
  const late = { code: 'TASK_PAST_DUE', division: county, what: 'x' } as const;
  const read = vi
    .fn()
    .mockResolvedValueOnce({ findings: [moved, late] })
    .mockResolvedValueOnce({ findings: [{ ...moved, isFen: 3 }, late] });
  expect(await confirmed(read)).toEqual({ findings: [late] });
  expect(await confirmed(async () => ({ findings: [moved] }))).toEqual({ findings: [moved] });
});

test('a night’s run keeps what it found under the day', async () => {
  await tamper(fundKey(county, '2020'), 'availableFen', 77, async () => {
    expect(
      await reconcileDivision(desk.desk, { division: county, at: '2020-09-01T18:00:00.000Z' }),
    ).toMatchObject({
      division: county,
      differences: 1,
    });
  });
  const row = await readItem(desk.desk.table, reconciliationKey(county, '2020-09-02'));
  expect(row).toMatchObject({ counts: { FUND_ARITHMETIC: 1 } });
});

test('a county that cannot be compared does not keep the others from it, and the run fails', async () => {
  const asked = new Set<string>();
  const run = async (broken: string) => {
    const engine = createEngine({
      place: { memory: true },
      clock: virtualClock(0),
      invoke: async (_name, payload) => {
        const { division } = payload as { division: string };
        asked.add(division);
        return division === broken
          ? { outcome: 'functionError', payload: { errorType: 'Permanent', errorMessage: 'x' } }
          : { outcome: 'success', payload: { division, differences: 1, late: 2 } };
      },
    });
    const definition = readFileSync('workflows/reconciliation/reconciliation.asl.json', 'utf8').replace(
      '${ReconcileDivisionArn}',
      'arn:aws:lambda:us-east-1:000000000000:function:ReconcileDivision',
    );
    const roleArn = 'arn:aws:iam::000000000000:role/r';
    const { stateMachineArn } = await engine.createStateMachine({ name: 'r', roleArn, definition });
    const { executionArn } = await engine.startExecution({ stateMachineArn, name: 'n', input: '{}' });
    await engine.idle();
    const { status, output } = (await engine.describeExecution({ executionArn })) as {
      status: string;
      output?: string;
    };
    await engine.close();
    return { status, output: output && (JSON.parse(output) as unknown) };
  };
  expect(await run('none')).toEqual({ status: 'SUCCEEDED', output: { differences: 117, late: 234 } });
  expect(await run(county)).toMatchObject({ status: 'FAILED' });
  expect(asked.size).toBe(117);
});
