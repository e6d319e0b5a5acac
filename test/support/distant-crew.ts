import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Crew } from '../../infra/cli/demo/crew.ts';
import { readFileSync } from 'node:fs';
import type { DeskProcess } from './desk-process.ts';
import type { StubbornClient } from './stubborn-client.ts';

const time = z.object({ now: z.iso.datetime() });

/** The demo's crew at a desk in another process: every request through HTTP, the practice clock moved from outside. */
export const createDistantCrew = (desk: DeskProcess, client: StubbornClient): Crew => {
  let now = 0;
  const ask = async (init?: RequestInit): Promise<number | undefined> => {
    await desk.open();
    const response = await fetch(new URL('/practice/clock', desk.url), init).catch(() => undefined);
    if (response?.ok !== true) return undefined;
    return (now = Date.parse(time.parse(await response.json()).now));
  };
  const known = async (): Promise<number> => {
    for (let answer = await ask(); ; answer = await ask()) {
      if (answer !== undefined) return answer;
      await pause(20);
    }
  };
  const wait = async (hours: number) => {
    const target = (await known()) + hours * 3600 * 1000;
    const headers = {
      'content-type': 'application/json',
      'x-practice-key': readFileSync(desk.file('secrets/practice-key'), 'utf8'),
    };
    const body = JSON.stringify({ to: new Date(target).toISOString() });
    // A move whose answer was lost may have happened: asked again only while the target is ahead.
    while ((await known()) < target) await ask({ method: 'POST', headers, body });
    client.forgetTokens();
  };
  return {
    as: (user, operation, asked) => client.call(operation, asked, user),
    asVisitor: client.call,
    wait,
    today: () => new Date(now + 8 * 3600 * 1000).toISOString().slice(0, 10),
  };
};
