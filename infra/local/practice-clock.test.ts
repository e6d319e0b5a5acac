import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AccessLog, openAccessLog } from './access-log.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';
import { type HostClock, openHostClock, practiceClockRoutes } from './practice-clock.ts';

const week = 7 * 24 * 3600;

let root: string;
let folder: DataFolder;
let hostClock: HostClock;
let server: HttpServer;
let accessLog: AccessLog;
let url: string;
let key: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-clock-'));
  folder = openDataFolder({ path: join(root, 'data'), reset: false, sample: true });
  hostClock = await openHostClock(folder);
  accessLog = openAccessLog(folder.file('logs/access.log'));
  server = createHttpServer({ log: () => undefined, accessLog, now: () => hostClock.clock.now() });
  server.serve(practiceClockRoutes({ folder, clock: hostClock.clock, advanceTo: hostClock.advanceTo }));
  url = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}/practice/clock`;
  key = await readFile(folder.file('secrets/practice-key'), 'utf8');
});
afterEach(async () => {
  await server.close();
  accessLog.close();
  folder.close();
  await rm(root, { recursive: true });
});

const move = (body: unknown, practiceKey = key) =>
  fetch(url, { method: 'POST', headers: { 'x-practice-key': practiceKey }, body: JSON.stringify(body) });
const aheadSeconds = async (response: Response) =>
  ((await response.json()) as { aheadSeconds: number }).aheadSeconds;

describe('the practice clock', () => {
  test('runs with real time until it is moved', async () => {
    expect(await aheadSeconds(await fetch(url))).toBe(0);
  });

  test('moves a week ahead, and what falls due on the way happens', async () => {
    let happened = 0;
    hostClock.clock.at(
      hostClock.clock.now() + 5 * 24 * 3600 * 1000,
      () => (happened = hostClock.clock.now()),
    );
    expect(await aheadSeconds(await move({ advanceSeconds: week }))).toBe(week);
    expect(Math.round((happened - Date.now()) / 1000)).toBe(5 * 24 * 3600);
  });

  test('moves to an instant', async () => {
    const to = new Date(Date.now() + week * 1000).toISOString();
    expect(await aheadSeconds(await move({ to }))).toBe(week);
  });

  test('keeps its place over a restart', async () => {
    await move({ advanceSeconds: week });
    const again = await openHostClock(folder);
    expect(Math.round((again.clock.now() - Date.now()) / 1000)).toBe(week);
  });

  test('two moves at once are both made', async () => {
    await Promise.all([
      hostClock.advanceTo(Date.now() + 1000_000),
      hostClock.advanceTo(Date.now() + 2000_000),
    ]);
    expect(Math.round((hostClock.clock.now() - Date.now()) / 1000)).toBe(2000);
  });

  test.each([
    ['back', { to: '2020-01-01T00:00:00.000Z' }],
    ['by less than nothing', { advanceSeconds: -1 }],
    ['by more than a year', { advanceSeconds: 400 * 24 * 3600 }],
    ['further than a year', { to: '2999-01-01T00:00:00.000Z' }],
    ['by part of a second', { advanceSeconds: 0.5 }],
    ['by nothing named', {}],
    ['in two ways', { advanceSeconds: 1, to: '2999-01-01T00:00:00.000Z' }],
  ])('does not move %s', async (_how, body) => {
    const response = await move(body);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await aheadSeconds(await fetch(url))).toBe(0);
  });

  test('does not move without the key', async () => {
    expect((await move({ advanceSeconds: 1 }, 'guess')).status).toBe(403);
    expect((await fetch(url, { method: 'POST', body: '{"advanceSeconds":1}' })).status).toBe(403);
    expect(await aheadSeconds(await fetch(url))).toBe(0);
  });
});
