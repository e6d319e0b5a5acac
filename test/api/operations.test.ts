import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Role } from '../../functions/contracts/actor.ts';
import { operations } from '../../functions/contracts/api/operations.ts';
import { newKeyFile } from '../../functions/platform/key-file.ts';
import { aDraft, aTransportLine, citizen } from '../builders/claims.ts';
import { aWorkerRecord } from '../builders/facts.ts';
import { startTestDatabase, type TestDatabase } from '../support/database.ts';
import { aGatewayEvent, readAnswer } from '../support/gateway-event.ts';
import { audience, createIssuer } from '../support/issuer.ts';
import { serveIssuer } from '../support/serve-issuer.ts';
import { listenForCalls } from './step-functions.ts';

/*
 * One claim through every operation, with real tokens, the real database and the functions themselves; the state
 * machine's steps are called by hand, in its order.
 */

let database: TestDatabase;
let folder: string;
let served: Awaited<ReturnType<typeof serveIssuer>>;
let stepFunctions: Awaited<ReturnType<typeof listenForCalls>>;
let issuer: Awaited<ReturnType<typeof createIssuer>>;
let issuerAddress: string;
let routes: (typeof import('../../functions/api/index.ts'))['routes'];
let tasks: (typeof import('../../functions/tasks/index.ts'))['taskHandlers'];

beforeAll(async () => {
  database = await startTestDatabase();
  stepFunctions = await listenForCalls();
  issuer = await createIssuer();
  served = await serveIssuer({ jwks: issuer.jwks });
  issuerAddress = served.address;
  folder = await mkdtemp(join(tmpdir(), 'subsidy-api-'));
  await writeFile(join(folder, 'keys.json'), newKeyFile('2020-01-01T00:00:00.000Z'));
  Object.assign(process.env, {
    TABLE_NAME: database.table.name,
    APPLICATION_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:application',
    OIDC_ISSUER: issuerAddress,
    OIDC_AUDIENCE: audience,
    KEY_FILE: join(folder, 'keys.json'),
    AWS_ENDPOINT_URL_SFN: stepFunctions.endpoint,
  });
  // Loaded once their environment is set, as a host does.
  ({ routes } = await import('../../functions/api/index.ts'));
  ({ taskHandlers: tasks } = await import('../../functions/tasks/index.ts'));
});

afterAll(async () => {
  await database.stop();
  stepFunctions.stop();
  served.stop();
  await rm(folder, { recursive: true, force: true });
});

type Person = { id: string; name: string; roles: Role[]; division?: string; organisationId?: string };
const village: Person = { id: 'v-1', name: '村协理员', roles: ['VILLAGE_ASSISTANT'] };
const stranger: Person = { id: 'w-9', name: '别人', roles: ['APPLICANT'] };
const verifier: Person = { id: 'o-1', name: '李审核', roles: ['COUNTY_VERIFIER'] };
const otherVerifier: Person = { id: 'o-2', name: '王审核', roles: ['COUNTY_VERIFIER'] };
const nextCounty: Person = { id: 'o-3', name: '邻县', roles: ['COUNTY_VERIFIER'], division: '141125' };
const reviewer: Person = { id: 'o-4', name: '赵复核', roles: ['COUNTY_REVIEWER'] };
const approver: Person = { id: 'o-5', name: '陈审批', roles: ['COUNTY_APPROVER'] };
const finance: Person = { id: 'o-6', name: '周财政', roles: ['FINANCE_OFFICER'] };
const supervisor: Person = {
  id: 'o-7',
  name: '市监管',
  roles: ['PREFECTURE_SUPERVISOR'],
  division: '141100',
};

let clock = Date.parse('2020-03-16T02:00:00.000Z');
let keys = 0;
const newKey = () => `key-${String((keys += 1)).padStart(8, '0')}`;
const now = () => new Date(clock).toISOString();
const passDays = (days: number) => (clock += days * 24 * 3600 * 1000);

