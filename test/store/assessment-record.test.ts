import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import { canonical, hashOf } from '../../functions/store/assessments/canonical.ts';
import { pack, unpack } from '../../functions/store/assessments/packed.ts';
import { packWith, unpackWith } from '../../functions/store/assessments/with-dictionary.ts';
import { replayAll, type Replay } from '../../functions/store/assessments/replay.ts';
import { assessmentKey, ruleSetKey } from '../../functions/store/keys.ts';
import { readAssessment } from '../../functions/store/reading/read-assessment.ts';
import { readItem } from '../../functions/store/read-application.ts';
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
import { startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
const filed: ApplicationId[] = [];

beforeAll(async () => {
  desk = await startTestDesk();
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency());
  const [one, two, three] = [3001, 3002, 3003].map((n) => citizenNo(n).citizenId);
  await desk.putWorker(one ?? '', { seats: [aSeat()] });
  await desk.putWorker(two ?? '', { spells: [aSpell()] });
  const claims = [
    [aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(one ?? '')]],
    [aDraft('PLACEMENT_SUBSIDY'), [aPlacementLine(1, two ?? ''), aPlacementLine(2, three ?? '')]],
    [aDraft('RETENTION_ALLOWANCE'), [aRetentionLine(one ?? '')]],
  ] as const;
  for (const [draft, lines] of claims) {
    const id = await desk.file(draft, [...lines]);
    await desk.submit(id);
    filed.push(id);
  }
});
afterAll(() => desk.stop());

const replays = async (): Promise<Replay[]> => {
  const all: Replay[] = [];
  for await (const one of replayAll(desk.desk.table)) all.push(one);
  return all.sort((a, b) => `${a.applicationId}${a.lineNo}`.localeCompare(`${b.applicationId}${b.lineNo}`));
};

const assessmentOf = (id: ApplicationId, lineNo = 1) => readAssessment(desk.desk, id, lineNo);

test('every stored assessment is decided again, byte for byte the same', async () => {
  const all = await replays();
  expect(all.map(({ verdict }) => verdict)).toEqual(['SAME', 'SAME', 'SAME', 'SAME']);
  expect(all.every(({ stored, again }) => stored?.hash === again?.hash)).toBe(true);
});

test('a record says what was known, from which register, as of when, and which values held', async () => {
  const [first] = filed;
  const record = first && (await assessmentOf(first))?.record;
  expect(record).toMatchObject({
    applicationId: first,
    lineNo: 1,
    run: 1,
    applicationVersion: expect.stringMatching(/^\d+-[0-9a-f]{32}$/) as string,
    clauses: { '二.1': '对有组织外出务工的贫困劳动力按规定落实不超过800元的一次性交通补助' },
    assessment: { outcome: 'APPROVE', amountFen: 55300 },
  });
  const checks = record?.assessment.checks ?? [];
  expect(checks.find(({ checkId }) => checkId === 'worker-registered')?.inputs).toContainEqual({
    name: 'registeredPoor',
    value: true,
    source: 'WORKERS#1',
    asOf: '2020-06-01',
  });
  expect(checks.find(({ checkId }) => checkId === 'cap')?.values).toContainEqual({
    ruleId: 'transport.capFen',
    value: 80000,
    source: expect.stringContaining('晋人社厅函〔2020〕127号') as string,
  });
});

test('nobody is named in a record', async () => {
  const texts = await Promise.all(filed.map(async (id) => (await assessmentOf(id))?.text ?? ''));
  for (const n of [3001, 3002, 3003]) expect(texts.join('')).not.toContain(citizenNo(n).citizenId);
  expect(texts.join('')).not.toContain('测试工人');
});

const storedAt = async (id: ApplicationId) =>
  (await readItem(desk.desk.table, assessmentKey(id, 1, 1))) ?? {};
const overwrite = (Item: Readonly<Record<string, unknown>>) =>
  desk.desk.table.documents.send(new PutCommand({ TableName: desk.desk.table.name, Item }));

test('an amount that somebody changes in the table is found, with or without a new hash', async () => {
  const id = filed[0];
  if (id === undefined) throw new Error('nothing was filed');
  const item = await storedAt(id);
  const dictionary = String(item['dictionary']);
  const stored = unpackWith(dictionary, item['packed'] as Uint8Array);
  const packed = (text: string) => packWith(dictionary.split('/')[0] ?? '', text);
  await overwrite({ ...item, ...packed(stored.replaceAll('55300', '65300')) });
  const changed = await replays();
  expect(changed.filter(({ verdict }) => verdict === 'CHANGED')).toMatchObject([
    { applicationId: id, lineNo: 1, run: 1 },
  ]);
  const forged = JSON.parse(stored) as { assessment: { amountFen: number } };
  forged.assessment.amountFen = 80000;
  const forgedText = canonical(forged);
  await overwrite({ ...item, ...packed(forgedText), hash: hashOf(forgedText) });
  const again = await replays();
  expect(again.filter(({ verdict }) => verdict === 'DIFFERS')).toMatchObject([
    { applicationId: id, stored: { amountFen: 80000 }, again: { amountFen: 55300 } },
  ]);
  await overwrite(item);
});

test('a rule value that somebody changes in the table is found, for every assessment that used it', async () => {
  const id = filed[0];
  if (id === undefined) throw new Error('nothing was filed');
  const hash = (await assessmentOf(id))?.record.rules.valuesHash ?? '';
  const set = (await readItem(desk.desk.table, ruleSetKey(hash))) ?? {};
  const text = unpack(set['packed'] as Uint8Array).replaceAll('80000', '90000');
  await overwrite({ ...set, packed: pack(text) });
  expect((await replays()).map(({ verdict }) => verdict)).toEqual([
    'CHANGED',
    'CHANGED',
    'CHANGED',
    'CHANGED',
  ]);
  await overwrite(set);
  expect((await replays()).map(({ verdict }) => verdict)).toEqual(['SAME', 'SAME', 'SAME', 'SAME']);
});
