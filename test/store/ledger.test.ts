import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import { ledgerEntry } from '../../functions/contracts/ledger.ts';
import { TransientError } from '../../functions/platform/errors.ts';
import { ledgerPk } from '../../functions/store/ledger/read-ledger.ts';
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
let next = 31_000;
const someone = () => citizenNo(next++).citizenId;

beforeAll(async () => {
  desk = await startTestDesk('2020-07-01T01:00:00.000Z');
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency('91140106MA0TAAA172'));
});
afterAll(() => desk.stop());

const ledgerOf = async (instrument: string, citizenId: string, period: string) => {
  const { Items = [] } = await desk.desk.table.documents.send(
    new QueryCommand({
      TableName: desk.desk.table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :entry)',
      ExpressionAttributeValues: {
        ':pk': ledgerPk(instrument, desk.desk.vault.lookup('citizen', citizenId), period),
        ':entry': 'ENTRY#',
      },
    }),
  );
  return Items.map((item) => ledgerEntry.parse(item));
};

const pay = async (id: ApplicationId): Promise<void> => {
  await desk.advanceDays(14);
  await desk.decide(id, people.approver, 'APPROVE');
  if ((await desk.head(id)).state === 'IN_APPROVAL') await desk.decide(id, people.secondApprover, 'APPROVE');
  await desk.book(id);
  await desk.clock.advance(60_000);
  await desk.engine.idle();
  expect(await desk.head(id)).toMatchObject({ state: 'CLOSED' });
};

describe('what is paid stands in the ledger', () => {
  test('once, with the payout and the assessment it rests on, and not before the bank has paid', async () => {
    const citizenId = someone();
    await desk.putWorker(citizenId, { seats: [aSeat()] });
    const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
    await desk.submit(id);
    expect(await ledgerOf('TRANSPORT_SUBSIDY', citizenId, '2020')).toEqual([]);
    desk.twice.add('CloseApplication');
    await pay(id);
    expect(await ledgerOf('TRANSPORT_SUBSIDY', citizenId, '2020')).toMatchObject([
      {
        kind: 'GROSS',
        side: 'PAY',
        amountFen: 55_300,
        applicationId: id,
        payoutId: `${id}.PAYOUT.1`,
        run: 1,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        by: 'system',
      },
    ]);
  });

  test('month by month, each month by itself', async () => {
    const citizenId = someone();
    await desk.putWorker(citizenId, {
      spells: [
        aSpell({ kind: 'OUTSIDE_COUNTY', workplace: '320500', startsOn: '2020-01-15', employerCode: 'x' }),
      ],
    });
    const id = await desk.file(aDraft('RETENTION_ALLOWANCE'), [aRetentionLine(citizenId)]);
    await desk.submit(id);
    await pay(id);
    for (const month of ['2020-02', '2020-06'])
      expect(await ledgerOf('RETENTION_ALLOWANCE', citizenId, month)).toMatchObject([{ amountFen: 20_000 }]);
    expect(await ledgerOf('RETENTION_ALLOWANCE', citizenId, '2020-07')).toEqual([]);
  });

  test('once for each worker of a long roster, though the closing is cut short in the middle', async () => {
    const citizens = Array.from({ length: 120 }, someone);
    await Promise.all(citizens.map((citizenId) => desk.putWorker(citizenId, { spells: [aSpell()] })));
    const id = await desk.file(
      aDraft('PLACEMENT_SUBSIDY'),
      citizens.map((citizenId, index) => aPlacementLine(index + 1, citizenId)),
      people.agency,
    );
    await desk.submit(id, people.agency);
    const { documents } = desk.desk.table;
    const send = documents.send.bind(documents);
    let killed = 0;
    const breaking = (command: { constructor: { name: string }; input?: unknown }) => {
      const closes = JSON.stringify(command.input ?? {}).includes('"type":"CLOSED"');
      if (command.constructor.name === 'TransactWriteCommand' && closes && killed++ === 0)
        throw new TransientError('killed before the last transaction');
      return send(command as never);
    };
    Object.assign(documents, { send: breaking });
    try {
      await pay(id);
    } finally {
      Object.assign(documents, { send });
    }
    expect(killed).toBeGreaterThan(1);
    const ledgers = await Promise.all(
      citizens.map((citizenId) => ledgerOf('PLACEMENT_SUBSIDY', citizenId, 'ONCE')),
    );
    expect(ledgers.map((entries) => entries.map(({ amountFen }) => amountFen))).toEqual(
      citizens.map(() => [50_000]),
    );
  });
});
