import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAssessment } from '../../functions/store/reading/read-assessment.ts';
import {
  aDraft,
  anAgency,
  aPlacementLine,
  aSeat,
  aSpell,
  aTransportLine,
  citizenNo,
} from '../builders/claims.ts';
import { startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
let next = 5000;

beforeAll(async () => {
  desk = await startTestDesk();
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency());
});
afterAll(() => desk.stop());

const traveller = async (draft: ReturnType<typeof aDraft>) => {
  const { citizenId } = citizenNo(next++);
  await desk.putWorker(citizenId, { seats: [aSeat()] });
  const id = await desk.file(draft, [aTransportLine(citizenId)]);
  await desk.submit(id);
  return desk.head(id);
};

test('the second person who claims with an account goes to a verifier; the first is left alone', async () => {
  const draft = aDraft('TRANSPORT_SUBSIDY');
  expect(await traveller(draft)).toMatchObject({ state: 'ON_NOTICE' });
  expect(await traveller(draft)).toMatchObject({
    state: 'IN_VERIFICATION',
    tally: { reasons: ['RISK_FOUND'] },
  });
  expect(await traveller(aDraft('TRANSPORT_SUBSIDY'))).toMatchObject({ state: 'ON_NOTICE' });
});

test('a roster that gives one phone for everybody is looked at', async () => {
  const people = await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const { citizenId } = citizenNo(next++);
      await desk.putWorker(citizenId, { spells: [aSpell()] });
      return citizenId;
    }),
  );
  const lines = people.map((citizenId, index) => {
    const line = aPlacementLine(index + 1, citizenId);
    return { ...line, worker: { name: '测试工人', citizenId, phone: '+8613912340000' } };
  });
  const id = await desk.file(aDraft('PLACEMENT_SUBSIDY'), lines);
  await desk.submit(id);
  expect(await desk.head(id)).toMatchObject({
    tally: { review: 4, reasons: expect.arrayContaining(['RISK_FOUND']) as string[] },
  });
  const found = await readAssessment(desk.desk, id, 1);
  expect(found?.record.facts).toMatchObject({ signals: { phoneUsers: 3 } });
});
