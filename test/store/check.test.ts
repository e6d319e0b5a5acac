import { afterAll, beforeAll, expect, test } from 'vitest';
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
import { people, startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
let next = 5000;
const someone = () => citizenNo(next++).citizenId;

beforeAll(async () => {
  desk = await startTestDesk('2020-06-15T01:00:00.000Z');
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency());
});
afterAll(() => desk.stop());

test('work that lies after the day of the claim is not paid for yet', async () => {
  const claimed = async (startsOn: string) => {
    const citizenId = someone();
    const spell = { kind: 'OUTSIDE_COUNTY', workplace: '320500', startsOn } as const;
    await desk.putWorker(citizenId, { spells: [aSpell(spell)] });
    const id = await desk.file(aDraft('RETENTION_ALLOWANCE'), [
      aRetentionLine(citizenId, [{ startsOn, endsOn: '2020-06-30' }]),
    ]);
    await desk.submit(id);
    return (await desk.head(id)).tally;
  };
  expect(await claimed('2020-06-01')).toMatchObject({ approve: 1, amountFen: 20_000 });
  expect(await claimed('2020-06-02')).toMatchObject({ reject: 1, reasons: ['NO_COUNTED_MONTH'] });
});

test('an agency is shown by the name the register has, not by its clerk’s', async () => {
  const citizenId = someone();
  const id = await desk.file(aDraft('PLACEMENT_SUBSIDY'), [aPlacementLine(1, citizenId)], people.agency);
  expect((await desk.head(id)).applicantName).toBe(people.agency.name);
  await desk.submit(id, people.agency);
  expect((await desk.head(id)).applicantName).toBe(anAgency().name);
});

test('somebody for whom a village cadre files is shown by their own name, masked', async () => {
  const draft = aDraft('TRANSPORT_SUBSIDY', {
    proxy: { relation: 'VILLAGE_CADRE', consentTextVersion: '2020-03', takenBy: 'SIGNATURE' },
  });
  const id = await desk.file(draft, [aTransportLine(someone())]);
  expect((await desk.head(id)).applicantName).toBe('测***');
});

test('a subsidy of the worker’s own that would go into another name’s account is for a person to look at', async () => {
  const claimedInto = async (holderName: string) => {
    const citizenId = someone();
    await desk.putWorker(citizenId, { seats: [aSeat()] });
    const { payee } = aDraft('TRANSPORT_SUBSIDY');
    const id = await desk.file(aDraft('TRANSPORT_SUBSIDY', { payee: payee && { ...payee, holderName } }), [
      aTransportLine(citizenId),
    ]);
    await desk.submit(id);
    const { state, tally } = await desk.head(id);
    return [state, ...(tally?.reasons ?? [])];
  };
  expect(await claimedInto('测试 工人')).toEqual(['ON_NOTICE', 'OK']);
  expect(await claimedInto('测试村干部')).toEqual(['IN_VERIFICATION', 'PAYEE_NOT_WORKER']);
});
