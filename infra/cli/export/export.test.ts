import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportTable } from './export-table.ts';
import { itemOfLine, lineOfItem, storedItemOf } from './item-line.ts';
import { readManifest } from './manifest.ts';
import { pagesOf } from './part-reader.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'export-'));
});
afterEach(() => rm(home, { recursive: true }));

type Stored = Record<string, AttributeValue>;
const row = (pk: string, sk = 'REGISTER'): Stored => ({ pk: { S: pk }, sk: { S: sk } });

/** A database that answers a scan with these pages, and then, if told, breaks. */
const databaseOf = (pages: readonly Stored[][], breaks = false): DynamoDBClient => {
  let at = 0;
  const send = () => {
    const Items = pages[at];
    at += 1;
    if (Items === undefined) return Promise.reject(new Error('the database went away'));
    const goesOn = breaks || at < pages.length;
    return Promise.resolve({ Items, ...(goesOn && { LastEvaluatedKey: { pk: { S: String(at) } } }) });
  };
  return { send } as unknown as DynamoDBClient;
};
const exportOf = (pages: readonly Stored[][], to = join(home, 'desk'), breaks = false) =>
  exportTable(
    { client: databaseOf(pages, breaks), tableName: 'desk' },
    { to, at: '2020-06-30T01:00:00.000Z', onProgress: () => undefined },
  );

const linesIn = async (folder: string, name: string): Promise<string[]> => {
  const lines: string[] = [];
  for await (const page of pagesOf(folder, { name })) lines.push(...page);
  return lines;
};

test('every kind of value comes back as it was, bytes too', () => {
  const item: Stored = {
    pk: { S: '引号 " 和换行\n' },
    no: { N: '12345678901234567890' },
    bytes: { B: new Uint8Array([0, 255, 128]) },
    list: { L: [{ M: { deep: { B: new Uint8Array([7]) } } }, { NULL: true }, { BOOL: false }] },
    names: { SS: ['a', 'b'] },
  };
  const text = lineOfItem(item);
  expect(text.trimEnd()).not.toContain('\n');
  expect(storedItemOf(text)).toEqual(item);
  expect(itemOfLine(lineOfItem({ packed: { B: new Uint8Array([1, 2]) } }))).toEqual({
    packed: new Uint8Array([1, 2]),
  });
});

test('each item is in the files of its kind, and the manifest counts them', async () => {
  const made = await exportOf([
    [row('WORKER#1'), row('APP#A', 'HEAD')],
    [row('COURSE#K'), row('REQUEST#r')],
  ]);
  expect(made).toEqual(await readManifest(join(home, 'desk')));
  expect(made.items).toBe(4);
  expect(made.parts.map(({ kind, items }) => [kind, items])).toEqual([
    ['workers', 1],
    ['registers', 1],
    ['applications', 1],
    ['others', 1],
  ]);
  expect(await linesIn(join(home, 'desk'), 'workers-0000.jsonl.gz')).toEqual([
    lineOfItem(row('WORKER#1')).trim(),
  ]);
});

test('a partition is never cut in two, however many files there are', async () => {
  const rows = Array.from({ length: 20_001 }, (_, at) => row('APP#A', `EVENT#${at}`));
  const { parts } = await exportOf([[...rows, row('APP#B', 'HEAD')]]);
  expect(parts.map(({ items }) => items)).toEqual([20_001, 1]);
});

describe('nothing half-written is left', () => {
  test('when the database fails in the middle', async () => {
    await expect(exportOf([[row('WORKER#1')]], join(home, 'desk'), true)).rejects.toThrow('went away');
    expect(await readdir(home)).toEqual([]);
  });

  test('and a folder with something in it is not touched', async () => {
    await writeFile(join(home, 'kept.txt'), 'kept');
    await expect(exportOf([[row('WORKER#1')]], home)).rejects.toMatchObject({ code: 'EXPORT_EXISTS' });
    expect(await readdir(home)).toEqual(['kept.txt']);
  });

  test('a folder without a manifest is no export', async () => {
    await expect(readManifest(home)).rejects.toMatchObject({ code: 'NO_EXPORT' });
  });
});
