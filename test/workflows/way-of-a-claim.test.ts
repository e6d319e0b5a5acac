import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../functions/contracts/actor.ts';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import {
  aDraft,
  anAgency,
  aPlacementLine,
  aRetentionLine,
  aSeat,
  aSpell,
  aTransportLine,
  citizenNo,
} from '../builders/claims.ts';
import { people, startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
let next = 1000;
const someone = () => citizenNo(next++).citizenId;

beforeAll(async () => {
  desk = await startTestDesk();
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency());
});
afterAll(() => desk.stop());

/** What the database is asked while something is done. */
const countRoundTrips = async (work: () => Promise<unknown>): Promise<string[]> => {
  const commands: string[] = [];
  const hear = (message: unknown) => commands.push(JSON.stringify(message));
  subscribe('subsidy.database.round-trip', hear);
  try {
    await work();
  } finally {
    unsubscribe('subsidy.database.round-trip', hear);
  }
  return commands.map((text) => (JSON.parse(text) as { command: string }).command);
};

/** A transport claim that the registers confirm, on its public notice. */
const clearClaim = async (): Promise<ApplicationId> => {
  const citizenId = someone();
  await desk.putWorker(citizenId, { seats: [aSeat()] });
  const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
  await desk.submit(id);
  return id;
};

/** A transport claim of a worker whom no register knows: it lies with the verifier. */
const unclearClaim = async (): Promise<ApplicationId> => {
  const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(someone())]);
  await desk.submit(id);
  return id;
};

const states = async (id: ApplicationId) => (await desk.head(id)).state;
const ending = async (id: ApplicationId) => {
  const { status, output, visited } = await desk.execution(id);
  return {
    status,
    ended: output === undefined ? undefined : (JSON.parse(output) as { ended: string }).ended,
    visited,
  };
};
const approveLine1 = { lines: [{ lineNo: 1, outcome: 'APPROVE' as const, reason: '已电话核实' }] };

describe('the way of a claim that meets no exception', () => {
  test('takes at most 12 round trips to the database from submission to paid', async () => {
    const citizenId = someone();
    await desk.putWorker(citizenId, { seats: [aSeat()] });
    const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
    const { version } = await desk.head(id);
    const { submitApplication } = await import('../../functions/store/submit-application.ts');
    const { claimTask } = await import('../../functions/store/tasks/claim-task.ts');
    const { decideTask } = await import('../../functions/store/decisions/decide-task.ts');
    const at = desk.now();
    const submission = await countRoundTrips(() =>
      desk.carryOut(
        submitApplication(desk.desk, {
          id,
          version,
          actor: people.village,
          at,
          request: desk.request('submit'),
        }),
      ),
    );
    expect(submission).toEqual([
      'TransactWriteItemsCommand', // submit
      'QueryCommand', // check: the application with its lines
      'BatchGetItemCommand', // check: registers and entitlement keys
      'TransactWriteItemsCommand', // check: outcome, assessment, keys, audit; the notice hangs
      'UpdateItemCommand', // the notice’s row gets the token
    ]);
    const waiting = await countRoundTrips(() => desk.advanceDays(14));
    expect(waiting).toEqual(['TransactWriteItemsCommand']); // the approval is opened
    const task = await desk.openTaskOf(id);
    const seen = await desk.head(id);
    let claimed = seen.version;
    const approval = await countRoundTrips(async () => {
      const common = { id: task, actor: people.approver, at: desk.now() };
      claimed = (
        await claimTask(desk.desk, { ...common, version: seen.version, request: desk.request('claim') })
      ).version;
      await desk.carryOut(
        decideTask(desk.desk, {
          ...common,
          version: claimed,
          request: desk.request('decide'),
          decision: 'APPROVE',
          reason: '同意',
        }),
      );
    });
    expect(approval).toEqual([
      'BatchGetItemCommand', // claim: the task, the application, the request
      'TransactWriteItemsCommand', // claim
      'BatchGetItemCommand', // decide
      'TransactWriteItemsCommand', // decide: application, task, payout, fund, audit, outbox
      'TransactWriteItemsCommand', // the payout is made payable
    ]);
    const { payout, version: listed } = await desk.payable(id);
    const { bookPayout } = await import('../../functions/store/payouts/book-payout.ts');
    const booking = await countRoundTrips(() =>
      desk.carryOut(
        bookPayout(desk.desk, {
          id: payout.payoutId,
          version: listed,
          actor: people.finance,
          at: desk.now(),
          request: desk.request('book'),
          booking: {
            result: 'PAID',
            amountFen: payout.amountFen,
            bookedOn: '2020-06-24',
            bankReference: 'B-1',
          },
        }),
      ),
    );
    expect(booking).toEqual([
      'TransactWriteItemsCommand', // paid
      'GetItemCommand', // the token, to tell the machine
      'QueryCommand', // what was paid, for the ledger
      'TransactWriteItemsCommand', // closed
    ]);
    expect(submission.length + waiting.length + approval.length + 1).toBeLessThanOrEqual(12);
    expect(await states(id)).toBe('CLOSED');
  });

  test('visits ten states and no more', async () => {
    const id = await clearClaim();
    await desk.advanceDays(14);
    await desk.decide(id, people.approver, 'APPROVE');
    await desk.book(id);
    expect(await ending(id)).toEqual({
      status: 'SUCCEEDED',
      ended: 'CLOSED',
      visited: [
        'Begin',
        'CheckApplication',
        'RouteCheck',
        'AwaitNotice',
        'ApproveApplication',
        'RouteApproval',
        'PayApplication',
        'RoutePayment',
        'CloseApplication',
        'Closed',
      ],
    });
  });

  test('a retention allowance for five months and an agency’s roster are paid the same way', async () => {
    const worker = someone();
    await desk.putWorker(worker, {
      spells: [
        aSpell({ kind: 'OUTSIDE_COUNTY', workplace: '320500', startsOn: '2020-01-15', employerCode: 'x' }),
      ],
    });
    const retention = await desk.file(aDraft('RETENTION_ALLOWANCE'), [aRetentionLine(worker)]);
    await desk.submit(retention);
    const roster = await Promise.all(
      Array.from({ length: 120 }, async (_, index) => {
        const citizenId = someone();
        await desk.putWorker(citizenId, { spells: [aSpell()] });
        return aPlacementLine(index + 1, citizenId);
      }),
    );
    const agency = await desk.file(aDraft('PLACEMENT_SUBSIDY'), roster, people.agency);
    await desk.submit(agency, people.agency);
    expect((await desk.head(retention)).tally?.amountFen).toBe(100_000);
    expect((await desk.head(agency)).tally).toMatchObject({ amountFen: 6_000_000, approve: 120 });
    await desk.advanceDays(14);
    await desk.decide(retention, people.approver, 'APPROVE');
    await desk.decide(agency, people.approver, 'APPROVE');
    await desk.decide(agency, people.secondApprover, 'APPROVE');
    await desk.book(retention);
    await desk.book(agency);
    expect([await states(retention), await states(agency)]).toEqual(['CLOSED', 'CLOSED']);
  });
});

