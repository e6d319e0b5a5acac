import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Asked, OpenDesk } from './open-desk.ts';

const page = (name: string): Record<string, unknown> =>
  z
    .record(z.string(), z.unknown())
    .parse(
      JSON.parse(
        readFileSync(new URL(`../../docs/first-claim/${name}.json`, import.meta.url), 'utf8'),
      ) as unknown,
    );

/** The claim of docs/first-claim.md from draft to money, through the door; gives its number. */
export const firstClaim = async ({ ask, wait, host }: OpenDesk): Promise<string> => {
  const must = async (user: string, operationId: string, asked: Asked = {}) => {
    const answer = await ask(user, operationId, asked);
    if (answer.code !== undefined) throw new Error(`${operationId} refused the first claim: ${answer.text}`);
    return answer.body;
  };
  const { applicationId = '' } = await must('village', 'createApplication', { body: page('application') });
  const params = { applicationId };
  const version = async () => (await must('village', 'getApplication', { params })).version;
  const lines = { ...page('lines'), version: await version() };
  await must('village', 'addLines', { params, body: lines });
  await must('village', 'submitApplication', { params, body: { version: await version() } });
  const reaches = async (state: string): Promise<void> => {
    for (let look = 0; look < 500; look += 1) {
      const now = await must('village', 'getApplication', { params });
      if (now.state === state) return;
      await pause(20);
      // A step that failed and is to be tried again waits for the desk's clock, which stands still.
      if (look % 25 === 24) await wait(1 / 120);
    }
    throw new Error(`The first claim did not reach ${state}`);
  };
  await reaches('ON_NOTICE');
  // The public notice has hung its working days.
  await wait(14 * 24);
  await reaches('IN_APPROVAL');
  const [task] = (await must('approver', 'listTasks', { query: { kind: 'APPROVE' } })).items ?? [];
  const taskId = { taskId: task?.taskId ?? '' };
  await must('approver', 'claimTask', { params: taskId, body: { version: await version() } });
  const decision = { decision: 'APPROVE', reason: '已与乘车名册核对一致' };
  await must('approver', 'decideTask', { params: taskId, body: { ...decision, version: await version() } });
  await reaches('PAYING');
  const [payout] = (await must('finance', 'listPayouts')).items ?? [];
  const payoutId = payout?.payoutId ?? '';
  await must('finance', 'exportPayouts', { body: { payoutIds: [payoutId] } });
  const bookedOn = new Date(host.clock.now()).toISOString().slice(0, 10);
  const booking = { result: 'PAID', amountFen: 55_300, bookedOn, bankReference: '样例-0001' };
  await must('finance', 'bookPayout', { params: { payoutId }, body: { version: await version(), booking } });
  await reaches('CLOSED');
  return applicationId;
};
