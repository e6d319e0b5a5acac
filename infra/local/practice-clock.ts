import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { instant } from '../../functions/contracts/scalars.ts';
import { type MovableClock, offsetClock } from './clock.ts';
import type { DataFolder } from './data-folder.ts';
import type { Route } from './http-routes.ts';
import { problem } from './problem.ts';
import { readFileIfThere, readOrMakeSecret, writePrivateFile } from './secret-file.ts';

const kept = z.strictObject({ offsetMs: z.number().min(0) });

/** A year and a day at a time is more than any wait of the notice. */
const furthestSeconds = 367 * 24 * 3600;
const move = z.union([
  z.strictObject({ advanceSeconds: z.int().min(0).max(furthestSeconds) }),
  z.strictObject({ to: instant }),
]);

export type HostClock = {
  readonly clock: MovableClock;
  /** Moves time forward and fires what falls due; one move at a time. Never goes back. */
  readonly advanceTo: (epochMs: number) => Promise<void>;
};

/**
 * Real time plus what the practice clock was moved by, kept in clock.json across restarts.
 * @param given a clock of the caller's own, which is not kept
 */
export const openHostClock = async (folder: DataFolder, given?: MovableClock): Promise<HostClock> => {
  const path = folder.file('clock.json');
  const clock = given ?? offsetClock();
  if (!given) {
    const text = readFileIfThere(path);
    if (text !== undefined) await clock.advance(kept.parse(JSON.parse(text)).offsetMs);
  }
  let last = Promise.resolve();
  const moveTo = async (epochMs: number) => {
    if (epochMs <= clock.now()) return;
    // Written first: after a crash half way, what was due fires at the next start instead of time going back.
    if (!given) writePrivateFile(path, JSON.stringify({ offsetMs: epochMs - Date.now() }));
    await clock.advanceTo(epochMs);
  };
  return {
    clock,
    advanceTo: (epochMs) => {
      const moved = last.then(() => moveTo(epochMs));
      last = moved.catch(() => undefined);
      return moved;
    },
  };
};

const loopback = new Set(['127.0.0.1', '::1']);
const digest = (text: string) => createHash('sha256').update(text).digest();

type Options = {
  readonly folder: DataFolder;
  readonly clock: MovableClock;
  readonly advanceTo: (epochMs: number) => Promise<void>;
};

const bodyOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): unknown => {
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
  } catch {
    return undefined;
  }
};

/** GET and POST /practice/clock: so that nobody who tries the desk out waits five working days. */
export const practiceClockRoutes = ({ folder, clock, advanceTo }: Options): readonly Route[] => {
  const key = readOrMakeSecret(folder.file('secrets/practice-key'), () =>
    randomBytes(24).toString('base64url'),
  );
  const time = () => ({
    now: new Date(clock.now()).toISOString(),
    aheadSeconds: Math.round((clock.now() - Date.now()) / 1000),
  });
  const mayMove = ({ headers, requestContext }: APIGatewayProxyEventV2) =>
    loopback.has(requestContext.http.sourceIp) &&
    timingSafeEqual(digest(headers['x-practice-key'] ?? ''), digest(key));

  const targetOf = (body: unknown): number | undefined => {
    const { data } = move.safeParse(body);
    if (!data) return undefined;
    const now = clock.now();
    const target = 'to' in data ? Date.parse(data.to) : now + data.advanceSeconds * 1000;
    return target < now || target > now + furthestSeconds * 1000 ? undefined : target;
  };
  const post = async (event: APIGatewayProxyEventV2) => {
    const { requestId } = event.requestContext;
    if (!mayMove(event)) return problem('PRACTICE_KEY_WRONG', requestId);
    const target = targetOf(bodyOf(event));
    if (target === undefined) return problem('CLOCK_MOVE_INVALID', requestId);
    await advanceTo(target);
    return time();
  };
  return [
    {
      operationId: 'getPracticeClock',
      method: 'GET',
      path: '/practice/clock',
      handler: () => Promise.resolve(time()),
    },
    { operationId: 'movePracticeClock', method: 'POST', path: '/practice/clock', handler: post },
  ];
};
