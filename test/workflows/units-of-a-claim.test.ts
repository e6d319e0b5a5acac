import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../functions/contracts/actor.ts';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import {
  aDraft,
  anAgency,
  aPlacementLine,
  aSeat,
  aSpell,
  aTransportLine,
  citizenNo,
} from '../builders/claims.ts';
import { people, startTestDesk, type TestDesk } from '../support/test-desk.ts';
import { isWrite, meterUnits, type Consumed } from '../support/units.ts';

let desk: TestDesk;
let meter: ReturnType<typeof meterUnits>;
let next = 7000;

beforeAll(async () => {
  desk = await startTestDesk();
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency());
  meter = meterUnits(desk.desk.table);
});
afterAll(() => desk.stop());

const sumOf = (consumed: readonly Consumed[]): number => consumed.reduce((sum, { units }) => sum + units, 0);

/** Where the units went, for whoever reads a failure. */
const tableOf = (consumed: readonly Consumed[]): string =>
  consumed
    .map(
      ({ step, units, inIndexes, items }) =>
        `${step}: ${units} (${JSON.stringify(inIndexes)}) ${items.join(', ')}`,
    )
    .join('\n');

/** Carries a claim from its draft to its file, and gives back what was written, step by step. */
const writesOf = async (
  file: () => Promise<ApplicationId>,
  by: Actor = people.village,
): Promise<Consumed[]> => {
  const id = await file();
  meter.consumed.length = 0;
  meter.begin('submit and check');
  await desk.submit(id, by);
  meter.begin('open the approval');
  await desk.advanceDays(14);
  meter.begin('claim, decide, make payable');
  await desk.decide(id, people.approver, 'APPROVE');
  meter.begin('book and close');
  await desk.book(id);
  expect((await desk.head(id)).state).toBe('CLOSED');
  return meter.consumed.filter(isWrite);
};

/** The last write closes the file: the money has been paid before it. */
const toPaid = (writes: readonly Consumed[]): Consumed[] => writes.slice(0, -1);

const transport = async (): Promise<ApplicationId> => {
  const { citizenId } = citizenNo(next++);
  await desk.putWorker(citizenId, { seats: [aSeat()] });
  return desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
};

const placement = async (lines: number): Promise<ApplicationId> => {
  const roster = [];
  for (let lineNo = 1; lineNo <= lines; lineNo += 1) {
    const { citizenId } = citizenNo(next++);
    await desk.putWorker(citizenId, { spells: [aSpell()] });
    roster.push(aPlacementLine(lineNo, citizenId));
  }
  return desk.file(aDraft('PLACEMENT_SUBSIDY'), roster, people.agency);
};

test('a one-line claim that meets no exception takes at most 64 write units from submission to paid', async () => {
  // The first check of a process also keeps the set of rule values.
  await writesOf(transport);
  const writes = toPaid(await writesOf(transport));
  expect(sumOf(writes), tableOf(writes)).toBeLessThanOrEqual(64);
});

test('each further line of a roster takes at most 8', async () => {
  await writesOf(() => placement(1), people.agency);
  const one = toPaid(await writesOf(() => placement(1), people.agency));
  const many = toPaid(await writesOf(() => placement(20), people.agency));
  expect((sumOf(many) - sumOf(one)) / 19, tableOf(many)).toBeLessThanOrEqual(8);
});
