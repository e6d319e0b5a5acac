import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../functions/contracts/actor.ts';
import { applicationId, type ApplicationId } from '../../functions/contracts/application.ts';
import { ledgerEntry, type LedgerEntry } from '../../functions/contracts/ledger.ts';
import { payoutId } from '../../functions/contracts/payout.ts';
import type { WorkerRecord } from '../../functions/contracts/registers/worker.ts';
import { inHandFen } from '../../functions/rules/ledger/ledger-delta.ts';
import { openRecord } from '../../functions/store/assessments/record.ts';
import { fundRow } from '../../functions/store/funds.ts';
import { assessmentKey, fundKey } from '../../functions/store/keys.ts';
import { ledgerPk, readLedgers } from '../../functions/store/ledger/read-ledger.ts';
import { reversePayout } from '../../functions/store/payouts/reverse-payout.ts';
import { readItem, readItems, readLine } from '../../functions/store/read-application.ts';
import { reassess, tryReassessment } from '../../functions/store/reassess/reassess.ts';
import { askBack } from '../../functions/store/recoveries/ask-back.ts';
import { decideRecovery, writeOffRecovery } from '../../functions/store/recoveries/decide-recovery.ts';
import { listRecoveries } from '../../functions/store/recoveries/list-recoveries.ts';
import { receiveRecovery } from '../../functions/store/recoveries/receive-recovery.ts';
import { sweepOutbox } from '../../functions/store/sweep-outbox.ts';
import { aDraft, anAgency, aPlacementLine, aRetentionLine, aSpell, citizenNo } from '../builders/claims.ts';
import { county, people, person, startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
let next = 33_000;

beforeAll(async () => {
  desk = await startTestDesk('2020-07-01T01:00:00.000Z');
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency('91140106MA0TAAA172'));
});
afterAll(() => desk.stop());

const months = ['2020-02', '2020-03', '2020-04', '2020-05', '2020-06'];
const spells = [
  aSpell({ kind: 'OUTSIDE_COUNTY', workplace: '320500', startsOn: '2020-01-15', employerCode: 'x' }),
];
/** The register of the poor: since when, and until when. */
const poor = (startsOn: string, endsOn?: string): Partial<WorkerRecord> => ({
  spells,
  povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn, ...(endsOn !== undefined && { endsOn }) }],
});
const always = poor('2014-01-01');
/** Only the four months from March on count. */
const sinceMarch = poor('2020-03-01');
const never = poor('2014-01-01', '2019-12-31');

const goOn = async (): Promise<void> => {
  await desk.clock.advance(60_000);
  await desk.engine.idle();
};
const approveAndPay = async (id: ApplicationId): Promise<void> => {
  await desk.advanceDays(14);
  await desk.decide(id, people.approver, 'APPROVE');
  await desk.book(id);
  await goOn();
  expect(await desk.head(id)).toMatchObject({ state: 'CLOSED' });
};

/** A retention allowance that was paid by what the register said then. */
const paidAs = async (record: Partial<WorkerRecord>) => {
  const citizenId = citizenNo(next++).citizenId;
  await desk.putWorker(citizenId, record);
  const id = await desk.file(aDraft('RETENTION_ALLOWANCE'), [aRetentionLine(citizenId)]);
  await desk.submit(id);
  await approveAndPay(id);
  return { id, citizenId };
};

const ledgerOf = async (citizenId: string): Promise<LedgerEntry[]> => {
  const subject = desk.desk.vault.lookup('citizen', citizenId);
  const ledgers = await readLedgers(
    desk.desk.table,
    months.map((month) => ledgerPk('RETENTION_ALLOWANCE', subject, month)),
  );
  return [...ledgers.values()].flat().map((entry) => ledgerEntry.parse(entry));
};
const has = async (citizenId: string): Promise<number> => inHandFen(await ledgerOf(citizenId));

