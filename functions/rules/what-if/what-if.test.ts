import { expect, test } from 'vitest';
import { aSeat, aSpell } from '../../../test/builders/claims.ts';
import { aWorkerRecord } from '../../../test/builders/facts.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { DatedValue } from '../values/dated.ts';
import { currentRows } from '../values/index.ts';
import { changedValues } from './changed-values.ts';
import { compareWorker } from './compare-worker.ts';
import { addTally, countIn, emptyTally } from './tally.ts';

const nothing = { course: () => undefined, organisation: () => undefined };
const change = (ruleId: string, value: unknown, rest: Partial<DatedValue> = {}): DatedValue => ({
  ruleId,
  level: 'COUNTY',
  division: '141124',
  value,
  from: '2020-01-01',
  source: '临县文件',
  ...rest,
});

const away = aSpell({ kind: 'OUTSIDE_COUNTY', workplace: '320500', startsOn: '2019-09-01' });
const source = { register: 'WORKERS', asOf: '2020-07-01', version: 1 };
const worker = (rest: Partial<WorkerRecord> = {}) =>
  aWorkerRecord({ spells: [away], seats: [], source, ...rest });

const compare = (record: WorkerRecord, ...changes: DatedValue[]) =>
  compareWorker(record, '李*', nothing, changedValues(currentRows, changes)(record.homeDivision));
const told = (record: WorkerRecord, ...changes: DatedValue[]) =>
  compare(record, ...changes).map(({ before, after }) => [
    `${before.outcome} ${before.amountFen}`,
    `${after.outcome} ${after.amountFen}`,
  ]);

test('a lower sum for each month: five months lose a quarter', () => {
  expect(told(worker(), change('retention.monthlyFen', 15_000))).toEqual([
    ['APPROVE 100000', 'APPROVE 75000'],
  ]);
});

test('a figure of another county changes nothing here', () => {
  const elsewhere = change('retention.monthlyFen', 15_000, { division: '141129' });
  expect(told(worker(), elsewhere)).toEqual([['APPROVE 100000', 'APPROVE 100000']]);
});

test('a figure that is taken away blocks the line', () => {
  expect(told(worker(), change('retention.monthlyFen', null))).toEqual([
    ['APPROVE 100000', 'NOT_CONFIGURED 0'],
  ]);
});

test('a longer window brings a claim that nobody had before', () => {
  const july = worker({
    spells: [{ ...away, startsOn: '2020-07-01' }],
    source: { ...source, asOf: '2020-08-31' },
  });
  const longer = change('window.end', '2020-07-31', { level: 'PROVINCE', division: '140000' });
  expect(told(july, longer)).toContainEqual(['NONE 0', 'APPROVE 20000']);
});

test('a lower cap on fares that nobody knows is a lower most', () => {
  const [line] = compare(worker({ spells: [], seats: [aSeat()] }), change('transport.capFen', 50_000));
  expect(line).toMatchObject({
    amount: 'AT_MOST',
    before: { amountFen: 80_000 },
    after: { amountFen: 50_000 },
  });
});

const comparison = (no: number, beforeFen: number, afterFen: number) =>
  ({
    basis: 'REGISTER',
    county: '141124',
    instrument: 'RETENTION_ALLOWANCE',
    who: `李* ${String(no).padStart(2, '0')}`,
    amount: 'KNOWN',
    before: { outcome: 'APPROVE', amountFen: beforeFen },
    after: { outcome: 'APPROVE', amountFen: afterFen },
  }) as const;

test('who gains and who loses is counted, and only the largest are kept', () => {
  const tally = emptyTally();
  for (let no = 0; no < 30; no += 1)
    countIn(tally, comparison(no, 10_000, no % 3 === 0 ? 5000 : 10_000 + no));
  expect(tally).toMatchObject({
    compared: 30,
    losses: { lines: 10, sumFen: 50_000 },
    gains: { lines: 20, sumFen: 300 },
  });
  expect(tally.gains.largest.map(({ differenceFen }) => differenceFen)).toEqual([
    29, 28, 26, 25, 23, 22, 20, 19, 17, 16,
  ]);
  expect(Object.values(tally.cells)).toMatchObject([{ lines: 30, beforeFen: 300_000, afterFen: 250_300 }]);
});

test('two halves that were counted apart are the whole', () => {
  const all = Array.from({ length: 40 }, (_, no) => comparison(no, 10_000, 9000 + ((no * 37) % 40) * 100));
  const whole = emptyTally();
  for (const one of all) countIn(whole, one);
  const [first, second] = [emptyTally(), emptyTally()];
  for (const [no, one] of all.entries()) countIn(no % 2 === 0 ? first : second, one);
  const sum = emptyTally();
  addTally(sum, first);
  addTally(sum, second);
  expect(sum).toEqual(whole);
});
