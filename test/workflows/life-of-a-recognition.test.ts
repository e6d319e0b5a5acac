import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApplicationOperation } from '../../functions/contracts/api/applications.ts';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import type { RecognitionRecord } from '../../functions/contracts/registers/organisation.ts';
import { ProblemError } from '../../functions/platform/errors.ts';
import { lineViewOf } from '../../functions/api/views/line-view.ts';
import { ruleValuesFor } from '../../functions/rules/values/index.ts';
import { recognitionViewOf } from '../../functions/api/views/recognition-view.ts';
import { auditEvent, firstBrokenLink } from '../../functions/store/audit/events.ts';
import { changePayee } from '../../functions/store/change-payee.ts';
import { fundKey, premisesKey, readingKey, recognitionKey } from '../../functions/store/keys.ts';
import { readItem, readLines } from '../../functions/store/read-application.ts';
import { readIdentity } from '../../functions/store/reading/read-identity.ts';
import type { RecognitionReceipt } from '../../functions/store/recognitions/change-recognition.ts';
import { countHeads } from '../../functions/store/recognitions/count-heads.ts';
import { decideChange, type ProposalDecision } from '../../functions/store/recognitions/decide-change.ts';
import { listRecognitions } from '../../functions/store/recognitions/list-recognitions.ts';
import { proposeChange, type Proposal } from '../../functions/store/recognitions/propose-change.ts';
import { recognitionIndex } from '../../functions/store/registers/recognition-index.ts';
import { recognitionItem } from '../../functions/store/registers/register-item.ts';
import { aDraft, aSpell, citizenNo } from '../builders/claims.ts';
import { anEnterprise, aRecognition, enterprise, somePremises } from '../builders/recognitions.ts';
import { aBaseLine, aWorkshopLine } from '../builders/recognition-claims.ts';
import { county, people, person, startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
let next = 4000;
const clerk = person('enterprise-1', ['INTERMEDIARY'], { organisationId: enterprise });
const ref = { organisationId: enterprise, kind: 'WORKSHOP' } as const;

/** Poor workers whom the employment register shows at the test enterprise. */
const employed = async (count: number): Promise<string[]> => {
  const ids = Array.from({ length: count }, () => citizenNo(next++).citizenId);
  await Promise.all(ids.map((id) => desk.putWorker(id, { spells: [aSpell({ startsOn: '2020-01-06' })] })));
  return ids;
};

const put = (Item: Record<string, unknown>) =>
  desk.desk.table.documents.send(new PutCommand({ TableName: desk.desk.table.name, Item }));

const entry = async (kind: 'WORKSHOP' | 'BASE' = 'WORKSHOP') => {
  const item = await readItem(desk.desk.table, recognitionKey(enterprise, kind));
  return item && recognitionItem.parse(item);
};

/** As the county's staff see it in the list. */
const listed = async (actor = people.verifier) => {
  const { items } = await listRecognitions(desk.desk, { division: county, limit: 25 });
  const views = items.map((item) =>
    recognitionViewOf(item, actor, desk.now().slice(0, 10), ruleValuesFor('141124', desk.now().slice(0, 10))),
  );
  return views.find(({ kind }) => kind === 'WORKSHOP');
};

const seen = async () => (await listed())?.version ?? '';

const propose = async (
  change: Proposal['change'],
  rest: Partial<Proposal> = {},
): Promise<RecognitionReceipt> =>
  proposeChange(desk.desk, {
    ref,
    version: await seen(),
    actor: people.verifier,
    at: desk.now(),
    request: desk.request('propose'),
    change,
    reason: '现场核查发现问题',
    ...rest,
  });
const decide = async (
  decision: ProposalDecision['decision'],
  rest: Partial<ProposalDecision> = {},
): Promise<RecognitionReceipt> =>
  decideChange(desk.desk, {
    ref,
    version: await seen(),
    actor: people.approver,
    at: desk.now(),
    request: desk.request('decide-change'),
    decision,
    reason: '属实',
    ...rest,
  });
const count = async (headCount: number, countedOn = desk.now().slice(0, 10)): Promise<RecognitionReceipt> =>
  countHeads(desk.desk, {
    ref,
    version: await seen(),
    actor: people.verifier,
    at: desk.now(),
    request: desk.request('count'),
    headCount,
    countedOn,
  });

/** What somebody who is refused is told. */
const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'DONE',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

const fileWorkshop = async (workers: readonly string[]): Promise<ApplicationId> => {
  const id = await desk.file(aDraft('WORKSHOP_RECOGNITION'), [aWorkshopLine(workers)], clerk);
  await desk.submit(id, clerk);
  return id;
};

const state = async (id: ApplicationId) => (await desk.head(id)).state;

beforeAll(async () => {
  desk = await startTestDesk();
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anEnterprise());
  await put({ ...premisesKey(enterprise), revision: 1, record: somePremises() });
});
afterAll(() => desk.stop());