const reassessment = async (id: ApplicationId, actor: Actor = people.reviewer) => ({
  id,
  version: (await desk.head(id)).version,
  actor,
  at: desk.now(),
  origin: 'REGISTER_CORRECTION' as const,
  reason: '登记数据更正',
  request: desk.request('reassess'),
});
const again = async (id: ApplicationId) => desk.carryOut(reassess(desk.desk, await reassessment(id)));

const openRecoveries = async (id: ApplicationId) => {
  const { items } = await listRecoveries(desk.desk, { division: county, limit: 100 });
  return items.filter(({ recovery }) => recovery.applicationId === id);
};
const act = async (id: ApplicationId, actor: Actor, operation: string) => {
  const [found] = await openRecoveries(id);
  if (!found) throw new Error('no open recovery');
  const { recovery, version } = found;
  return { id: recovery.recoveryId, version, actor, at: desk.now(), request: desk.request(operation) };
};
const approveRecovery = async (id: ApplicationId) =>
  decideRecovery(desk.desk, {
    ...(await act(id, people.approver, 'recovery')),
    decision: 'APPROVE',
    reason: '情况属实',
  });
const receive = async (id: ApplicationId, amountFen: number) =>
  receiveRecovery(desk.desk, {
    ...(await act(id, people.finance, 'receipt')),
    received: { amountFen, receivedOn: '2020-09-01', bankReference: 'R-1' },
  });

const supplementOf = async (id: ApplicationId): Promise<ApplicationId> =>
  applicationId.parse((await desk.head(id)).supplement);
const fund = async () => fundRow.parse(await readItem(desk.desk.table, fundKey(county, '2020')));
const runsOf = async (id: ApplicationId): Promise<number[]> => {
  const keys = [1, 2, 3].map((run) => assessmentKey(id, run, 1));
  const items = await readItems(desk.desk.table, keys);
  return items.flatMap((item) => (item ? [openRecord(item).record.run] : []));
};

describe('when a worker turns out to be due more', () => {
  test('four months were paid and the fifth is found later: 200 yuan are paid, seen by a verifier and approved', async () => {
    const { id, citizenId } = await paidAs(sinceMarch);
    expect(await has(citizenId)).toBe(80_000);
    await desk.putWorker(citizenId, always);
    await again(id);
    const supplement = await supplementOf(id);
    expect(await desk.head(supplement)).toMatchObject({
      state: 'IN_VERIFICATION',
      adjusts: id,
      tally: { approve: 1, amountFen: 20_000 },
      participants: { factEditors: ['reviewer-1'] },
    });
    expect(await readLine(desk.desk.table, supplement, 1)).toMatchObject({
      held: [{ period: '2020-02', amountFen: 20_000 }],
      adjusts: [],
    });
    await desk.decide(supplement, people.verifier, 'APPROVE');
    await approveAndPay(supplement);
    expect(await has(citizenId)).toBe(100_000);
    expect(await ledgerOf(citizenId)).toHaveLength(5);
    expect((await desk.head(id)).state).toBe('CLOSED');
  });

  test('whoever accepted the new facts decides nothing about the supplement, whatever posts they hold', async () => {
    const { id, citizenId } = await paidAs(sinceMarch);
    await desk.putWorker(citizenId, always);
    await again(id);
    const supplement = await supplementOf(id);
    const both = { ...people.reviewer, roles: [...people.reviewer.roles, ...people.verifier.roles] };
    await expect(desk.claim(supplement, both)).rejects.toMatchObject({ code: 'FOUR_EYES' });
  });

  test('the supplement is made and paid once, though the acceptance is sent again and two people come at once', async () => {
    const { id, citizenId } = await paidAs(sinceMarch);
    await desk.putWorker(citizenId, always);
    const input = await reassessment(id);
    const other = await reassessment(id, person('reviewer-2', ['COUNTY_REVIEWER']));
    const results = await Promise.allSettled([
      reassess(desk.desk, input),
      reassess(desk.desk, other),
      reassess(desk.desk, input),
    ]);
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const one of refused) expect(one).toMatchObject({ reason: { code: 'VERSION_STALE' } });
    const first = await reassess(desk.desk, results[0].status === 'fulfilled' ? input : other);
    await desk.carryOut(Promise.resolve(first));
    const supplement = await supplementOf(id);
    expect(first.receipt.id).toBe(supplement);
    await expect(again(id)).rejects.toMatchObject({ code: 'SUPPLEMENT_OPEN' });
    // The call that starts it was lost in two of the three; the sweeper finds it in the outbox.
    await desk.clock.advance(60_000);
    await sweepOutbox(desk.desk, desk.machine, desk.now());
    await goOn();
    await desk.decide(supplement, people.verifier, 'APPROVE');
    await approveAndPay(supplement);
    await again(id);
    expect(await has(citizenId)).toBe(100_000);
    expect((await desk.head(id)).supplement).toBe(supplement);
  });

  test('a supplement that is refused gives its month back, and the payments of before stand', async () => {
    const { id, citizenId } = await paidAs(sinceMarch);
    await desk.putWorker(citizenId, always);
    await again(id);
    const supplement = await supplementOf(id);
    await desk.decide(supplement, people.verifier, 'REFUSE', { reason: '证明不足' });
    expect(await has(citizenId)).toBe(80_000);
    await again(id);
    expect(await supplementOf(id)).not.toBe(supplement);
  });

  test('a supplement for which nothing is left to pay when it is checked is refused, not paid with nothing', async () => {
    const { id, citizenId } = await paidAs(sinceMarch);
    await desk.putWorker(citizenId, always);
    const { delivery } = await reassess(desk.desk, await reassessment(id));
    await desk.putWorker(citizenId, sinceMarch);
    if (delivery?.kind !== 'START') throw new Error('no supplement');
    await desk.machine.start(delivery.applicationId);
    await desk.engine.idle();
    expect(await desk.head(delivery.applicationId)).toMatchObject({ state: 'REFUSED' });
  });
});

