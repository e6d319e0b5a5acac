import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import { noticeId } from '../../functions/contracts/notice.ts';
import { newObjectionId } from '../../functions/platform/ids.ts';
import { changePayee } from '../../functions/store/change-payee.ts';
import { raiseObjection } from '../../functions/store/notices/raise-objection.ts';
import { replaceLine } from '../../functions/store/replace-line.ts';
import { withdrawApplication } from '../../functions/store/withdraw-application.ts';
import {
  aDraft,
  anAgency,
  aPlacementLine,
  aSeat,
  aSpell,
  aTransportLine,
  citizenNo,
} from '../builders/claims.ts';
import { people, startTestDesk, todaysMachine, type TestDesk } from '../support/test-desk.ts';
import { frozenReleases } from './frozen.ts';

let next = 9000;
const someone = () => citizenNo(next++).citizenId;

/** An application that was begun under the old machine, and how it goes on to its end. */
type Story = {
  readonly name: string;
  readonly ends: 'CLOSED' | 'REFUSED' | 'WITHDRAWN';
  readonly begin: (desk: TestDesk) => Promise<ApplicationId>;
  readonly goOn: (desk: TestDesk, id: ApplicationId) => Promise<unknown>;
};

const clear = async (desk: TestDesk): Promise<ApplicationId> => {
  const citizenId = someone();
  await desk.putWorker(citizenId, { seats: [aSeat()] });
  const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
  await desk.submit(id);
  return id;
};
const unclear = async (desk: TestDesk): Promise<ApplicationId> => {
  const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(someone())]);
  await desk.submit(id);
  return id;
};
const roster = async (desk: TestDesk): Promise<ApplicationId> => {
  const lines = Array.from({ length: 620 }, (_, index) => aPlacementLine(index + 1, someone()));
  for (const { worker } of lines) if (worker) await desk.putWorker(worker.citizenId, { spells: [aSpell()] });
  const id = await desk.file(aDraft('PLACEMENT_SUBSIDY'), lines, people.agency);
  await desk.submit(id, people.agency);
  return id;
};

const approve = async (desk: TestDesk, id: ApplicationId) => {
  await desk.advanceDays(14);
  await desk.decide(id, people.approver, 'APPROVE');
};
const toTheMoney = async (desk: TestDesk, id: ApplicationId) => {
  await approve(desk, id);
  await desk.book(id);
};
const correct = async (desk: TestDesk, id: ApplicationId) => {
  const right = someone();
  await desk.putWorker(right, { seats: [aSeat()] });
  const { version } = await desk.head(id);
  const request = desk.request('line');
  await replaceLine(desk.desk, {
    id,
    version,
    line: aTransportLine(right),
    actor: people.village,
    at: desk.now(),
    request,
  });
  await desk.submit(id);
};
const object = async (desk: TestDesk, id: ApplicationId) =>
  desk.carryOut(
    raiseObjection(desk.desk, {
      id: noticeId.parse((await desk.head(id)).noticeId),
      objectionId: newObjectionId(),
      text: '此人当时没有外出务工，请核实。',
      at: desk.now(),
      request: desk.request('objection'),
    }),
  );
const correctAccount = async (desk: TestDesk, id: ApplicationId) => {
  const { version } = await desk.head(id);
  const account = { kind: 'BANK_CARD' as const, number: '6222020000000007' };
  const payee = { holderName: '登记姓名', bankName: '测试银行', account };
  const request = desk.request('payee');
  await desk.carryOut(
    changePayee(desk.desk, { id, version, payee, actor: people.village, at: desk.now(), request }),
  );
};
const withdraw = async (desk: TestDesk, id: ApplicationId) => {
  const { version } = await desk.head(id);
  const request = desk.request('withdraw');
  await desk.carryOut(
    withdrawApplication(desk.desk, {
      id,
      version,
      reason: '重复申报',
      actor: people.village,
      at: desk.now(),
      request,
    }),
  );
};