type Asked = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  key?: string;
};
const answered = z.looseObject({
  code: z.string().optional(),
  state: z.string().optional(),
  version: z.string().optional(),
  nextCursor: z.string().optional(),
  items: z.array(z.looseObject({})).optional(),
});
type Answer = { status: number | undefined; body: z.infer<typeof answered>; text: string };

const tokenOf = async (who: Person): Promise<string> =>
  issuer.token(
    {
      sub: who.id,
      name: who.name,
      roles: who.roles,
      division: who.division ?? '141124',
      ...(who.organisationId !== undefined && { organisation_id: who.organisationId }),
    },
    { issuer: issuerAddress, issuedAt: now() },
  );

const ask = async (who: Person | undefined, operationId: string, asked: Asked = {}): Promise<Answer> => {
  const route = routes.find((each) => each.operationId === operationId)!;
  const token = who && (await tokenOf(who));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => asked.params?.[name] ?? '');
  clock += 1000;
  const { status, body, text } = await readAnswer(
    route.handler(
      aGatewayEvent({
        ...asked,
        method: route.method,
        path,
        at: now(),
        ...(token !== undefined && { token }),
        ...(route.method !== 'GET' && { key: asked.key ?? newKey() }),
      }),
      {},
    ),
  );
  return { status, body: answered.parse(typeof body === 'string' ? {} : body), text };
};

const stepAnswer = z.looseObject({ version: z.string().optional(), outcome: z.string().optional() });
const step = async (name: keyof typeof tasks, input: Record<string, unknown>) => {
  const run: (event: unknown, context: never) => Promise<unknown> = tasks[name];
  return stepAnswer.parse(await run({ ...input, at: now() }, {} as never));
};

const account = { kind: 'BANK_CARD', number: '6217000010000000003' } as const;
const worker = citizen('1985-06-12', 998);
const line = aTransportLine(worker, {});
const consent = { relation: 'VILLAGE_CADRE', consentTextVersion: '2020-03', takenBy: 'SIGNATURE' } as const;

let id = '';
let version = '';
const params = () => ({ applicationId: id });
const note = ({ body }: Answer): void => {
  version = body.version ?? version;
};
const applicationIdOf = ({ body }: Answer): string => z.string().parse(body['applicationId']);
const codeOf = ({ status, body }: Answer) => [status, body.code];
const shown = z.looseObject({
  state: z.string(),
  version: z.string(),
  next: z.object({
    sentence: z.object({ zh: z.string(), en: z.string() }),
    waitingFor: z.string().optional(),
    dueOn: z.string().optional(),
  }),
});
const detail = async (who: Person = village) =>
  shown.parse((await ask(who, 'getApplication', { params: params() })).body);