describe('when nothing changed', () => {
  test('a re-assessment makes nothing but its record', async () => {
    const { id, citizenId } = await paidAs(always);
    const before = await ledgerOf(citizenId);
    const { id: made } = await again(id);
    expect(made).toBeUndefined();
    expect(await desk.head(id)).not.toHaveProperty('supplement');
    expect(await openRecoveries(id)).toEqual([]);
    expect(await ledgerOf(citizenId)).toEqual(before);
    expect(await runsOf(id)).toEqual([1, 2]);
  });
});

describe('when too much was paid', () => {
  test('a trial says what would follow and writes nothing', async () => {
    const { id, citizenId } = await paidAs(always);
    await desk.putWorker(citizenId, never);
    const before = await desk.head(id);
    const { following, differences } = await tryReassessment(desk.desk, {
      id,
      actor: people.reviewer,
      at: desk.now(),
    });
    expect(following).toMatchObject({ moreFen: 0, lessFen: 100_000 });
    expect(differences).toHaveLength(1);
    expect(await desk.head(id)).toEqual(before);
    expect(await openRecoveries(id)).toEqual([]);
    expect(await runsOf(id)).toEqual([1]);
  });

  test('a status that was taken back after the payment proposes 1000 yuan back, old and new facts side by side', async () => {
    const { id, citizenId } = await paidAs(always);
    await desk.putWorker(citizenId, never);
    await again(id);
    const [open] = await openRecoveries(id);
    expect(open?.recovery).toMatchObject({
      state: 'PROPOSED',
      origin: 'REGISTER_CORRECTION',
      clause: '六.2',
      amountFen: 100_000,
      proposedBy: 'reviewer-1',
    });
    expect(open?.recovery.differences).toMatchObject([
      {
        facts: expect.arrayContaining([
          { name: 'worker.povertyStatuses[2014-01-01].endsOn', after: '2019-12-31' },
        ]) as unknown,
        outcome: { before: 'APPROVE', after: 'REJECT' },
        amounts: months.map((period) => ({ period, beforeFen: 20_000, afterFen: 0 })),
      },
    ]);
    expect(await has(citizenId)).toBe(100_000);
    // The same again proposes nothing more.
    await again(id);
    expect((await openRecoveries(id)).map(({ recovery }) => recovery)).toEqual([open?.recovery]);
  });

  test('another person approves it, and it comes back in two parts', async () => {
    const { id, citizenId } = await paidAs(always);
    await desk.putWorker(citizenId, never);
    await again(id);
    const before = await fund();
    await expect(
      decideRecovery(desk.desk, {
        ...(await act(id, people.reviewer, 'recovery')),
        decision: 'APPROVE',
        reason: '情况属实',
      }),
    ).rejects.toMatchObject({ code: 'PROPOSED_IT' });
    await approveRecovery(id);
    await receive(id, 30_000);
    await expect(receive(id, 70_001)).rejects.toMatchObject({ code: 'MORE_THAN_ASKED' });
    expect(await openRecoveries(id)).toMatchObject([{ recovery: { state: 'APPROVED', leftFen: 70_000 } }]);
    await receive(id, 70_000);
    expect(await openRecoveries(id)).toEqual([]);
    expect(await has(citizenId)).toBe(0);
    expect((await fund()).paidFen).toBe(before.paidFen - 100_000);
    await again(id);
    expect(await openRecoveries(id)).toEqual([]);
  });

  test('two people who book the same receipt at once book it once', async () => {
    const { id, citizenId } = await paidAs(always);
    await desk.putWorker(citizenId, never);
    await again(id);
    await approveRecovery(id);
    const received = { amountFen: 60_000, receivedOn: '2020-09-01', bankReference: 'R-2' };
    const inputs = await Promise.all([
      act(id, people.finance, 'receipt'),
      act(id, person('finance-2', ['FINANCE_OFFICER']), 'receipt'),
    ]);
    const results = await Promise.allSettled(
      inputs.map((input) => receiveRecovery(desk.desk, { ...input, received })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'VERSION_STALE' },
    });
    expect(await has(citizenId)).toBe(40_000);
  });

  test('what was written off is not asked for again, and not paid a second time either', async () => {
    const { id, citizenId } = await paidAs(always);
    await desk.putWorker(citizenId, never);
    await again(id);
    await approveRecovery(id);
    await writeOffRecovery(desk.desk, {
      ...(await act(id, people.approver, 'write-off')),
      reason: '本人已去世',
    });
    await again(id);
    expect(await openRecoveries(id)).toEqual([]);
    await desk.putWorker(citizenId, always);
    await again(id);
    expect(await desk.head(id)).not.toHaveProperty('supplement');
    expect(await has(citizenId)).toBe(100_000);
  });

  test('a later payment pays down what is asked back, and moves no money', async () => {
    const { id, citizenId } = await paidAs(always);
    await desk.putWorker(citizenId, never);
    await again(id);
    await approveRecovery(id);
    await receive(id, 30_000);
    await desk.putWorker(citizenId, always);
    await again(id);
    expect(await openRecoveries(id)).toEqual([]);
    const offsets = (await ledgerOf(citizenId)).filter(({ kind }) => kind === 'OFFSET');
    expect(offsets.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(70_000);
    const supplement = await supplementOf(id);
    expect((await desk.head(supplement)).tally).toMatchObject({ amountFen: 30_000 });
    await desk.decide(supplement, people.verifier, 'APPROVE');
    await approveAndPay(supplement);
    expect(await has(citizenId)).toBe(100_000);
  });
});