const stories: Story[] = [
  { name: 'a clear claim is paid', ends: 'CLOSED', begin: clear, goOn: toTheMoney },
  {
    name: 'a claim that was returned is corrected, checked again and paid',
    ends: 'CLOSED',
    begin: async (desk) => {
      const id = await unclear(desk);
      const marked = [{ lineNo: 1, field: 'worker.citizenId', note: '身份证号与姓名不符' }];
      await desk.decide(id, people.verifier, 'RETURN', { marked });
      return id;
    },
    goOn: async (desk, id) => {
      await correct(desk, id);
      await toTheMoney(desk, id);
    },
  },
  {
    name: 'a claim that nobody corrects is withdrawn at its deadline',
    ends: 'WITHDRAWN',
    begin: async (desk) => {
      const id = await unclear(desk);
      await desk.decide(id, people.verifier, 'RETURN', { marked: [{ field: 'payee', note: '账户有误' }] });
      return id;
    },
    goOn: (desk) => desk.advanceDays(40),
  },
  {
    name: 'a claim lies with the verifier, who approves it, and is paid',
    ends: 'CLOSED',
    begin: unclear,
    goOn: async (desk, id) => {
      const lines = [{ lineNo: 1, outcome: 'APPROVE' as const, reason: '已电话核实' }];
      await desk.decide(id, people.verifier, 'APPROVE', { lines });
      await toTheMoney(desk, id);
    },
  },
  {
    name: 'an objection is dismissed, and the claim is paid',
    ends: 'CLOSED',
    begin: async (desk) => {
      const id = await clear(desk);
      await object(desk, id);
      return id;
    },
    goOn: async (desk, id) => {
      await desk.decide(id, people.reviewer, 'DISMISS');
      await toTheMoney(desk, id);
    },
  },
  {
    name: 'an objection that comes later is upheld',
    ends: 'REFUSED',
    begin: clear,
    goOn: async (desk, id) => {
      await object(desk, id);
      await desk.decide(id, people.reviewer, 'UPHOLD', { reason: '经核实未外出' });
    },
  },
  {
    name: 'money that the bank sent back is paid to the corrected account',
    ends: 'CLOSED',
    begin: async (desk) => {
      const id = await clear(desk);
      await approve(desk, id);
      await desk.book(id, 'RETURNED');
      return id;
    },
    goOn: async (desk, id) => {
      await correctAccount(desk, id);
      await desk.book(id);
    },
  },
  {
    name: 'a roster of 620, checked in two goes, is approved by two people and paid',
    ends: 'CLOSED',
    begin: roster,
    goOn: async (desk, id) => {
      const { visited } = await desk.execution(id);
      expect(visited.filter((state) => state === 'CheckApplication')).toHaveLength(2);
      await approve(desk, id);
      await desk.decide(id, people.secondApprover, 'APPROVE');
      await desk.book(id);
    },
  },
  {
    name: 'the approver refuses',
    ends: 'REFUSED',
    begin: async (desk) => {
      const id = await clear(desk);
      await desk.advanceDays(14);
      return id;
    },
    goOn: (desk, id) => desk.decide(id, people.approver, 'REFUSE', { reason: '不符合规定' }),
  },
  { name: 'a claim on notice is withdrawn', ends: 'WITHDRAWN', begin: clear, goOn: withdraw },
];

const endOf = async (desk: TestDesk, id: ApplicationId) => {
  const { status, output, visited } = await desk.execution(id);
  const { ended } = JSON.parse(output ?? '{}') as { ended?: string };
  return { status, ended, state: (await desk.head(id)).state, visited };
};

describe.each(frozenReleases())('executions begun under $name, with today’s functions', ({ definition }) => {
  describe.each([
    ['on the old machine to the end', definition],
    ['with today’s machine deployed while they wait', todaysMachine],
  ])('%s', (_case, deployed) => {
    let desk: TestDesk;
    beforeAll(async () => {
      desk = await startTestDesk('2020-06-15T01:00:00.000Z', undefined, definition);
      await desk.putFund(10_000_000_000);
      await desk.putOrganisation(anAgency());
    });
    afterAll(() => desk.stop());

    test.each(stories)('$name', async ({ begin, goOn, ends }) => {
      await desk.deployMachine(definition);
      const id = await begin(desk);
      const before = await desk.machineOf(id);
      await desk.deployMachine(deployed);
      await goOn(desk, id);
      expect(await endOf(desk, id)).toMatchObject({ status: 'SUCCEEDED', ended: ends, state: ends });
      // An execution keeps the machine it began with, whatever was deployed meanwhile.
      expect((await desk.machineOf(id)).definition).toBe(before.definition);
    });

    test('what is submitted after the deployment runs on the machine that was deployed', async () => {
      await desk.deployMachine(definition);
      const before = await clear(desk);
      await desk.deployMachine(deployed);
      const after = await clear(desk);
      const [old, now] = [await desk.machineOf(before), await desk.machineOf(after)];
      expect(now.definition === old.definition).toBe(deployed === definition);
    });
  });
});
