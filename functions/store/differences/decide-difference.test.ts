import { randomUUID } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Role } from '../../contracts/actor.ts';
import type { DifferenceDecision } from '../../contracts/registers/difference.ts';
import { startTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  createImportDesk,
  employer,
  fileOf,
  idOne,
  idTwo,
  type ImportDesk,
  workerRow,
  workersFile,
  workersHeader,
} from '../../../test/support/import-desk.ts';
import { auditEvent, firstBrokenLink } from '../audit/events.ts';
import { differenceKey } from '../keys.ts';
import { decideDifference } from './decide-difference.ts';
import { listDifferences, readDifference } from './list-differences.ts';

let database: TestDatabase;
let at: ImportDesk;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(() => {
  at = createImportDesk(database);
});

/** Each test has a county of its own, so that it sees its own differences only. */
const open = async (department: 'HR' | 'POVERTY', division: string) =>
  (await listDifferences(at.desk, { department, division, limit: 50 })).items;
const onlyOne = async (department: 'HR' | 'POVERTY', division: string) => {
  const [first, ...others] = await open(department, division);
  if (first === undefined || others.length > 0) throw new Error('one difference was expected');
  return first;
};

const person = (id: string, role: Role, division: string): Actor => ({
  id,
  name: `测试${id}`,
  roles: [role],
  division,
});

type Seen = Awaited<ReturnType<typeof onlyOne>>;
const decide = (
  { difference, version }: Seen,
  actor: Actor,
  decision: DifferenceDecision,
  request: string = randomUUID(),
) =>
  decideDifference(at.desk, {
    differenceId: difference.differenceId,
    version,
    decision,
    reason: '已与本人核实',
    actor,
    at: '2020-06-20T01:00:00.000Z',
    request: { key: request, caller: actor.id, bodyHash: request, operation: 'decideDifference' },
  });

const worker = (home: string, more: Parameters<typeof workerRow>[1] = {}) =>
  workersFile(workerRow(idOne, { home, ...more }));
const spellHeader = 'spell_id,citizen_id,kind,employer_name,workplace,starts_on,ends_on,wage_proof';
const spell = (end: string, start = '2020-02-01') =>
  fileOf(spellHeader, `JY1,${idOne},县外务工,样例厂,320583,${start},${end},是`);

/** 人社 says that somebody was lifted out; the poverty office has to decide. */
const lifted = async (county: string, more = {}) => {
  await at.importFile('workers', worker(county));
  const file = worker(county, { lifted: '2019-12-31' });
  await at.importFile('workers', file, { department: 'HR', asOf: '2020-06-16', ...more });
  return onlyOne('POVERTY', county);
};
const checker = (county: string) => person('checker-1', 'POVERTY_OFFICE_CHECKER', county);

const eventsOf = async (differenceId: string) => {
  const { Items = [] } = await database.table.documents.send(
    new QueryCommand({
      TableName: database.table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
      ExpressionAttributeValues: { ':pk': differenceKey(differenceId).pk, ':event': 'EVENT#' },
    }),
  );
  return Items.map((item) => auditEvent.parse(item));
};

describe('a difference is decided by the department that owns the field', () => {
  test('who takes the file’s value changes this one field, and the record is no older for it', async () => {
    const seen = await lifted('141121');
    await decide(seen, checker('141121'), 'TAKE_THEIRS');
    const { record } = (await readDifference(at.desk, seen.difference.differenceId)) ?? {};
    expect((await at.workerOf(idOne))?.povertyStatuses).toMatchObject([
      { status: 'REGISTERED_POOR', endsOn: '2019-12-30' },
      { status: 'LIFTED_STILL_ASSISTED', startsOn: '2019-12-31' },
    ]);
    expect(record).toMatchObject({ asOfBy: { HR: '2020-06-16', POVERTY: '2020-06-15' } });
    expect(await open('POVERTY', '141121')).toEqual([]);
  });

  test('who keeps ours changes nothing but the difference', async () => {
    const seen = await lifted('141122');
    const before = await at.workerOf(idOne);
    await decide(seen, checker('141122'), 'KEEP_OURS');
    expect(await at.workerOf(idOne)).toEqual(before);
    expect((await readDifference(at.desk, seen.difference.differenceId))?.difference).toMatchObject({
      state: 'KEPT_OURS',
      closed: { by: 'checker-1', reason: '已与本人核实' },
    });
  });

  test('each decision is in the difference’s own chain: who, why, and whose file, but no value', async () => {
    const seen = await lifted('141123');
    await decide(seen, checker('141123'), 'TAKE_THEIRS');
    const events = await eventsOf(seen.difference.differenceId);
    expect(events).toMatchObject([
      {
        type: 'DIFFERENCE_DECIDED',
        by: { id: 'checker-1', role: 'POVERTY_OFFICE_CHECKER' },
        details: { decision: 'TAKE_THEIRS', reason: '已与本人核实', importedBy: 'importer-1' },
      },
    ]);
    expect(firstBrokenLink(events)).toBeUndefined();
    expect(JSON.stringify(events)).not.toContain('2019-12-31');
  });

  test.each<[string, Actor, string]>([
    [
      '人社 does not decide for the poverty office',
      person('a', 'COUNTY_VERIFIER', '141124'),
      'ROLE_NOT_ALLOWED',
    ],
    ['another county does not decide', person('b', 'POVERTY_OFFICE_CHECKER', '141125'), 'OTHER_COUNTY'],
    [
      'who imported the file does not decide',
      person('importer-1', 'POVERTY_OFFICE_CHECKER', '141124'),
      'FOUR_EYES',
    ],
  ])('%s', async (_what, actor, code) => {
    const seen = await lifted('141124');
    await expect(decide(seen, actor, 'KEEP_OURS')).rejects.toMatchObject({ code });
    await decide(seen, checker('141124'), 'KEEP_OURS');
  });
});