describe('a claim on its way through every operation', () => {
  test('is begun by a village assistant with the worker’s consent, and only with it', async () => {
    const draft = aDraft('TRANSPORT_SUBSIDY');
    expect(codeOf(await ask(village, 'createApplication', { body: draft }))).toEqual([
      422,
      'PROXY_CONSENT_MISSING',
    ]);
    const key = newKey();
    const body = { ...draft, proxy: consent };
    const begun = await ask(village, 'createApplication', { body, key });
    expect([begun.status, begun.body.state]).toEqual([201, 'DRAFT']);
    id = applicationIdOf(begun);
    note(begun);
    expect((await ask(village, 'createApplication', { body, key })).body).toEqual(begun.body);
    const other = await ask(village, 'createApplication', { body: { ...body, channel: 'VILLAGE' }, key });
    expect(codeOf(other)).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  test('cannot be submitted empty; takes one line, and not two', async () => {
    expect(codeOf(await ask(village, 'submitApplication', { params: params(), body: { version } }))).toEqual([
      422,
      'NO_LINES',
    ]);
    const added = await ask(village, 'addLines', { params: params(), body: { version, lines: [line] } });
    expect(added.status).toBe(201);
    note(added);
    const again = { version, lines: [{ ...line, lineNo: 2 }] };
    expect(codeOf(await ask(village, 'addLines', { params: params(), body: again }))).toEqual([
      422,
      'TOO_MANY_LINES',
    ]);
  });

  test('is changed by whoever saw its latest version, and by nobody else', async () => {
    const { worker: who, content } = line;
    const change = (seen: string) => ({
      params: { ...params(), lineNo: '1' },
      body: { version: seen, worker: who, content },
    });
    const before = version;
    note(await ask(village, 'changeLine', change(version)));
    expect(version).not.toBe(before);
    expect(codeOf(await ask(village, 'changeLine', change(before)))).toEqual([409, 'VERSION_STALE']);
    const payee = { holderName: '测试工人', bankName: '测试农商银行', account };
    note(await ask(village, 'changePayee', { params: params(), body: { version, payee } }));
    expect(codeOf(await ask(stranger, 'getApplication', { params: params() }))).toEqual([404, 'NOT_FOUND']);
    expect(codeOf(await ask(stranger, 'submitApplication', { params: params(), body: { version } }))).toEqual(
      [404, 'NOT_FOUND'],
    );
    expect(codeOf(await ask(verifier, 'getApplication', { params: params() }))).toEqual([404, 'NOT_FOUND']);
  });

  test('is listed among one’s own, masked, page by page', async () => {
    const one = await ask(village, 'listApplications', { query: { limit: '1' } });
    const items = one.body.items as never as { applicationId: string; sentence: { zh: string } }[];
    expect(items.map(({ applicationId }) => applicationId)).toEqual([id]);
    expect(items[0]?.sentence.zh).toContain('尚未提交');
    expect((await ask(stranger, 'listApplications')).body.items).toEqual([]);
    const lines = await ask(village, 'listLines', { params: params() });
    expect(lines.text).not.toContain(worker);
    expect(lines.text).not.toContain('sealed');
  });

  test('is submitted once, however often the button is pressed, and its execution bears its number', async () => {
    const key = newKey();
    const first = await ask(village, 'submitApplication', { params: params(), body: { version }, key });
    const second = await ask(village, 'submitApplication', { params: params(), body: { version }, key });
    expect([first.body.state, second.body]).toEqual(['SUBMITTED', first.body]);
    const started = stepFunctions.calls.filter(({ operation }) => operation === 'StartExecution');
    expect(started[0]?.input).toMatchObject({ name: id, input: JSON.stringify({ applicationId: id }) });
  });

  test('is checked; nobody in the registers knows the worker, so a verifier looks at it', async () => {
    const checked = await step('CheckApplication', { applicationId: id });
    expect(checked['outcome']).toBe('REVIEW');
    await step('OpenTask', {
      applicationId: id,
      version: checked['version'],
      division: '141124',
      kind: 'VERIFY',
      token: 't-verify',
    });
    const { next, state } = await detail();
    expect([state, next.waitingFor, next.dueOn]).toEqual(['IN_VERIFICATION', 'VERIFY', '2020-03-23']);
    expect(next.sentence.zh).toContain('2020年3月23日');
    const why = await ask(village, 'getAssessment', { params: { ...params(), lineNo: '1' } });
    expect(why.body).toMatchObject({ lineNo: 1, run: 1, outcome: 'REVIEW', instrument: 'TRANSPORT_SUBSIDY' });
    expect(why.body['checks']).not.toEqual([]);
    expect(why.text).not.toContain(worker);
  });

  test('shows a verifier the worker’s whole year, and the applicant not', async () => {
    const at = { params: { ...params(), lineNo: '1' } };
    const { body, text } = await ask(verifier, 'getPersonMonths', at);
    const months = body['months'] as never as { month: string; granted: object[] }[];
    expect(body).toMatchObject({ year: '2020', knownToRegister: false });
    expect(months.flatMap(({ month, granted }) => (granted.length > 0 ? [month] : []))[0]).toBe('2020-03');
    expect(months[2]?.granted).toMatchObject([
      { instrument: 'TRANSPORT_SUBSIDY', thisLine: true, period: '2020' },
    ]);
    expect(months[1]?.granted).toEqual([]);
    expect(text).not.toContain(worker);
    expect((await ask(village, 'getPersonMonths', at)).status).toBe(403);
  });

  test('stands in its county’s queue, and in no other’s', async () => {
    const mine = await ask(verifier, 'listTasks');
    const tasksListed = mine.body.items as never as {
      taskId: string;
      kind: string;
      application: { applicant: string };
    }[];
    expect(tasksListed).toHaveLength(1);
    expect(tasksListed[0]).toMatchObject({
      kind: 'VERIFY',
      overdue: false,
      application: { applicant: '测***' },
    });
    expect((await ask(nextCounty, 'listTasks')).body.items).toEqual([]);
    const taskId = tasksListed[0]!.taskId;
    expect(codeOf(await ask(nextCounty, 'getTask', { params: { taskId } }))).toEqual([404, 'NOT_FOUND']);
    expect(codeOf(await ask(village, 'listTasks'))).toEqual([403, 'ROLE_NOT_ALLOWED']);
  });

  test('shows the worker’s id to the officer who holds the task, and records that it did', async () => {
    const { version: seen } = await detail(verifier);
    const task = (await ask(verifier, 'listTasks')).body.items as never as { taskId: string }[];
    const taskId = task[0]!.taskId;
    const identity = (who: Person) => ask(who, 'getIdentity', { params: { taskId, lineNo: '1' } });
    expect(codeOf(await identity(verifier))).toEqual([409, 'TASK_NOT_CLAIMED']);
    note(await ask(verifier, 'claimTask', { params: { taskId }, body: { version: seen } }));
    const refused = await identity(otherVerifier);
    expect(codeOf(refused)).toEqual([409, 'TASK_CLAIMED_BY_OTHER']);
    expect(refused.body['messageZh']).toContain('李审核');
    expect((await identity(verifier)).body).toMatchObject({
      lineNo: 1,
      citizenId: worker,
      name: line.worker?.name,
    });
    const { Items = [] } = await database.table.documents.send(
      new QueryCommand({
        TableName: database.table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :reading)',
        ExpressionAttributeValues: { ':pk': `APP#${id}`, ':reading': 'READING#' },
      }),
    );
    expect(Items).toEqual([
      expect.objectContaining({ by: { id: 'o-1', role: 'COUNTY_VERIFIER' }, what: 'LINE 1', why: taskId }),
    ]);
    const lines = await ask(verifier, 'listTaskLines', { params: { taskId } });
    expect(lines.body.items).toHaveLength(1);
  });

  test('can be put back and taken up by a colleague, then is decided with a reason', async () => {
    const [{ taskId } = { taskId: '' }] = (await ask(verifier, 'listTasks')).body.items as never as {
      taskId: string;
    }[];
    note(await ask(verifier, 'releaseTask', { params: { taskId }, body: { version } }));
    note(await ask(otherVerifier, 'claimTask', { params: { taskId }, body: { version } }));
    const decision = { version, decision: 'APPROVE', reason: '名册核对一致' };
    const decide = (body: object) => ask(otherVerifier, 'decideTask', { params: { taskId }, body });
    expect(codeOf(await decide({ ...decision, reason: '' }))).toEqual([400, 'INVALID_INPUT']);
    expect(codeOf(await decide(decision))).toEqual([422, 'LINES_UNDECIDED']);
    const decided = await decide({
      ...decision,
      lines: [{ lineNo: 1, outcome: 'APPROVE', reason: '名册第3号' }],
    });
    expect(decided.status).toBe(200);
    note(decided);
    const answered = stepFunctions.calls.findLast(({ operation }) => operation === 'SendTaskSuccess');
    expect(answered?.input['taskToken']).toBe('t-verify');
    expect(codeOf(await decide(decision))).toEqual([409, 'TASK_MOVED_ON']);
  });

  let noticeId = '';
  test('hangs on the wall for anybody to read, masked', async () => {
    const answered = stepFunctions.calls.findLast(({ operation }) => operation === 'SendTaskSuccess');
    const output = JSON.parse(String(answered?.input['output'])) as Record<string, string>;
    ({ noticeId = '' } = output);
    await step('PublishNotice', {
      applicationId: id,
      version,
      division: '141124',
      token: 't-notice',
      noticeId,
      noticeEndsAt: output['noticeEndsAt'],
      published: false,
    });
    const hanging = await ask(undefined, 'listNotices', { query: { division: '141124' } });
    expect((hanging.body.items as never as { noticeId: string }[]).map((notice) => notice.noticeId)).toEqual([
      noticeId,
    ]);
    const notice = await ask(undefined, 'getNotice', { params: { noticeId } });
    expect(notice.body['lines']).toEqual([expect.objectContaining({ lineNo: 1, maskedName: '测***' })]);
    expect(notice.text).not.toContain(worker);
    expect((await ask(undefined, 'listNotices', { query: { division: '141125' } })).body.items).toEqual([]);
  });

  test('is objected to; the objector keeps one receipt, the re-examiner reads the words', async () => {
    const key = newKey();
    const body = { lineNo: 1, text: '此人三月份一直在村里没有外出。', contact: '13800000000' };
    const raised = await ask(undefined, 'raiseObjection', { params: { noticeId }, body, key });
    expect(raised.status).toBe(202);
    expect((await ask(undefined, 'raiseObjection', { params: { noticeId }, body, key })).body).toEqual(
      raised.body,
    );
    const { version: seen } = await detail();
    await step('OpenTask', {
      applicationId: id,
      version: seen,
      division: '141124',
      kind: 'REEXAMINE',
      token: 't-again',
    });
    const [{ taskId } = { taskId: '' }] = (await ask(reviewer, 'listTasks')).body.items as never as {
      taskId: string;
    }[];
    expect((await ask(reviewer, 'getTask', { params: { taskId } })).body).not.toHaveProperty('objections');
    note(
      await ask(reviewer, 'claimTask', { params: { taskId }, body: { version: (await detail()).version } }),
    );
    const task = await ask(reviewer, 'getTask', { params: { taskId } });
    expect(task.body['objections']).toEqual([
      expect.objectContaining({
        objectionId: raised.body['receiptNo'],
        text: body.text,
        contact: body.contact,
        lineNo: 1,
      }),
    ]);
    expect(task.body['decisions']).toEqual(['DISMISS', 'UPHOLD', 'RETURN']);
    const dismissed = await ask(reviewer, 'decideTask', {
      params: { taskId },
      body: { version, decision: 'DISMISS', reason: '车票属实' },
    });
    expect(dismissed.status).toBe(200);
    note(dismissed);
  });

  let payoutId = '';
  test('is approved by another person, when the county has the money', async () => {
    passDays(10);
    await step('OpenTask', {
      applicationId: id,
      version,
      division: '141124',
      kind: 'APPROVE',
      token: 't-approve',
    });
    const [{ taskId } = { taskId: '' }] = (await ask(approver, 'listTasks')).body.items as never as {
      taskId: string;
    }[];
    note(
      await ask(approver, 'claimTask', { params: { taskId }, body: { version: (await detail()).version } }),
    );
    const body = { version, decision: 'APPROVE', reason: '同意' };
    expect(codeOf(await ask(approver, 'decideTask', { params: { taskId }, body }))).toEqual([
      409,
      'FUND_NOT_CONFIGURED',
    ]);
    await database.table.documents.send(
      new PutCommand({
        TableName: database.table.name,
        Item: {
          pk: 'FUND#141124',
          sk: '2020',
          division: '141124',
          year: '2020',
          sanctionedFen: 1_000_000,
          availableFen: 1_000_000,
          reservedFen: 0,
          paidFen: 0,
          sourceDocument: '测试',
        },
      }),
    );
    const approved = await ask(approver, 'decideTask', { params: { taskId }, body });
    expect(approved.body.state).toBe('APPROVED');
    note(approved);
    payoutId = `${id}.PAYOUT.1`;
    await step('PayApplication', {
      applicationId: id,
      version,
      division: '141124',
      token: 't-pay',
      payoutId,
    });
  });

  test('is listed to finance with a masked account, exported with the whole one, and the export is recorded', async () => {
    const listed = await ask(finance, 'listPayouts');
    const [payout] = listed.body.items as never as {
      payoutId: string;
      version: string;
      payeeMasked: string;
    }[];
    expect(payout).toMatchObject({ payoutId, payeeMasked: '****0003', overdue: false });
    expect(listed.text).not.toContain(account.number);
    version = payout!.version;
    const file = await ask(finance, 'exportPayouts', { body: { payoutIds: [payoutId] } });
    expect(file.text).toContain(`"${account.number}"`);
    expect(file.text.charCodeAt(0)).toBe(0xfeff);
    const strange = { payoutIds: ['A20200101-0000000000.PAYOUT.1'] };
    expect(codeOf(await ask(finance, 'exportPayouts', { body: strange }))).toEqual([404, 'NOT_FOUND']);
    const { Count } = await database.table.documents.send(
      new QueryCommand({
        TableName: database.table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :reading)',
        ExpressionAttributeValues: { ':pk': `APP#${id}`, ':reading': 'READING#' },
      }),
    );
    expect(Count).toBe(2);
  });

  test('is booked at the amount the bank paid, on the version finance listed, and closed', async () => {
    const bookedOn = now().slice(0, 10);
    const booking = { result: 'PAID', amountFen: 55300, bookedOn, bankReference: 'B-1' };
    const book = (sent: object) =>
      ask(finance, 'bookPayout', { params: { payoutId }, body: { version, booking: sent } });
    expect(codeOf(await book({ ...booking, amountFen: 1 }))).toEqual([409, 'AMOUNT_DIFFERS']);
    expect(codeOf(await book({ ...booking, bookedOn: '2021-01-01' }))).toEqual([422, 'DAY_IN_FUTURE']);
    const booked = await book(booking);
    expect(booked.status).toBe(200);
    await step('CloseApplication', { applicationId: id, version: booked.body.version });
    expect((await detail()).state).toBe('CLOSED');
  });

  test('can be read again from its first step to its last, without an officer’s name', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '5', ...(cursor !== undefined && { cursor }) };
      const page = await ask(village, 'getHistory', { params: params(), query });
      expect(page.text).not.toMatch(/o-\d|审核"|李审核/);
      seen.push(...(page.body.items as never as { what: string }[]).map(({ what }) => what));
      cursor = page.body.nextCursor;
    } while (cursor !== undefined);
    expect([seen[0], seen.at(-1)]).toEqual(['DRAFT_CREATED', 'CLOSED']);
    expect(seen).toContain('OBJECTION_RAISED');
    const audited = await ask(supervisor, 'getHistory', { params: params(), query: { limit: '100' } });
    expect(audited.text).toContain('"by":"o-5"');
  });

  test('can be withdrawn no more', async () => {
    const { version: last } = await detail();
    const body = { version: last, reason: '不要了' };
    expect(codeOf(await ask(village, 'withdrawApplication', { params: params(), body }))).toEqual([
      409,
      'STATE_DOES_NOT_ALLOW',
    ]);
  });

  test('adds up in its county and its prefecture', async () => {
    const county = await ask(supervisor, 'getDivisionSummary', { params: { division: '141124' } });
    expect(county.body).toMatchObject({
      byState: [
        { instrument: 'TRANSPORT_SUBSIDY', state: 'CLOSED', applications: 1, lines: 1, amountFen: 55300 },
      ],
      fund: { sanctionedFen: 1_000_000, reservedFen: 0, paidFen: 55300, availableFen: 944_700 },
      queues: [],
    });
    const prefecture = await ask(supervisor, 'getDivisionSummary', { params: { division: '141100' } });
    expect(prefecture.body['byState']).toEqual(county.body['byState']);
    const listed = await ask(supervisor, 'listDivisionApplications', { params: { division: '141124' } });
    expect((listed.body.items as never as { applicationId: string }[])[0]?.applicationId).toBe(id);
    expect(codeOf(await ask(supervisor, 'getDivisionSummary', { params: { division: '140000' } }))).toEqual([
      403,
      'OTHER_COUNTY',
    ]);
    expect(
      codeOf(await ask(nextCounty, 'listDivisionApplications', { params: { division: '141124' } })),
    ).toEqual([403, 'OTHER_COUNTY']);
  });
});