describe('what the rules leave to a person', () => {
  /** The rules find no more than that the register differs. */
  const leftInMarch: Partial<WorkerRecord> = {
    ...always,
    spells: spells.map((spell) => ({ ...spell, endsOn: '2020-03-31' })),
  };
  const afterMarch = ['2020-04', '2020-05', '2020-06'];
  const asked = async (id: ApplicationId, periods: readonly string[], amountFen?: number) => ({
    id,
    version: (await desk.head(id)).version,
    actor: people.reviewer,
    at: desk.now(),
    origin: 'REGISTER_CORRECTION' as const,
    reason: '单位证实三月底离职',
    parts: periods.map((period) => ({ lineNo: 1, period, ...(amountFen !== undefined && { amountFen }) })),
    request: desk.request('proposal'),
  });
  const ask = async (id: ApplicationId, periods: readonly string[], amountFen?: number) =>
    askBack(desk.desk, await asked(id, periods, amountFen));

  test('a job that ended in March: three months are asked back by two people, and never paid again', async () => {
    const { id, citizenId } = await paidAs(always);
    await desk.putWorker(citizenId, leftInMarch);
    await again(id);
    expect(await openRecoveries(id)).toEqual([]);
    const input = await asked(id, afterMarch);
    const first = await askBack(desk.desk, input);
    expect(await askBack(desk.desk, input)).toEqual({ receipt: first.receipt });
    const [open] = await openRecoveries(id);
    expect(open?.recovery).toMatchObject({
      recoveryId: first.receipt.id,
      state: 'PROPOSED',
      foundBy: 'PERSON',
      clause: '六.2',
      amountFen: 60_000,
      differences: [{ lineNo: 1 }],
      proposedBy: 'reviewer-1',
    });
    // A re-assessment that asks for nothing does not take the person's word back.
    await again(id);
    expect(await openRecoveries(id)).toMatchObject([{ recovery: { state: 'PROPOSED' } }]);
    await expect(
      decideRecovery(desk.desk, {
        ...(await act(id, people.reviewer, 'recovery')),
        decision: 'APPROVE',
        reason: '情况属实',
      }),
    ).rejects.toMatchObject({ code: 'PROPOSED_IT' });
    await approveRecovery(id);
    // The rules still find five months: that neither pays it down nor pays it anew.
    await again(id);
    expect(await openRecoveries(id)).toMatchObject([{ recovery: { state: 'APPROVED', leftFen: 60_000 } }]);
    await receive(id, 60_000);
    await again(id);
    expect(await desk.head(id)).not.toHaveProperty('supplement');
    expect(await has(citizenId)).toBe(40_000);
    // What the register takes back later is asked for once: the two months that are left.
    await desk.putWorker(citizenId, never);
    await again(id);
    expect(await openRecoveries(id)).toMatchObject([{ recovery: { amountFen: 40_000 } }]);
  });

  test('more than is in hand, or proposed already, is refused with the figures; so is a month that was not paid', async () => {
    const { id } = await paidAs(sinceMarch);
    await expect(ask(id, ['2020-06'], 20_001)).rejects.toMatchObject({
      status: 422,
      code: 'MORE_THAN_IN_HAND',
      details: { lineNo: 1, period: '2020-06', recoverableFen: 20_000, parts: [{ inHandFen: 20_000 }] },
    });
    await expect(ask(id, ['2020-02'])).rejects.toMatchObject({ details: { recoverableFen: 0 } });
    await ask(id, ['2020-06'], 5_000);
    await expect(ask(id, ['2020-06'], 15_001)).rejects.toMatchObject({ details: { recoverableFen: 15_000 } });
    await ask(id, ['2020-06']);
    expect((await openRecoveries(id)).map(({ recovery }) => recovery.amountFen)).toEqual([5_000, 15_000]);
    await expect(
      askBack(desk.desk, { ...(await asked(id, ['2020-06'])), parts: [{ lineNo: 9, period: '2020-06' }] }),
    ).rejects.toMatchObject({ code: 'NO_SUCH_LINE' });
    await expect(
      askBack(desk.desk, { ...(await asked(id, ['2020-05'])), actor: people.village }),
    ).rejects.toMatchObject({ code: 'FOUR_EYES' });
  });

  test('a supplement for another month does not pay again what people took back', async () => {
    const { id, citizenId } = await paidAs(sinceMarch);
    await ask(id, ['2020-06']);
    await approveRecovery(id);
    await receive(id, 20_000);
    await desk.putWorker(citizenId, always);
    await again(id);
    const supplement = await supplementOf(id);
    expect((await desk.head(supplement)).tally).toMatchObject({ amountFen: 20_000 });
    expect(await readLine(desk.desk.table, supplement, 1)).toMatchObject({
      held: [{ period: '2020-02', amountFen: 20_000 }],
      adjusts: [],
    });
  });

  test('once the bank has taken the money back, the proposal is out of date', async () => {
    const { id } = await paidAs(always);
    await ask(id, afterMarch);
    await reversePayout(desk.desk, await bankReversal(id));
    await expect(approveRecovery(id)).rejects.toMatchObject({ code: 'RECOVERY_OUT_OF_DATE' });
  });
});

