import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import type { DatedValue } from '../../functions/rules/values/dated.ts';
import { currentRows, valuesInForce } from '../../functions/rules/values/index.ts';
import { changedValues } from '../../functions/rules/what-if/changed-values.ts';
import { assessmentKey, headKey, lineKey } from '../../functions/store/keys.ts';
import { takeUp, type TakeUpRow } from '../../functions/store/take-up/take-up.ts';
import { whatIf } from '../../functions/store/what-if/what-if.ts';
import { exportTable } from '../../infra/cli/export/export-table.ts';
import { draftBody } from '../../infra/cli/takeup/draft-body.ts';
import { createSummary, summaryText } from '../../infra/cli/takeup/takeup-summary.ts';
import { listedRow } from '../../infra/cli/takeup/row-fields.ts';
import { readExportedRows } from '../../infra/cli/whatif/exported-rows.ts';
import { whatIfFromExport } from '../../infra/cli/whatif/whatif-from-export.ts';
import { whatIfReport } from '../../infra/cli/whatif/whatif-report.ts';
import { aDraft, aRetentionLine, aSeat, aSpell, aTransportLine, citizenNo } from '../builders/claims.ts';
import { aHead, aLine, anId } from '../builders/rows.ts';
import { startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
let paid: ApplicationId;
const person = (no: number): string => citizenNo(no).citizenId;
const claimant = person(4001);
const drafter = person(4002);
const refused = person(4003);
const struck = person(4004);
const other = person(4005);

/** All spring in Suzhou. */
const away = aSpell({ kind: 'OUTSIDE_COUNTY', workplace: '320500', startsOn: '2020-03-01' });
const asOf = { source: { register: 'WORKERS', asOf: '2020-07-01', version: 1 } };

const putUp = async (): Promise<void> => {
  desk = await startTestDesk();
  await desk.putFund(1_000_000_000);
  await desk.putWorker(claimant, { seats: [aSeat()], spells: [away], ...asOf });
  await desk.putWorker(drafter, { spells: [away], seats: [aSeat({ freeOfCharge: true })], ...asOf });
  await desk.putWorker(refused, { spells: [away], seats: [], ...asOf });
  await desk.putWorker(struck, { spells: [away], seats: [], ...asOf });
  await desk.putWorker(other, {
    homeVillage: '141129999201',
    homeVillageName: '样例一村',
    homeDivision: '141129',
    spells: [away],
    seats: [aSeat()],
    ...asOf,
  });
  const alone = { organiserKind: 'NONE', tripId: undefined };
  paid = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(claimant)]);
  await desk.submit(paid);
  await desk.file(aDraft('RETENTION_ALLOWANCE'), [aRetentionLine(drafter)]);
  await desk.submit(await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(refused, alone)]));
};
/** One of several lines, refused while the others hang on the notice. */
const strike = async (): Promise<void> => {
  const { table, vault } = desk.desk;
  const content = aRetentionLine(struck).content;
  const line = aLine({ subject: vault.lookup('citizen', struck), standing: 'REFUSED', held: [], content });
  for (const Item of [
    { ...headKey(anId), ...aHead({ state: 'ON_NOTICE' }) },
    { ...lineKey(anId, 1), ...line },
  ])
    await table.documents.send(new PutCommand({ TableName: table.name, Item }));
};
beforeAll(async () => {
  await putUp();
  await strike();
});
afterAll(() => desk.stop());

const county = '141124';
const change = (ruleId: string, value: number | null): DatedValue => ({
  ruleId,
  level: 'COUNTY',
  division: county,
  value,
  from: '2020-01-01',
  source: '临县文件',
});
const run = async (changes: readonly DatedValue[], only?: string) =>
  whatIfReport(await whatIf(desk.desk.table, { changed: changedValues(currentRows, changes), county: only }));

const list = async (only?: string): Promise<TakeUpRow[]> => {
  const rows: TakeUpRow[] = [];
  for await (const row of takeUp(desk.desk.table, { rulesOn: valuesInForce, county: only })) rows.push(row);
  return rows;
};
const rowsOf = async (citizenId: string) => {
  const subject = desk.desk.vault.lookup('citizen', citizenId);
  return (await list()).filter((row) => row.subject === subject);
};

/** The same question asked of an export of the table. */
const runExported = async (changes: readonly DatedValue[], only?: string) => {
  const home = await mkdtemp(join(tmpdir(), 'export-'));
  const { name } = desk.desk.table;
  const client = new DynamoDBClient();
  try {
    const to = join(home, 'desk');
    await exportTable(
      { client, tableName: name },
      { to, at: '2020-07-01T01:00:00.000Z', onProgress: () => undefined },
    );
    return whatIfReport(
      await whatIfFromExport(to, { rows: await readExportedRows(to), changes, county: only, threads: 2 }),
    );
  } finally {
    client.destroy();
    await rm(home, { recursive: true });
  }
};

const everything = async () => {
  const { Items = [] } = await desk.desk.table.documents.send(
    new ScanCommand({ TableName: desk.desk.table.name, ConsistentRead: true }),
  );
  return Items;
};