describe('a decision rests on what the person saw', () => {
  test('of two who decide at the same moment one does, and the other is told', async () => {
    const seen = await lifted('141126');
    const second = { ...checker('141126'), id: 'checker-2' };
    const done = await Promise.allSettled([
      decide(seen, checker('141126'), 'TAKE_THEIRS'),
      decide(seen, second, 'KEEP_OURS'),
    ]);
    const refused = done.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(1);
    expect(['VERSION_STALE', 'DIFFERENCE_CLOSED']).toContain((refused[0] as { code: string }).code);
    expect(await eventsOf(seen.difference.differenceId)).toHaveLength(1);
  });

  test('a register that changed meanwhile is looked at again first', async () => {
    const seen = await lifted('141127');
    await at.importFile('workers', worker('141127', { relocated: '是' }), { asOf: '2020-06-17' });
    await expect(decide(seen, checker('141127'), 'TAKE_THEIRS')).rejects.toMatchObject({
      status: 409,
      code: 'VERSION_STALE',
    });
    await decide(await onlyOne('POVERTY', '141127'), checker('141127'), 'TAKE_THEIRS');
    expect(await at.workerOf(idOne)).toMatchObject({ relocated: true, povertyStatuses: [{}, {}] });
  });

  test('a repeat of the request is answered as before; another request is told that it is closed', async () => {
    const seen = await lifted('141128');
    const first = await decide(seen, checker('141128'), 'TAKE_THEIRS', 'request-1');
    expect(await decide(seen, checker('141128'), 'TAKE_THEIRS', 'request-1')).toEqual(first);
    await expect(decide(seen, checker('141128'), 'KEEP_OURS')).rejects.toMatchObject({
      code: 'DIFFERENCE_CLOSED',
    });
  });
});

