import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../functions/contracts/actor.ts';
import { applicationId, type ApplicationId } from '../../functions/contracts/application.ts';
import type { Decision } from '../../functions/contracts/queue.ts';
import type { WorkerRecord } from '../../functions/contracts/registers/worker.ts';
import { decideTask } from '../../functions/store/decisions/decide-task.ts';
import { decideDifference } from '../../functions/store/differences/decide-difference.ts';
import { listDifferences } from '../../functions/store/differences/list-differences.ts';
import { readPersonMonths } from '../../functions/store/reading/read-person-months.ts';
import { listRecoveries } from '../../functions/store/recoveries/list-recoveries.ts';
import { importRegister } from '../../functions/store/registers/import/import-register.ts';
import { claimTask } from '../../functions/store/tasks/claim-task.ts';
import { listTasks } from '../../functions/store/tasks/list-tasks.ts';
import { aDraft, aRetentionLine, aSpell, citizenNo } from '../builders/claims.ts';
import { county, people, person, startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
let next = 34_000;

beforeAll(async () => {
  desk = await startTestDesk('2020-07-01T01:00:00.000Z');
  await desk.putFund(1_000_000_000);
});
afterAll(() => desk.stop());

const employer = '91141124MA0TEEE15W';
const job = (spellId: string) =>
  aSpell({
    spellId,
    kind: 'OUTSIDE_COUNTY',
    workplace: '320500',
    startsOn: '2020-01-15',
    employerCode: employer,
  });

/** A retention allowance whose worker has this one job. */
const filed = async (rest: Partial<WorkerRecord> = {}) => {
  const number = next++;
  const { citizenId } = citizenNo(number);
  const spellId = `S-${number}`;
  await desk.putWorker(citizenId, { spells: [job(spellId)], ...rest });
  const id = await desk.file(aDraft('RETENTION_ALLOWANCE'), [aRetentionLine(citizenId)]);
  await desk.submit(id);
  return { id, citizenId, spellId };
};
const pay = async (id: ApplicationId): Promise<void> => {
  await desk.advanceDays(14);
  await desk.decide(id, people.approver, 'APPROVE');
  await desk.book(id);
  await desk.clock.advance(60_000);
  await desk.engine.idle();
  expect(await desk.head(id)).toMatchObject({ state: 'CLOSED' });
};

const importFile = (text: string, asOf: string) =>
  importRegister(desk.desk, {
    bytes: new TextEncoder().encode(text),
    asOf,
    at: desk.now(),
    by: 'machine:test',
    dryRun: false,
  });
const jobEnded = ({ citizenId, spellId }: { citizenId: string; spellId: string }, endsOn: string) =>
  importFile(
    `就业登记号,公民身份号码,就业形式,单位信用代码,单位名称,工作地,开始日期,结束日期,有工资凭证\n${spellId},${citizenId},县外务工,${employer},测试电子厂,320500,2020-01-15,${endsOn},是\n`,
    '2020-07-10',
  );
const poorSince = ({ citizenId }: { citizenId: string }, since: string) =>
  importFile(
    `公民身份号码,姓名,手机号码,户籍县,安置县,识别日期,脱贫日期,停止享受政策日期,劳动能力,易地搬迁\n${citizenId},测试工人,,${county},,${since},,,普通劳动力,否\n`,
    '2020-07-10',
  );
const died = ({ citizenId }: { citizenId: string }, on: string) =>
  importFile(`公民身份号码,情况,发生日期,结束日期\n${citizenId},死亡,${on},\n`, '2020-07-10');

const mergedInto = ({ citizenId }: { citizenId: string }, into: string, asOf = '2020-07-10') =>
  importFile(
    `公民身份号码,姓名,户籍县,识别日期,劳动能力,易地搬迁,合并至公民身份号码\n${citizenId},测试工人,${county},2014-05-31,普通劳动力,否,${into}\n`,
    asOf,
  );

const casesOf = async (id: ApplicationId) => {
  const { items } = await listTasks(desk.desk, { role: 'COUNTY_REVIEWER', division: county, limit: 100 });
  return items.filter(({ task, head }) => task.kind === 'FACTS_CHANGED' && head.applicationId === id);
};
const decideCase = async (id: ApplicationId, decision: Decision, actor: Actor = people.reviewer) => {
  const [found] = await casesOf(id);
  if (!found) throw new Error('no case');
  const { taskId } = found.task;
  const change = async () => ({
    id: taskId,
    version: (await desk.head(id)).version,
    actor,
    at: desk.now(),
    request: desk.request('case'),
  });
  await claimTask(desk.desk, await change());
  return desk.carryOut(decideTask(desk.desk, { ...(await change()), decision, reason: '登记数据更正' }));
};

describe('a poverty status that turns out to have begun later', () => {
  const change = { fact: 'POVERTY_STATUS', name: 'REGISTERED_POOR', after: '2020-05-01/' };

  test('after the payment: the case shows it, and assessing again proposes three months back', async () => {
    const claim = await filed();
    await pay(claim.id);
    expect(await poorSince(claim, '2020-05-01')).toMatchObject({ issues: [], written: 1, cases: 1 });
    expect(await casesOf(claim.id)).toMatchObject([{ task: { status: 'OPEN', changes: [change] } }]);
    // The same file again opens no second case.
    expect(await poorSince(claim, '2020-05-01')).toMatchObject({ cases: 0 });
    await expect(decideCase(claim.id, 'REASSESS', people.verifier)).rejects.toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
    const { id: made } = await decideCase(claim.id, 'REASSESS');
    expect(await casesOf(claim.id)).toEqual([]);
    const { items } = await listRecoveries(desk.desk, { division: county, limit: 10 });
    expect(items.map(({ recovery }) => [recovery.recoveryId, recovery.amountFen])).toContainEqual([
      made,
      60_000,
    ]);
  });

  test('while the list hangs: the check runs again, and a new list shows the two months that are left', async () => {
    const claim = await filed();
    expect(await desk.head(claim.id)).toMatchObject({ state: 'ON_NOTICE', tally: { amountFen: 100_000 } });
    await poorSince(claim, '2020-05-01');
    const before = await desk.head(claim.id);
    await decideCase(claim.id, 'RECHECK');
    const after = await desk.head(claim.id);
    expect(after).toMatchObject({ state: 'ON_NOTICE', tally: { run: 2, amountFen: 40_000 } });
    expect(after.noticeId).not.toBe(before.noticeId);
    await pay(claim.id);
  });
});

test('a status that was dated back after the payment is paid for: the month that was missing', async () => {
  const claim = await filed({ povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2020-03-01' }] });
  await pay(claim.id);
  await poorSince(claim, '2014-05-31');
  await decideCase(claim.id, 'REASSESS');
  const { supplement } = await desk.head(claim.id);
  expect(await desk.head(applicationId.parse(supplement))).toMatchObject({
    adjusts: claim.id,
    state: 'IN_VERIFICATION',
    tally: { amountFen: 20_000 },
  });
});

describe('a job that turns out to have ended', () => {
  test('while the list hangs: checked again, the claim goes to a verifier, who sees that the register differs', async () => {
    const claim = await filed();
    await jobEnded(claim, '2020-03-31');
    expect(await casesOf(claim.id)).toMatchObject([
      {
        task: {
          changes: [
            { fact: 'JOB', name: claim.spellId, before: '2020-01-15/', after: '2020-01-15/2020-03-31' },
          ],
        },
      },
    ]);
    await decideCase(claim.id, 'RECHECK');
    expect(await desk.head(claim.id)).toMatchObject({
      state: 'IN_VERIFICATION',
      tally: { run: 2, reasons: expect.arrayContaining(['REGISTER_DIFFERS']) as unknown },
    });
  });

  test('once paid, assessing again takes nothing back by itself: what the register says is a person’s to weigh', async () => {
    const claim = await filed();
    await pay(claim.id);
    await jobEnded(claim, '2020-03-31');
    const { id: made } = await decideCase(claim.id, 'REASSESS');
    expect(made).toBeUndefined();
  });

  test('left as it is with a reason: nothing moves, and the case is closed', async () => {
    const claim = await filed();
    await jobEnded(claim, '2020-03-31');
    await decideCase(claim.id, 'LEAVE');
    expect(await casesOf(claim.id)).toEqual([]);
    expect(await desk.head(claim.id)).toMatchObject({ state: 'ON_NOTICE', tally: { amountFen: 100_000 } });
  });
});

test('a death is put before a person for the approver’s claim too; once money is approved only payment is left', async () => {
  const claim = await filed();
  await desk.advanceDays(14);
  expect(await desk.head(claim.id)).toMatchObject({ state: 'IN_APPROVAL' });
  await desk.decide(claim.id, people.approver, 'APPROVE');
  expect(await died(claim, '2020-06-20')).toMatchObject({ issues: [], cases: 1 });
  await expect(decideCase(claim.id, 'RECHECK')).rejects.toMatchObject({ code: 'STATE_DOES_NOT_ALLOW' });
});

describe('two records that turn out to be one person', () => {
  const masked = (id: string) => `${id.slice(0, 6)}**********${id.slice(-2)}`;

  test('both were paid for the same months: each paid application has a case that names the other record', async () => {
    const [duplicate, stays] = [await filed(), await filed()];
    await pay(duplicate.id);
    await pay(stays.id);
    expect(await mergedInto(duplicate, stays.citizenId)).toMatchObject({ issues: [], cases: 2 });
    const into = { fact: 'MERGED', name: 'INTO', after: masked(stays.citizenId) };
    const from = { fact: 'MERGED', name: 'FROM', after: masked(duplicate.citizenId) };
    const [[one], [other]] = [await casesOf(duplicate.id), await casesOf(stays.id)];
    expect(one?.task.changes?.filter(({ fact }) => fact === 'MERGED')).toEqual([into]);
    expect(other?.task.changes).toEqual([from]);
    // The same file again opens no second case.
    expect(await mergedInto(duplicate, stays.citizenId)).toMatchObject({ cases: 0 });
    // Assessing again takes nothing back by itself, and a merger that was wrong is news to both once more.
    expect((await decideCase(duplicate.id, 'REASSESS')).id).toBeUndefined();
    await decideCase(stays.id, 'LEAVE');
    expect(await mergedInto(duplicate, '无', '2020-07-11')).toMatchObject({ cases: 2 });
    const [undone] = await casesOf(stays.id);
    expect(undone?.task.changes).toEqual([
      { fact: 'MERGED', name: 'FROM', before: masked(duplicate.citizenId) },
    ]);
  });

  test('a record that the register did not have before, and that is merged at once, is news to both too', async () => {
    const stays = await filed();
    const { citizenId } = citizenNo(next++);
    const id = await desk.file(aDraft('RETENTION_ALLOWANCE'), [aRetentionLine(citizenId)]);
    await desk.submit(id);
    expect(await mergedInto({ citizenId }, stays.citizenId)).toMatchObject({ issues: [], cases: 2 });
    expect(await casesOf(id)).toMatchObject([{ task: { changes: [{ fact: 'MERGED', name: 'INTO' }] } }]);
  });

  test('while the duplicate’s list hangs: checked again, both claims go to a verifier, and nobody is refused', async () => {
    const [duplicate, stays] = [await filed(), await filed()];
    await mergedInto(duplicate, stays.citizenId);
    await decideCase(duplicate.id, 'RECHECK');
    expect(await desk.head(duplicate.id)).toMatchObject({
      state: 'IN_VERIFICATION',
      tally: { run: 2, review: 1, reject: 0, reasons: ['REGISTER_DIFFERS'] },
    });
    await decideCase(stays.id, 'RECHECK');
    expect(await desk.head(stays.id)).toMatchObject({
      state: 'IN_VERIFICATION',
      tally: { run: 2, review: 1, reject: 0, reasons: ['REGISTER_DIFFERS'] },
    });
  });

  test('what was paid under the duplicate’s record is not paid again to the person who stays without a person’s look', async () => {
    const duplicate = await filed();
    await pay(duplicate.id);
    const { citizenId } = citizenNo(next++);
    await desk.putWorker(citizenId, { spells: [job('S-stays')] });
    await mergedInto(duplicate, citizenId);
    const id = await desk.file(aDraft('RETENTION_ALLOWANCE'), [aRetentionLine(citizenId)]);
    await desk.submit(id);
    expect(await desk.head(id)).toMatchObject({
      state: 'IN_VERIFICATION',
      tally: { review: 1, reasons: ['REGISTER_DIFFERS'] },
    });
    // Where the officer looks: the months of the person, whichever record they were granted under.
    const { months } = await readPersonMonths(
      desk.desk.table,
      desk.desk.vault.lookup('citizen', citizenId),
      '2020',
    );
    const april = months.find(({ month }) => month === '2020-04')?.granted ?? [];
    expect(april.map(({ applicationId: granted }) => granted).sort()).toEqual([duplicate.id, id].sort());
  });
});

test('a date that an office takes over from the other department opens the case as an import does', async () => {
  const claim = await filed({ povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2014-05-31' }] });
  const text = `公民身份号码,姓名,户籍县,识别日期,劳动能力,易地搬迁\n${claim.citizenId},测试工人,${county},2020-05-01,普通劳动力,否\n`;
  const bytes = new TextEncoder().encode(text);
  const file = { bytes, asOf: '2020-07-10', at: desk.now(), by: 'importer-1', dryRun: false };
  expect(await importRegister(desk.desk, { ...file, department: 'HR' })).toMatchObject({
    opened: 1,
    cases: 0,
  });
  const owner = { department: 'POVERTY', division: county } as const;
  const { items } = await listDifferences(desk.desk, { ...owner, limit: 10 });
  const [seen] = items;
  expect(items).toHaveLength(1);
  await decideDifference(desk.desk, {
    differenceId: seen?.difference.differenceId ?? '',
    version: seen?.version ?? '',
    decision: 'TAKE_THEIRS',
    reason: '已核对档案',
    actor: person('checker-1', ['POVERTY_OFFICE_CHECKER']),
    at: desk.now(),
    request: desk.request('decideDifference'),
  });
  expect((await casesOf(claim.id))[0]?.task.changes).toMatchObject([
    { fact: 'POVERTY_STATUS', after: '2020-05-01/' },
  ]);
});

test('an import that is cut short before its records are written opens the case once', async () => {
  const claim = await filed();
  const { documents } = desk.desk.table;
  const send = documents.send.bind(documents);
  let killed = false;
  Object.assign(documents, {
    send: (command: { input?: unknown }) => {
      const writesWorker = JSON.stringify(command.input ?? {}).includes('"revision"');
      if (writesWorker && !killed) {
        killed = true;
        throw new Error('killed');
      }
      return send(command as never);
    },
  });
  await expect(jobEnded(claim, '2020-04-30')).rejects.toThrow('killed');
  Object.assign(documents, { send });
  expect(await casesOf(claim.id)).toHaveLength(1);
  expect(await jobEnded(claim, '2020-04-30')).toMatchObject({ written: 1, cases: 0 });
  expect(await casesOf(claim.id)).toHaveLength(1);
  expect(applicationId.parse(claim.id)).toBe(claim.id);
});