describe('every other ending', () => {
  test('a worker who travelled alone is refused at once, and the key was never taken', async () => {
    const citizenId = someone();
    await desk.putWorker(citizenId);
    const alone = aTransportLine(citizenId, { organiserKind: 'NONE', tripId: undefined });
    const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [alone]);
    await desk.submit(id);
    expect(await desk.head(id)).toMatchObject({ state: 'REFUSED', tally: { reasons: ['NOT_ORGANISED'] } });
    expect(await ending(id)).toMatchObject({ status: 'SUCCEEDED', ended: 'REFUSED' });
  });

  test('a second claim of the same worker in the same year is refused while the first lives, and accepted after the first was withdrawn', async () => {
    const citizenId = someone();
    await desk.putWorker(citizenId, { seats: [aSeat()] });
    const first = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
    await desk.submit(first);
    const second = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)], {
      ...people.village,
      id: 'village-2',
    });
    await desk.submit(second, { ...people.village, id: 'village-2' });
    expect(await desk.head(second)).toMatchObject({ state: 'REFUSED', tally: { reasons: ['DUPLICATE'] } });
    const { withdrawApplication } = await import('../../functions/store/withdraw-application.ts');
    const { version } = await desk.head(first);
    await desk.carryOut(
      withdrawApplication(desk.desk, {
        id: first,
        version,
        reason: '重复申报',
        actor: people.village,
        at: desk.now(),
        request: desk.request('withdraw'),
      }),
    );
    expect(await ending(first)).toMatchObject({ status: 'SUCCEEDED', ended: 'WITHDRAWN' });
    const third = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
    await desk.submit(third);
    expect(await states(third)).toBe('ON_NOTICE');
  });

  test('an unknown worker goes to the verifier, who approves; the notice follows', async () => {
    const id = await unclearClaim();
    expect(await states(id)).toBe('IN_VERIFICATION');
    await desk.decide(id, people.verifier, 'APPROVE', approveLine1);
    expect(await states(id)).toBe('ON_NOTICE');
    await desk.advanceDays(14);
    await desk.decide(id, people.approver, 'APPROVE');
    await desk.book(id);
    expect(await ending(id)).toMatchObject({ ended: 'CLOSED' });
  });

  test('the verifier refuses', async () => {
    const id = await unclearClaim();
    await desk.decide(id, people.verifier, 'REFUSE', { reason: '查无此人' });
    expect(await desk.head(id)).toMatchObject({ state: 'REFUSED', endReason: '查无此人' });
    expect(await ending(id)).toMatchObject({ ended: 'REFUSED' });
  });

  test('a returned application is corrected, checked again and goes on', async () => {
    const id = await unclearClaim();
    const marked = [{ lineNo: 1, field: 'worker.citizenId', note: '身份证号与姓名不符' }];
    await desk.decide(id, people.verifier, 'RETURN', { marked });
    expect(await desk.head(id)).toMatchObject({ state: 'RETURNED', marked });
    const right = someone();
    await desk.putWorker(right, { seats: [aSeat()] });
    const { replaceLine } = await import('../../functions/store/replace-line.ts');
    const { version } = await desk.head(id);
    await replaceLine(desk.desk, {
      id,
      version,
      line: aTransportLine(right),
      actor: people.village,
      at: desk.now(),
      request: desk.request('line'),
    });
    await desk.submit(id);
    expect(await desk.head(id)).toMatchObject({ state: 'ON_NOTICE', tally: { run: 2 } });
  });

  test('a returned application that nobody corrects is withdrawn at its deadline', async () => {
    const id = await unclearClaim();
    await desk.decide(id, people.verifier, 'RETURN', { marked: [{ field: 'payee', note: '账户有误' }] });
    await desk.advanceDays(40);
    expect(await desk.head(id)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await ending(id)).toMatchObject({ ended: 'WITHDRAWN' });
  });

  const object = async (id: ApplicationId) => {
    const { raiseObjection } = await import('../../functions/store/notices/raise-objection.ts');
    const { newObjectionId } = await import('../../functions/platform/ids.ts');
    const { noticeId } = await import('../../functions/contracts/notice.ts');
    return desk.carryOut(
      raiseObjection(desk.desk, {
        id: noticeId.parse((await desk.head(id)).noticeId),
        objectionId: newObjectionId(),
        text: '此人当时没有外出务工，请核实。',
        at: desk.now(),
        request: desk.request('objection'),
      }),
    );
  };

  test('an objection stops the money; dismissed by the reviewer, the notice hangs on and the claim is paid', async () => {
    const id = await clearClaim();
    await object(id);
    expect(await desk.head(id)).toMatchObject({ flags: ['OBJECTION_OPEN'], wait: { kind: 'REEXAMINE' } });
    await desk.advanceDays(14);
    expect(await states(id)).toBe('ON_NOTICE');
    await desk.decide(id, people.reviewer, 'DISMISS');
    await desk.advanceDays(1);
    expect(await states(id)).toBe('IN_APPROVAL');
    await desk.decide(id, people.approver, 'APPROVE');
    await desk.book(id);
    expect(await ending(id)).toMatchObject({ ended: 'CLOSED' });
  });

  test('an objection that is upheld refuses the claim and frees the entitlement', async () => {
    const id = await clearClaim();
    await object(id);
    await desk.decide(id, people.reviewer, 'UPHOLD', { reason: '经核实未外出' });
    expect(await desk.head(id)).toMatchObject({ state: 'REFUSED', endReason: '经核实未外出' });
    expect(await ending(id)).toMatchObject({ ended: 'REFUSED' });
  });

  test('an objection after which the verifier looks again needs a new notice', async () => {
    const id = await clearClaim();
    const first = (await desk.head(id)).noticeId;
    await object(id);
    await desk.decide(id, people.reviewer, 'RETURN');
    expect(await states(id)).toBe('IN_VERIFICATION');
    await desk.decide(id, people.verifier, 'APPROVE');
    const head = await desk.head(id);
    expect(head.state).toBe('ON_NOTICE');
    expect(head.noticeId).not.toBe(first);
  });

  test('the approver refuses, or sends it back to the verifier', async () => {
    const refused = await clearClaim();
    const returned = await clearClaim();
    await desk.advanceDays(14);
    await desk.decide(refused, people.approver, 'REFUSE', { reason: '不符合规定' });
    expect(await states(refused)).toBe('REFUSED');
    await desk.decide(returned, people.approver, 'RETURN', { reason: '请补充核实' });
    expect(await states(returned)).toBe('IN_VERIFICATION');
  });

  test('money that the bank sends back is paid to the corrected account, tied to the first payout', async () => {
    const id = await clearClaim();
    await desk.advanceDays(14);
    await desk.decide(id, people.approver, 'APPROVE');
    await desk.book(id, 'RETURNED');
    expect(await desk.head(id)).toMatchObject({
      state: 'PAYING',
      flags: ['PAYMENT_RETURNED'],
      reservedFen: 55300,
    });
    const { changePayee } = await import('../../functions/store/change-payee.ts');
    const { version } = await desk.head(id);
    const account = { kind: 'BANK_CARD' as const, number: '6222020000000007' };
    const change = (holderName: string) =>
      changePayee(desk.desk, {
        id,
        version,
        payee: { holderName, bankName: '测试银行', account },
        actor: people.village,
        at: desk.now(),
        request: desk.request('payee'),
      });
    await expect(change('别人')).rejects.toMatchObject({ status: 422, code: 'PAYEE_DIFFERS' });
    expect(await desk.head(id)).toMatchObject({ version, payoutNo: 1 });
    await desk.carryOut(change('登记姓名'));
    const { payout } = await desk.payable(id);
    expect(payout).toMatchObject({ reissueOf: `${id}.PAYOUT.1`, payeeMasked: '****0007', amountFen: 55300 });
    await desk.book(id);
    expect(await ending(id)).toMatchObject({ ended: 'CLOSED' });
  });

  test('an agency’s returned money goes to the agency, by its name in the claim or in the register, and to nobody else', async () => {
    const { changePayee } = await import('../../functions/store/change-payee.ts');
    const citizenId = someone();
    await desk.putWorker(citizenId, { spells: [aSpell()] });
    const id = await desk.file(aDraft('PLACEMENT_SUBSIDY'), [aPlacementLine(1, citizenId)], people.agency);
    await desk.submit(id, people.agency);
    await desk.advanceDays(14);
    await desk.decide(id, people.approver, 'APPROVE');
    await desk.book(id, 'RETURNED');
    const { version } = await desk.head(id);
    const account = { kind: 'CORPORATE' as const, number: '6222020000000007' };
    const change = (holderName: string) =>
      changePayee(desk.desk, {
        id,
        version,
        payee: { holderName, bankName: '测试银行', account },
        actor: people.agency,
        at: desk.now(),
        request: desk.request('payee'),
      });
    await expect(change('登记姓名')).rejects.toMatchObject({ code: 'PAYEE_DIFFERS' });
    await desk.carryOut(change(anAgency().name));
    await desk.book(id);
    expect(await ending(id)).toMatchObject({ ended: 'CLOSED' });
  });

  test('a task nobody takes for two months is still open: nothing is decided by a time-out', async () => {
    const id = await clearClaim();
    await desk.advanceDays(75);
    expect(await desk.head(id)).toMatchObject({ state: 'IN_APPROVAL', wait: { kind: 'APPROVE' } });
    await desk.decide(id, people.approver, 'APPROVE');
    expect(await states(id)).toBe('PAYING');
  });
});