describe('a recognition is an application without money', () => {
  let id: ApplicationId;
  let doubtful: string;

  test('it is filed without an account, and anything else is not', () => {
    const { body } = createApplicationOperation;
    const common = { division: county, commitmentSigned: true } as const;
    const { payee } = aDraft('BASE_AWARD');
    const said = (draft: object) =>
      body
        .safeParse(draft)
        .error?.issues.map(({ message }) => message)
        .join();
    expect(said({ ...common, instrument: 'WORKSHOP_RECOGNITION' })).toBeUndefined();
    expect(said({ ...common, instrument: 'WORKSHOP_RECOGNITION', payee })).toContain('请不要填写收款账户');
    expect(said({ ...common, instrument: 'BASE_AWARD' })).toContain('请填写收款人和收款账户');
    expect(said({ ...common, instrument: 'BASE_AWARD', payee })).toBeUndefined();
  });

  test('an unclear one goes to the verifier', async () => {
    doubtful = citizenNo(next++).citizenId;
    id = await fileWorkshop([...(await employed(9)), doubtful]);
    expect(await state(id)).toBe('IN_VERIFICATION');
  });

  test('the lines show its roster masked; the verifier reads who the doubtful one is, on record', async () => {
    const [line] = (await readLines(desk.desk.table, id)).items;
    const { roster } = lineViewOf(line!);
    expect(roster?.at(-1)).toMatchObject({ position: 10, maskedName: '测***', startsOn: '2020-01-06' });
    expect(JSON.stringify(roster)).not.toMatch(/\d{17}/);
    await desk.claim(id, people.verifier);
    const taskId = await desk.openTaskOf(id);
    const reader = { actor: people.verifier, at: desk.now(), requestId: 'r-1', taskId, lineNo: 1 };
    expect(await readIdentity(desk.desk, { ...reader, member: 10 })).toEqual({
      name: '测试工人',
      citizenId: doubtful,
    });
    const reading = readingKey(id, reader.at, 'r-1', 'LINE 1 MEMBER 10');
    expect(await readItem(desk.desk.table, reading)).toMatchObject({ by: { id: 'verifier-1' }, why: taskId });
    expect(await refusal(readIdentity(desk.desk, { ...reader, member: 11 }))).toBe('NO_SUCH_LINE');
    expect(await refusal(readIdentity(desk.desk, reader))).toBe('NO_SUCH_LINE');
  });

  test('the verifier approves what comes to no money', async () => {
    await desk.decide(id, people.verifier, 'APPROVE', {
      lines: [{ lineNo: 1, outcome: 'APPROVE', reason: '第10人已现场核实' }],
    });
    expect(await state(id)).toBe('ON_NOTICE');
  });

  test('has no account to change', async () => {
    const head = await desk.head(id);
    const { payee } = aDraft('BASE_AWARD');
    if (payee === undefined) throw new Error('the draft of an award names a payee');
    const change = { id, version: head.version, payee, actor: clerk, at: desk.now() };
    expect(await refusal(changePayee(desk.desk, { ...change, request: desk.request('payee') }))).toBe(
      'NOBODY_IS_PAID',
    );
    expect(head.payeeSealed).toBeUndefined();
  });

  test('the verifier may not approve it', async () => {
    await desk.advanceDays(14);
    expect(await state(id)).toBe('IN_APPROVAL');
    const both = { ...people.verifier, roles: ['COUNTY_VERIFIER', 'COUNTY_APPROVER'] as const };
    expect(await refusal(desk.claim(id, { ...both, roles: [...both.roles] }))).toBe('FOUR_EYES');
    expect(await entry()).toBeUndefined();
  });

  test('approved, it closes at once: no payout, no fund, and the register says ACTIVE', async () => {
    const fund = await readItem(desk.desk.table, fundKey(county, '2020'));
    desk.twice.add('CloseApplication');
    await desk.decide(id, people.approver, 'APPROVE');
    await desk.advanceDays(1);
    const { visited, output } = await desk.execution(id);
    expect(visited.slice(-3)).toEqual(['RouteApproval', 'CloseApplication', 'Closed']);
    expect(output).toContain('CLOSED');
    expect(await desk.head(id)).toMatchObject({ state: 'CLOSED', payoutNo: 0, reservedFen: 0 });
    expect(await readItem(desk.desk.table, fundKey(county, '2020'))).toEqual(fund);
    const { record } = (await entry())!;
    expect(record).toMatchObject({
      recognitionNo: `R${id.slice(1)}`,
      kind: 'WORKSHOP',
      level: 'COUNTY',
      division: county,
      acceptedOn: '2020-06-15',
      headCount: 10,
      countedOn: '2020-06-15',
      history: [{ status: 'ACTIVE', from: record.recognisedOn }],
    });
  });

  test('a second recognition of the same enterprise is refused', async () => {
    const again = await fileWorkshop(await employed(10));
    const { state: now, tally } = await desk.head(again);
    expect([now, ...(tally?.reasons ?? [])]).toEqual(['REFUSED', 'DUPLICATE']);
  });
});