describe('what may be taken over', () => {
  test('a phone, and the list shows neither number', async () => {
    await at.importFile('workers', worker('141129'));
    await at.importFile('workers', worker('141129', { phone: '13900000009' }));
    const seen = await onlyOne('HR', '141129');
    expect(seen).toMatchObject({
      now: { shown: '**********0001' },
      difference: { theirs: { value: '**********0009' } },
    });
    await decide(seen, person('v', 'COUNTY_VERIFIER', '141129'), 'TAKE_THEIRS');
    const again = await at.importFile('workers', worker('141129', { phone: '13900000009' }), {
      department: 'HR',
    });
    expect(again.counts).toMatchObject({ same: 1 });
  });

  test('the end of a spell; one that would end before it starts is refused in the register’s own words', async () => {
    await at.importFile('workers', worker('141130'));
    await at.importFile('spells', spell('2020-05-31'), { asOf: '2020-06-10' });
    await at.importFile('spells', spell('2020-04-30'), { asOf: '2020-05-01' });
    await at.importFile('spells', spell('2020-05-31', '2020-05-10'), { asOf: '2020-05-02' });
    const verifier = person('v', 'COUNTY_VERIFIER', '141130');
    const named = async (field: string) =>
      (await open('HR', '141130')).find(({ difference }) => difference.field === field) as Seen;
    await decide(await named('starts_on'), verifier, 'TAKE_THEIRS');
    await expect(decide(await named('ends_on'), verifier, 'TAKE_THEIRS')).rejects.toMatchObject({
      status: 422,
      code: 'REGISTER_REFUSES',
      message: expect.stringContaining('ends before it starts') as string,
    });
    expect((await at.workerOf(idOne))?.spells).toMatchObject([
      { startsOn: '2020-05-10', endsOn: '2020-05-31', source: { asOf: '2020-06-10', version: 2 } },
    ]);
  });

  test('which enterprise relieves poverty; its licences stay as they are', async () => {
    const header = '统一社会信用代码,名称,类型,扶贫企业,许可证号,许可起始日期';
    const row = (yes: string) => fileOf(header, `${employer},测试企业,企业,${yes},X1,2019-01-01`);
    await at.importFile('organisations', row(''));
    await at.importFile('organisations', row('是'));
    const seen = await onlyOne('POVERTY', '141124');
    await decide(seen, checker('141124'), 'TAKE_THEIRS');
    const { record } = (await readDifference(at.desk, seen.difference.differenceId)) ?? {};
    expect(record).toMatchObject({ record: { povertyRelief: true, licences: [{ number: 'X1' }] } });
  });

  test('that two records are one person is not: it rests on the other record', async () => {
    const header = `${workersHeader},合并至公民身份号码`;
    const row = (id: string, into: string) => `${workerRow(id, { home: '141125' })},${into}`;
    await at.importFile('workers', fileOf(header, row(idOne, ''), row(idTwo, '')));
    await at.importFile('workers', fileOf(header, row(idOne, idTwo)), { department: 'HR' });
    const seen = await onlyOne('POVERTY', '141125');
    expect(seen).toMatchObject({ now: { shown: '无' } });
    await expect(decide(seen, checker('141125'), 'TAKE_THEIRS')).rejects.toMatchObject({
      code: 'NOT_TAKEN_OVER',
    });
    await decide(seen, checker('141125'), 'KEEP_OURS');
    expect(await at.workerOf(idOne)).not.toHaveProperty('mergedInto');
  });

  test('one field of a course is not: its plan holds only as a whole', async () => {
    const header =
      'course_id,provider_code,occupation_code,course_type,total_minutes,training_days,starts_on,ends_on,lesson_id,lesson_kind,lesson_minutes';
    const course = (days: number) =>
      fileOf(header, `C1,${employer},6-01,初级技能,60,${days},2020-03-01,2020-03-10,L1,理论,60`);
    await at.importFile('courses', course(2), { asOf: '2020-06-10' });
    await at.importFile('courses', course(3), { asOf: '2020-06-01' });
    const seen = await onlyOne('HR', '141124');
    expect(seen.now).toBeUndefined();
    const verifier = person('v', 'COUNTY_VERIFIER', '141124');
    await expect(decide(seen, verifier, 'TAKE_THEIRS')).rejects.toMatchObject({ code: 'NOT_TAKEN_OVER' });
    await decide(seen, verifier, 'KEEP_OURS');
  });
});

describe('a difference without a county is the province’s', () => {
  test('an organisation with a code of another province is decided there', async () => {
    const header = '统一社会信用代码,名称,类型,扶贫企业';
    const row = (yes: string) => fileOf(header, `91350100M000100Y43,外省企业,企业,${yes}`);
    await at.importFile('organisations', row('否'), { department: 'POVERTY' });
    await at.importFile('organisations', row('是'));
    const seen = await onlyOne('POVERTY', '140000');
    await decide(seen, checker('140000'), 'KEEP_OURS');
  });
});

describe('files that come later', () => {
  test('the owner’s own file with the value settles the difference, without a person', async () => {
    const seen = await lifted('141181');
    await at.importFile('workers', worker('141181', { lifted: '2019-12-31' }), {
      asOf: '2020-06-16',
      by: 'importer-2',
    });
    expect(await open('POVERTY', '141181')).toEqual([]);
    const { differenceId } = seen.difference;
    expect((await readDifference(at.desk, differenceId))?.difference).toMatchObject({
      state: 'SETTLED',
      closed: { by: 'importer-2' },
    });
    expect(await eventsOf(differenceId)).toMatchObject([
      { type: 'DIFFERENCE_SETTLED', by: { id: 'system' } },
    ]);
  });

  test('what was closed opens again only when newer data say it again', async () => {
    const seen = await lifted('141182');
    await decide(seen, checker('141182'), 'KEEP_OURS');
    const say = (asOf: string) =>
      at.importFile('workers', worker('141182', { lifted: '2019-12-31' }), { department: 'HR', asOf });
    expect(await say('2020-06-16')).toMatchObject({ opened: 0 });
    expect(await say('2020-06-18')).toMatchObject({ opened: 1 });
    const again = await onlyOne('POVERTY', '141182');
    expect(again.difference).toMatchObject({ state: 'OPEN', theirs: { asOf: '2020-06-18' } });
    expect(again.difference.closed).toBeUndefined();
    await decide(again, checker('141182'), 'TAKE_THEIRS');
    const events = await eventsOf(seen.difference.differenceId);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(firstBrokenLink(events)).toBeUndefined();
  });
});