describe('four eyes', () => {
  const both = (actor: Actor): Actor => ({
    ...actor,
    roles: ['COUNTY_VERIFIER', 'COUNTY_APPROVER', 'RULE_ADMIN'],
  });

  test('whoever verified cannot claim the approval, whatever roles they hold', async () => {
    const id = await unclearClaim();
    await desk.decide(id, both(people.verifier), 'APPROVE', approveLine1);
    await desk.advanceDays(14);
    await expect(desk.claim(id, both(people.verifier))).rejects.toMatchObject({
      status: 403,
      code: 'FOUR_EYES',
    });
    await desk.decide(id, people.approver, 'APPROVE');
  });

  test('above 20,000 yuan a second approver decides, and it is another person', async () => {
    const roster = await Promise.all(
      Array.from({ length: 41 }, async (_, index) => {
        const citizenId = someone();
        await desk.putWorker(citizenId, { spells: [aSpell()] });
        return aPlacementLine(index + 1, citizenId);
      }),
    );
    const id = await desk.file(aDraft('PLACEMENT_SUBSIDY'), roster, people.agency);
    await desk.submit(id, people.agency);
    await desk.advanceDays(14);
    await desk.decide(id, people.approver, 'APPROVE');
    expect(await desk.head(id)).toMatchObject({ state: 'IN_APPROVAL', reservedFen: 0 });
    await expect(desk.claim(id, people.approver)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await desk.decide(id, people.secondApprover, 'APPROVE');
    expect(await desk.head(id)).toMatchObject({ state: 'PAYING', reservedFen: 2_050_000 });
  });

  test('somebody else’s claim gets a clear answer', async () => {
    const id = await clearClaim();
    await desk.advanceDays(14);
    await desk.claim(id, people.approver);
    await expect(desk.claim(id, people.secondApprover)).rejects.toMatchObject({
      status: 409,
      code: 'TASK_CLAIMED_BY_OTHER',
      message: expect.stringContaining('测试approver-1') as string,
    });
  });
});