const bankReversal = async (id: ApplicationId) => ({
  id: payoutId.parse(`${id}.PAYOUT.1`),
  version: (await desk.head(id)).version,
  actor: people.finance,
  at: desk.now(),
  request: desk.request('reverse'),
  reversal: {
    amountFen: 100_000,
    bookedOn: '2020-08-01',
    bankReference: 'B-9',
    returnReason: 'ACCOUNT_CLOSED' as const,
  },
});

test('money that the bank takes back after it was booked is in the fund again, and a re-assessment pays it anew', async () => {
  const { id, citizenId } = await paidAs(always);
  const before = await fund();
  const reversal = await bankReversal(id);
  await reversePayout(desk.desk, reversal);
  await reversePayout(desk.desk, reversal);
  expect(await has(citizenId)).toBe(0);
  expect((await fund()).availableFen).toBe(before.availableFen + 100_000);
  await expect(
    reversePayout(desk.desk, {
      ...reversal,
      version: (await desk.head(id)).version,
      request: desk.request('reverse'),
    }),
  ).rejects.toMatchObject({ code: 'PAYOUT_NOT_PAID' });
  await again(id);
  const supplement = await supplementOf(id);
  expect((await desk.head(supplement)).tally).toMatchObject({ amountFen: 100_000 });
});