test('a lower cap on fares: the claim that was filed loses the difference, the neighbour county nothing', async () => {
  const { losses, money } = await run([change('transport.capFen', 50_000)]);
  expect(losses.largest).toContainEqual({
    basis: 'FILED',
    county,
    instrument: 'TRANSPORT_SUBSIDY',
    who: `${paid} 1`,
    differenceFen: 5300,
  });
  expect(money.filter((row) => row.basis === 'FILED')).toEqual([
    expect.objectContaining({ lines: 2, beforeFen: 55_300, afterFen: 50_000, differenceFen: -5300 }),
  ]);
  expect(money.filter((row) => row.county === '141129').map(({ differenceFen }) => differenceFen)).toEqual([
    0, 0,
  ]);
});

test('a figure that is taken away: everybody it would block is counted, by county', async () => {
  const { notConfigured } = await run([change('retention.monthlyFen', null)]);
  expect(notConfigured).toEqual([
    { basis: 'REGISTER', county, instrument: 'RETENTION_ALLOWANCE', blocked: 4, freed: 0 },
  ]);
});

test('of a line that was checked twice only the last check is compared', async () => {
  const { table } = desk.desk;
  const { Item } = await table.documents.send(
    new GetCommand({ TableName: table.name, Key: assessmentKey(paid, 1, 1) }),
  );
  await table.documents.send(
    new PutCommand({ TableName: table.name, Item: { ...Item, ...assessmentKey(paid, 2, 1), run: 2 } }),
  );
  const { money } = await run([]);
  expect(money.find(({ basis }) => basis === 'FILED')?.lines).toBe(2);
});

test('asked about one county, it says nothing of another', async () => {
  const { money } = await run([change('transport.capFen', 50_000)], '141129');
  expect(new Set(money.map((row) => row.county))).toEqual(new Set(['141129']));
  expect((await list('141129')).every((row) => row.county === '141129')).toBe(true);
});

test('nothing at the desk is changed by asking', async () => {
  const before = await everything();
  await run([change('transport.capFen', 50_000)]);
  await list();
  expect(await everything()).toEqual(before);
});

test('who has claimed the fare is listed for the months of work alone', async () => {
  expect(await rowsOf(claimant)).toMatchObject([
    { instrument: 'RETENTION_ALLOWANCE', amountFen: 80_000, why: 'UNKNOWN' },
  ]);
});

test('a draft that nobody sent is the reason, with its number', async () => {
  expect(await rowsOf(drafter)).toMatchObject([
    {
      instrument: 'RETENTION_ALLOWANCE',
      why: 'DRAFT_NOT_SENT',
      applicationId: expect.stringMatching(/^A2020/u) as string,
    },
  ]);
});

test('a fare that was refused before is listed as such: it may be claimed if the departure was organised', async () => {
  expect(await rowsOf(refused)).toMatchObject([
    {
      instrument: 'TRANSPORT_SUBSIDY',
      why: 'REFUSED_BEFORE',
      outcome: 'REVIEW',
      missing: ['FARE', 'ORGANISER'],
    },
    { instrument: 'RETENTION_ALLOWANCE', why: 'UNKNOWN' },
  ]);
});

test('the list and its figures go by village, as far as the register has one', async () => {
  const rows = await list();
  expect((await rowsOf(other)).map(({ village }) => village?.name)).toContain('样例一村');
  const summary = createSummary();
  for (const row of rows) summary.add(row);
  const text = summaryText(summary.rows());
  expect(text).toContain('141129999201 样例一村');
  expect(text).toContain('141124 临县  村未登记');
});

test('somebody struck from a list whose other lines went on was refused too', async () => {
  expect(await rowsOf(struck)).toMatchObject([
    { instrument: 'TRANSPORT_SUBSIDY', why: 'NOT_ORGANISED_ON_RECORD' },
    { instrument: 'RETENTION_ALLOWANCE', why: 'REFUSED_BEFORE', applicationId: anId },
  ]);
});

test('neither the list nor a pre-filled request says who a person is, nor anything that no register does', async () => {
  const rows = await list();
  const told = JSON.stringify(rows.map((row) => [listedRow(row), draftBody(row)]));
  for (const secret of ['测试工人', claimant, drafter, refused, struck, other])
    expect(told).not.toContain(secret);
  const [fare] = (await rowsOf(refused)).map(draftBody);
  expect(fare?.addLines.lines[0]).toMatchObject({
    worker: null,
    content: { claim: { departedOn: '2020-03-01', workplace: '320500', legs: null, organiserKind: null } },
  });
  expect(fare?.createApplication).toMatchObject({ proxy: null, payee: null, commitmentSigned: null });
});

test('an export of the desk answers as the desk does', async () => {
  const changes = [change('transport.capFen', 10_000), change('retention.monthlyFen', 18_000)];
  const there = await runExported(changes);
  expect(there).toEqual(await run(changes));
  expect(there.compared).toBeGreaterThan(3);
  expect(await runExported(changes, '141129')).toEqual(await run(changes, '141129'));
});