describe('its own life', () => {
  test('the county’s list shows it with how long it took and what may be done', async () => {
    expect(await listed()).toMatchObject({
      organisation: '测试企业',
      status: 'ACTIVE',
      flags: [],
      needed: 10,
      headCount: 10,
      workingDays: 9,
      changes: ['SUSPEND', 'REVOKE'],
    });
    const elsewhere = await listRecognitions(desk.desk, { division: '140223', limit: 25 });
    expect(elsewhere.items).toEqual([]);
  });

  test('ten again: nothing to review; nine: a review, and the status stays', async () => {
    await count(10);
    expect((await listed())?.flags).toEqual([]);
    expect((await count(9)).status).toBe('ACTIVE');
    expect(await listed()).toMatchObject({
      status: 'ACTIVE',
      flags: ['HEAD_COUNT_LOW', 'UNDER_REVIEW'],
      review: { headCount: 9, needed: 10 },
      changes: ['SUSPEND', 'REVOKE', 'KEEP'],
    });
  });

  test('a count of a day to come is not entered', async () => {
    expect(await refusal(count(12, '2030-01-01'))).toBe('DAY_IN_FUTURE');
  });

  test('what one proposes another confirms; until then nothing changes', async () => {
    const both = person('both-1', ['COUNTY_VERIFIER', 'COUNTY_APPROVER']);
    expect((await propose('SUSPEND', { actor: both })).status).toBe('ACTIVE');
    expect((await listed(both))?.proposal).toMatchObject({ change: 'SUSPEND', yours: true });
    expect((await listed())?.proposal).toMatchObject({ change: 'SUSPEND', yours: false });
    expect(JSON.stringify(await listed())).not.toContain('both-1');
    expect(await refusal(propose('REVOKE'))).toBe('PROPOSAL_OPEN');
    expect(await refusal(decide('CONFIRM', { actor: both }))).toBe('FOUR_EYES');
    expect((await decide('DECLINE')).status).toBe('ACTIVE');
    expect(await listed()).toMatchObject({ status: 'ACTIVE', flags: ['HEAD_COUNT_LOW', 'UNDER_REVIEW'] });
  });

  test('a review may end with the recognition kept', async () => {
    await propose('KEEP', { reason: '两人请假，月底返岗' });
    await decide('CONFIRM');
    expect(await listed()).toMatchObject({ status: 'ACTIVE', flags: ['HEAD_COUNT_LOW'] });
    expect(await refusal(propose('KEEP'))).toBe('CHANGE_NOT_POSSIBLE');
  });

  test('nothing is decided that nobody proposed, on what has changed, or from another county', async () => {
    const old = await seen();
    expect(await refusal(decide('CONFIRM'))).toBe('NO_PROPOSAL');
    await count(11);
    expect(await refusal(propose('SUSPEND', { version: old }))).toBe('VERSION_STALE');
    const neighbour = person('neighbour-1', ['COUNTY_VERIFIER'], { division: '140223' });
    expect(await refusal(propose('SUSPEND', { actor: neighbour }))).toBe('NOT_FOUND');
    expect(await refusal(propose('SUSPEND', { ref: { ...ref, kind: 'BASE' } }))).toBe('NOT_FOUND');
  });

  test('a request that is sent twice changes it once', async () => {
    const request = desk.request('propose', '7c6f2a52-0000-4000-8000-000000000001');
    const version = await seen();
    const first = await propose('SUSPEND', { request, version });
    expect(await propose('SUSPEND', { request, version })).toEqual(first);
    await decide('DECLINE');
  });

  test('two officers at once: one is told to look again', async () => {
    const version = await seen();
    const answers = await Promise.all([
      refusal(propose('SUSPEND', { version })),
      refusal(propose('REVOKE', { version, actor: people.reviewer })),
    ]);
    expect(answers.sort()).toEqual(['DONE', 'VERSION_STALE']);
    await decide('DECLINE');
  });

  test('suspended, resumed, suspended, revoked: each is in force from its own day', async () => {
    for (const [change, status] of [
      ['SUSPEND', 'SUSPENDED'],
      ['RESUME', 'ACTIVE'],
      ['SUSPEND', 'SUSPENDED'],
      ['REVOKE', 'REVOKED'],
    ] as const) {
      await desk.advanceDays(1);
      await propose(change);
      expect((await decide('CONFIRM')).status).toBe(status);
    }
    const { record } = (await entry())!;
    expect(record.history.map(({ status }) => status)).toEqual([
      'ACTIVE',
      'SUSPENDED',
      'ACTIVE',
      'SUSPENDED',
      'REVOKED',
    ]);
    expect(new Set(record.history.map(({ from }) => from)).size).toBe(5);
    expect(await listed()).toMatchObject({ status: 'REVOKED', changes: [] });
    expect(await refusal(propose('RESUME'))).toBe('CHANGE_NOT_POSSIBLE');
  });

  test('everything that happened to it is one unbroken chain, with who did it and why', async () => {
    const { Items = [] } = await desk.desk.table.documents.send(
      new QueryCommand({
        TableName: desk.desk.table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
        ExpressionAttributeValues: { ':pk': recognitionKey(enterprise, 'WORKSHOP').pk, ':event': 'EVENT#' },
      }),
    );
    const events = Items.map((item) => auditEvent.parse(item));
    expect(firstBrokenLink(events)).toBeUndefined();
    expect(events[0]?.type).toBe('RECOGNISED');
    expect(events.at(-1)).toMatchObject({
      type: 'CHANGE_CONFIRMED',
      by: { id: 'approver-1' },
      details: { change: 'REVOKE', proposedBy: 'verifier-1' },
    });
  });

  test('once revoked, the enterprise may apply again; an officer looks, and its history goes on', async () => {
    const again = await fileWorkshop(await employed(10));
    expect((await desk.head(again)).tally?.reasons).toEqual(['REGISTER_DIFFERS']);
    await desk.decide(again, people.verifier, 'APPROVE', {
      lines: [{ lineNo: 1, outcome: 'APPROVE', reason: '已整改' }],
    });
    await desk.advanceDays(14);
    await desk.decide(again, people.approver, 'APPROVE');
    expect(await state(again)).toBe('CLOSED');
    const { record } = (await entry())!;
    expect(record.recognitionNo).toBe(`R${again.slice(1)}`);
    expect(record.history.at(-1)?.status).toBe('ACTIVE');
    expect(record.history).toHaveLength(6);
  });
});