test('a proposal is not approved once the bank has taken the payment back: there is nothing to ask for', async () => {
  const { id, citizenId } = await paidAs(always);
  await desk.putWorker(citizenId, never);
  await again(id);
  await reversePayout(desk.desk, await bankReversal(id));
  await expect(approveRecovery(id)).rejects.toMatchObject({ code: 'RECOVERY_OUT_OF_DATE' });
  await again(id);
  expect(await openRecoveries(id)).toEqual([]);
  expect(await has(citizenId)).toBe(0);
});

test('of two workers, a second look at one leaves what was proposed about the other', async () => {
  const [first, second] = [citizenNo(next++).citizenId, citizenNo(next++).citizenId];
  await desk.putWorker(first, { spells: [aSpell()] });
  await desk.putWorker(second, { spells: [aSpell()] });
  const id = await desk.file(
    aDraft('PLACEMENT_SUBSIDY'),
    [aPlacementLine(1, first), aPlacementLine(2, second)],
    people.agency,
  );
  await desk.submit(id, people.agency);
  await approveAndPay(id);
  await desk.putWorker(first, { ...never, spells: [aSpell()] });
  await desk.putWorker(second, { ...never, spells: [aSpell()] });
  await again(id);
  expect(await openRecoveries(id)).toMatchObject([{ recovery: { amountFen: 100_000 } }]);
  await desk.putWorker(first, { spells: [aSpell()] });
  await reassess(desk.desk, { ...(await reassessment(id)), lineNos: [1] });
  expect(await openRecoveries(id)).toMatchObject([
    { recovery: { state: 'PROPOSED', amountFen: 50_000, leftFen: 50_000, parts: [{ lineNo: 2 }] } },
  ]);
  await expect(reassess(desk.desk, { ...(await reassessment(id)), lineNos: [3] })).rejects.toMatchObject({
    code: 'NO_SUCH_LINE',
  });
});