describe('a paid claim whose worker turns out never to have been poor', () => {
  const about = (recoveryId: string, body?: object) => ({ params: { recoveryId }, ...(body && { body }) });
  let recoveryId = '';
  let subject = '';

  test('is tried first: what would follow is shown side by side, and nothing is written', async () => {
    const { Items = [] } = await database.table.documents.send(
      new QueryCommand({
        TableName: database.table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :line)',
        ExpressionAttributeValues: { ':pk': `APP#${id}`, ':line': 'LINE#' },
      }),
    );
    subject = String(Items[0]?.['subject']);
    await database.table.documents.send(
      new PutCommand({
        TableName: database.table.name,
        Item: {
          pk: `WORKER#${subject}`,
          sk: 'REGISTER',
          revision: 1,
          maskedName: '测***',
          identitySealed: 'x',
          record: aWorkerRecord({ subject, povertyStatuses: [] }),
        },
      }),
    );
    const { version: before } = await detail();
    expect(codeOf(await ask(village, 'tryReassessment', { params: params() }))).toEqual([
      403,
      'ROLE_NOT_ALLOWED',
    ]);
    const tried = await ask(reviewer, 'tryReassessment', { params: params(), query: { lines: '1' } });
    expect(tried.body).toMatchObject({
      lines: [{ lineNo: 1, outcome: 'REJECT', worths: [{ inHandFen: 55300, deltaFen: -55300 }] }],
      differences: [{ outcome: { before: 'REVIEW', after: 'REJECT' } }],
      moreFen: 0,
      lessFen: 55300,
    });
    expect(tried.text).not.toContain(subject);
    expect((await detail()).version).toBe(before);
  });

  test('is assessed again by a re-examiner, which proposes what was paid back, and pays nothing', async () => {
    const { version: seen } = await detail();
    const body = { version: seen, origin: 'REGISTER_CORRECTION', reason: '登记更正' };
    const key = newKey();
    const done = await ask(reviewer, 'reassess', { params: params(), body, key });
    expect(done).toMatchObject({ status: 200, body: { state: 'CLOSED' } });
    expect((await ask(reviewer, 'reassess', { params: params(), body, key })).body).toEqual(done.body);
    recoveryId = String(done.body['id']);
    const listed = await ask(finance, 'listRecoveries', { params: { division: '141124' } });
    expect(listed.body.items).toMatchObject([{ recoveryId, state: 'PROPOSED', amountFen: 55300 }]);
    const read = await ask(supervisor, 'getRecovery', about(recoveryId));
    expect(read.body).toMatchObject({ yours: false, differences: [{ lineNo: 1 }] });
    expect(read.text).not.toMatch(new RegExp(`${subject}|o-4`));
    expect(codeOf(await ask(nextCounty, 'getRecovery', about(recoveryId)))).toEqual([404, 'NOT_FOUND']);
  });

  test('is asked back once another person approves; a part comes back, the rest is written off', async () => {
    const versionNow = async () => (await detail()).version;
    const decision = { decision: 'APPROVE', reason: '情况属实' };
    const decide = async (who: Person) =>
      ask(who, 'decideRecovery', about(recoveryId, { version: await versionNow(), ...decision }));
    expect(codeOf(await decide(reviewer))).toEqual([403, 'ROLE_NOT_ALLOWED']);
    expect(codeOf(await decide({ ...reviewer, roles: ['COUNTY_APPROVER'] }))).toEqual([403, 'PROPOSED_IT']);
    expect(codeOf(await decide({ ...otherVerifier, roles: ['COUNTY_APPROVER'] }))).toEqual([
      403,
      'FOUR_EYES',
    ]);
    expect((await decide(approver)).status).toBe(200);
    const receive = async (amountFen: number, receivedOn = now().slice(0, 10)) =>
      ask(
        finance,
        'receiveRecovery',
        about(recoveryId, {
          version: await versionNow(),
          received: { amountFen, receivedOn, bankReference: 'R-1' },
        }),
      );
    expect(codeOf(await receive(55301))).toEqual([422, 'MORE_THAN_ASKED']);
    expect(codeOf(await receive(1, '2021-01-01'))).toEqual([422, 'DAY_IN_FUTURE']);
    expect((await receive(20000)).status).toBe(200);
    const given = await ask(
      approver,
      'writeOffRecovery',
      about(recoveryId, { version: await versionNow(), reason: '本人去世' }),
    );
    expect(given.status).toBe(200);
    const more = { origin: 'AUDIT', reason: '离职', parts: [{ lineNo: 1, period: '2020' }] };
    const asked = { params: params(), body: { version: await versionNow(), ...more } };
    expect(codeOf(await ask(reviewer, 'proposeRecovery', asked))).toEqual([422, 'MORE_THAN_IN_HAND']);
    const twice = { ...asked, body: { ...asked.body, parts: [...more.parts, ...more.parts] } };
    expect(codeOf(await ask(reviewer, 'proposeRecovery', twice))).toEqual([400, 'INVALID_INPUT']);
    const ledger = await ask(village, 'getLedger', { params: params() });
    expect(ledger.body.items).toMatchObject([
      {
        lineNo: 1,
        entitlements: [
          {
            inHandFen: 35300,
            entries: [
              { kind: 'GROSS', amountFen: 55300 },
              { kind: 'RECOVER', amountFen: 20000 },
              { kind: 'WRITE_OFF', amountFen: 35300 },
            ],
          },
        ],
      },
    ]);
    expect(ledger.text).not.toMatch(new RegExp(`${subject}|o-\\d`));
  });

  test('is taken back by the bank at its amount, and not what a recovery has brought already', async () => {
    const params = { payoutId: `${id}.PAYOUT.1` };
    const [line] = (await ask(village, 'getLedger', { params: { applicationId: id } })).body
      .items as never as {
      entitlements: { entries: { payoutId: string }[] }[];
    }[];
    params.payoutId = line!.entitlements[0]!.entries[0]!.payoutId;
    const reverse = async (amountFen: number) =>
      ask(finance, 'reversePayout', {
        params,
        body: {
          version: (await detail()).version,
          reversal: {
            amountFen,
            bookedOn: now().slice(0, 10),
            bankReference: 'B-2',
            returnReason: 'ACCOUNT_CLOSED',
          },
        },
      });
    expect(codeOf(await reverse(1))).toEqual([409, 'AMOUNT_DIFFERS']);
    expect(codeOf(await reverse(55300))).toEqual([409, 'MORE_THAN_PAID']);
    const Key = { pk: 'FUND#141124', sk: '2020' };
    const set = { UpdateExpression: 'SET paidFen = :paid', ExpressionAttributeValues: { ':paid': 60000 } };
    await database.table.documents.send(new UpdateCommand({ TableName: database.table.name, Key, ...set }));
    expect((await reverse(55300)).status).toBe(200);
    expect(codeOf(await reverse(55300))).toEqual([409, 'PAYOUT_NOT_PAID']);
  });
});

test('every operation is served, once', () => {
  const served = routes.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`);
  expect(served).toEqual(
    operations.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`),
  );
  expect(new Set(routes.map(({ handler }) => handler)).size).toBe(routes.length);
});

test('the description of all this can be fetched by anybody', async () => {
  const answer = await ask(undefined, 'getOpenapi');
  expect(answer.body).toMatchObject({ openapi: '3.1.0' });
});
