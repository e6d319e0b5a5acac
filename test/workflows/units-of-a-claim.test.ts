import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bars, unitsPerFurtherKey } from '../../bench/cost/bars.ts';
import { access } from '../../bench/scale/access.ts';
import type { Draft } from '../../functions/contracts/application.ts';
import type { NumberedLine } from '../../functions/contracts/numbered-line.ts';
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
import { isWrite, meterUnits, type Consumed } from '../support/units.ts';

/*
 * What a claim that meets no exception takes, from the submission until it is paid. Of every instrument, and in money:
 * docs/cost.md.
 */

let desk: TestDesk;
let meter: ReturnType<typeof meterUnits>;
let next = 3000;
const someone = () => citizenNo(next++).citizenId;

type Claim = { readonly draft: Draft; readonly lines: NumberedLine[]; readonly by?: typeof people.village };

const transport = async (): Promise<Claim> => {
  const citizenId = someone();
  await desk.putWorker(citizenId, { seats: [aSeat()] });
  return { draft: aDraft('TRANSPORT_SUBSIDY'), lines: [aTransportLine(citizenId)] };
};

const placement = async (count: number): Promise<Claim> => {
  const lines: NumberedLine[] = [];
  for (let lineNo = 1; lineNo <= count; lineNo += 1) {
    const citizenId = someone();
    await desk.putWorker(citizenId, { spells: [aSpell()] });
    lines.push(aPlacementLine(lineNo, citizenId));
  }
  return { draft: aDraft('PLACEMENT_SUBSIDY'), lines, by: people.agency };
};

const retention = async (): Promise<Claim> => {
  const citizenId = someone();
  const away = { kind: 'OUTSIDE_COUNTY' as const, workplace: '320500', startsOn: '2020-01-15' };
  await desk.putWorker(citizenId, { spells: [aSpell({ ...away, employerCode: 'x' })] });
  return { draft: aDraft('RETENTION_ALLOWANCE'), lines: [aRetentionLine(citizenId)] };
};

/** Takes a claim from its submission until it is paid. */
const pay = async ({ draft, lines, by = people.village }: Claim) => {
  const id = await desk.file(draft, lines, by);
  meter.consumed.length = 0;
  await desk.submit(id, by);
  await desk.advanceDays(14);
  await desk.decide(id, people.approver, 'APPROVE');
  await desk.book(id);
  const { visited, events } = await desk.execution(id);
  const writes = meter.consumed.filter(isWrite);
  const atPayment = writes.findIndex(({ items }) => items.some((item) => item.endsWith('ENTITLEMENT/ENTRY')));
  return {
    transitions: visited.length,
    invocations: events.filter(({ type }) => type === 'TaskScheduled').length,
    /** The last transaction closes the file after the money. */
    untilPaid: writes.slice(0, atPayment),
    all: writes,
  };
};

const unitsOf = (calls: readonly Consumed[]): number => calls.reduce((sum, { units }) => sum + units, 0);
const tell = (calls: readonly Consumed[]): string =>
  calls.map(({ command, units, items }) => `${units} ${command} ${items.join(', ')}`).join('\n');

beforeAll(async () => {
  desk = await startTestDesk();
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency());
  meter = meterUnits(desk.desk.table);
  // The first check of a process also stores the set of rule values.
  await pay(await transport());
});
afterAll(() => desk.stop());

describe('a claim of one line that meets no exception', () => {
  test.each([
    ['of a train fare', transport, 1],
    ['of an agency for one worker', () => placement(1), 1],
    ['of five months away from home, each with a key of its own', retention, 5],
  ])('%s takes no more than it may until it is paid', async (_name, make, keys) => {
    const { transitions, invocations, untilPaid } = await pay(await make());
    expect(transitions).toBeLessThanOrEqual(bars.transitions);
    expect(invocations).toBeLessThanOrEqual(bars.invocations);
    expect(unitsOf(untilPaid), tell(untilPaid)).toBeLessThanOrEqual(
      bars.writeUnits + (keys - 1) * unitsPerFurtherKey,
    );
  });

  test('touches the places that many claims share as often as docs/scale.md says', async () => {
    const { all } = await pay(await transport());
    const inIndexes = all.reduce((sum, { inIndexes: { work = 0 } }) => sum + work, 0);
    const { 'FUND#division': fund, ...queues } = access;
    expect(inIndexes).toBe(Object.values(queues).reduce((sum, { units }) => sum + units, 0));
    const touching = all.filter(({ items }) => items.some((item) => item.includes('FUND/')));
    expect(touching).toHaveLength(fund.transactions);
  });
});

test('each further line of a roster takes no more than it may', async () => {
  const [one, eleven] = [await pay(await placement(1)), await pay(await placement(11))];
  const each = (unitsOf(eleven.untilPaid) - unitsOf(one.untilPaid)) / 10;
  expect(each, tell(eleven.untilPaid)).toBeLessThanOrEqual(bars.unitsPerFurtherLine);
});