describe('an award rests on a recognition of a base', () => {
  const base = async (...history: [RecognitionRecord['history'][number]['status'], string][]) => {
    const record = aRecognition({ history: history.map(([status, from]) => ({ status, from, reason: '' })) });
    await put({ ...recognitionKey(enterprise, 'BASE'), ...recognitionIndex(record), revision: 1, record });
  };
  const claimAward = async (workers: readonly string[]) => {
    const id = await desk.file(aDraft('BASE_AWARD'), [aBaseLine(workers)], clerk);
    await desk.submit(id, clerk);
    return id;
  };
  let workers: string[];
  beforeAll(async () => {
    workers = await employed(50);
  });

  test('once it is revoked, the award is refused', async () => {
    await base(['ACTIVE', '2020-03-20'], ['REVOKED', '2020-06-14']);
    const { state: now, tally } = await desk.head(await claimAward(workers));
    expect([now, ...(tally?.reasons ?? [])]).toEqual(['REFUSED', 'NOT_RECOGNISED']);
  });

  test('while it is suspended, an officer looks', async () => {
    await base(['ACTIVE', '2020-03-20'], ['SUSPENDED', '2020-06-14']);
    const id = await claimAward(workers);
    expect([await state(id), (await desk.head(id)).tally?.reasons]).toEqual([
      'IN_VERIFICATION',
      ['NOT_RECOGNISED'],
    ]);
    await desk.decide(id, people.verifier, 'REFUSE', { reason: '认定已暂停' });
    expect(await state(id)).toBe('REFUSED');
  });

  test('in force: 100,000 yuan, and a second time never', async () => {
    await base(['ACTIVE', '2020-03-20']);
    const id = await claimAward(workers);
    const { state: now, tally } = await desk.head(id);
    expect([now, tally?.amountFen]).toEqual(['ON_NOTICE', 10_000_000]);
    const again = await claimAward(workers);
    expect((await desk.head(again)).tally?.reasons).toEqual(['DUPLICATE']);
  });
});
