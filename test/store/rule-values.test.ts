import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId } from '../../functions/contracts/application.ts';
import type { RuleChange } from '../../functions/contracts/rule-proposal.ts';
import { newProposalId } from '../../functions/platform/ids.ts';
import { replayAll } from '../../functions/store/assessments/replay.ts';
import { readHead } from '../../functions/store/read-application.ts';
import { readAssessment } from '../../functions/store/reading/read-assessment.ts';
import { decideProposal } from '../../functions/store/rule-values/decide-proposal.ts';
import { followUpApproval, sweepFollowUps } from '../../functions/store/rule-values/follow-up.ts';
import { importValues } from '../../functions/store/rule-values/import-values.ts';
import { listProposals } from '../../functions/store/rule-values/list-proposals.ts';
import { proposeValues } from '../../functions/store/rule-values/propose-values.ts';
import { currentBook } from '../../functions/store/rule-values/rule-book.ts';
import { withdrawProposal } from '../../functions/store/rule-values/withdraw-proposal.ts';
import { aDraft, aRetentionLine, aSeat, aSpell, aTransportLine, citizenNo } from '../builders/claims.ts';
import { county, people, person, startTestDesk, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
const { ruleAdmin } = people;
const other = person('rules-2', ['RULE_ADMIN']);
const provincial = person('rules-p', ['RULE_ADMIN'], { division: '140000' });
const provincialToo = person('rules-q', ['RULE_ADMIN'], { division: '140000' });

const document = '临人社发〔2020〕12号';
const set = (ruleId: string, value: RuleChange['value'], rest: Partial<RuleChange> = {}): RuleChange => ({
  ruleId,
  value,
  from: '2020-01-01',
  source: document,
  ...rest,
});

const request = (actor: string) => ({ operation: 'values', caller: actor, key: randomUUID(), bodyHash: 'h' });
const asked = (actor = ruleAdmin, proposalId = newProposalId(actor.division, '2020-06-15')) => ({
  division: actor.division,
  proposalId,
  actor,
  at: desk.now(),
  request: request(actor.id),
});
const propose = async (changes: RuleChange[], actor = ruleAdmin) => {
  const input = asked(actor);
  await proposeValues(desk.desk, { ...input, changes });
  return input.proposalId;
};
const decide = (
  proposalId: ReturnType<typeof newProposalId>,
  actor = other,
  decision: 'APPROVE' | 'REJECT' = 'APPROVE',
) => decideProposal(desk.desk, { ...asked(actor, proposalId), decision, reason: '与文件核对' });
const approved = async (changes: RuleChange[], actor = ruleAdmin, by = other) =>
  decide(await propose(changes, actor), by);
const valuesOn = async (day: string) => (await currentBook(desk.desk.table, county)).rulesOn(day).values;
const faultsOf = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => undefined,
    (found: unknown) => found as { code?: string; details?: { errors?: { path: string; code: string }[] } },
  );
  return [
    error?.code ?? 'NONE',
    ...(error?.details?.errors ?? []).map(({ path, code }) => `${path} ${code}`),
  ];
};

beforeAll(async () => {
  desk = await startTestDesk();
  await desk.putFund(1_000_000_000);
});
afterAll(() => desk.stop());

describe('a value that a county sets', () => {
  test('is in force once another person has approved it, from its first day on and not before', async () => {
    const id = await propose([set('transport.capFen', 60_000, { from: '2020-03-01' })]);
    expect((await valuesOn('2020-03-01')).transport.capFen).toBe(80_000);
    await decide(id);
    expect((await valuesOn('2020-03-01')).transport.capFen).toBe(60_000);
    expect((await valuesOn('2020-02-29')).transport.capFen).toBe(80_000);
  });

  test('is not approved by whoever proposed it, nor by another county’s administrator', async () => {
    const id = await propose([set('minimumAge', 17)]);
    await expect(decide(id, ruleAdmin)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await expect(decide(id, person('n', ['RULE_ADMIN'], { division: '140925' }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(withdrawProposal(desk.desk, asked(other, id))).rejects.toMatchObject({ code: 'NOT_YOURS' });
    await withdrawProposal(desk.desk, asked(ruleAdmin, id));
    await expect(decide(id)).rejects.toMatchObject({ code: 'PROPOSAL_DECIDED' });
    expect((await valuesOn('2020-06-15')).minimumAge).toBe(16);
  });

  test('two who decide at once: one does, the other is told', async () => {
    const id = await propose([set('deadlines.approval', 4)]);
    const third = person('rules-3', ['RULE_ADMIN']);
    const results = await Promise.allSettled([decide(id, other), decide(id, third, 'REJECT')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'PROPOSAL_DECIDED' },
    });
  });

  test('a request that is repeated with its key proposes once', async () => {
    const input = { ...asked(), changes: [set('deadlines.payment', 9)] };
    const first = await proposeValues(desk.desk, input);
    const again = await proposeValues(desk.desk, {
      ...input,
      proposalId: newProposalId(county, '2020-06-16'),
    });
    expect(again).toEqual(first);
  });
});

describe('what is wrong with a proposal is said at once, and nothing is kept', () => {
  test('a rule nobody knows, no document number, overlapping periods, a figure of the wrong kind', async () => {
    const before = (await listProposals(desk.desk.table, { division: county, limit: 100 })).items.length;
    const changes = [
      set('transport.nothing', 1),
      set('overseas.amountFen', 300_000, { source: '县里说的' }),
      set('publicWorks.monthlyFen', 'viel'),
      set('retention.monthlyFen', 10_000, { from: '2020-02-01', to: '2020-04-30' }),
      set('retention.monthlyFen', 12_000, { from: '2020-04-30' }),
    ];
    expect(await faultsOf(propose(changes))).toEqual([
      'RULE_VALUES_WRONG',
      expect.stringMatching(/^changes\[0\]\.ruleId /),
      'changes[1].source DOCUMENT_NUMBER_MISSING',
      expect.stringMatching(/^changes\[2\]\.value /),
      expect.stringMatching(/^changes\[[34]\]\.from PERIODS_OVERLAP/),
    ]);
    expect((await listProposals(desk.desk.table, { division: county, limit: 100 })).items).toHaveLength(
      before,
    );
  });

  test('a county above the province’s cap', async () => {
    expect(await faultsOf(propose([set('transport.capFen', 90_000, { from: '2020-05-01' })]))).toEqual([
      'RULE_VALUES_WRONG',
      expect.stringMatching(/^changes\[0\]\.value .*CAP/),
    ]);
  });

  test('a cap that the province lowers afterwards holds for the county too', async () => {
    await approved([set('transport.capFen', 70_000, { from: '2020-07-01' })]);
    await approved([set('transport.capFen', 50_000, { from: '2020-08-01' })], provincial, provincialToo);
    expect((await valuesOn('2020-07-31')).transport.capFen).toBe(70_000);
    expect((await valuesOn('2020-08-01')).transport.capFen).toBe(50_000);
  });

  test('a file of another county, or that is none', async () => {
    const header = '规则编号,级别,行政区划,值,生效日期,终止日期,依据文件';
    const fileOf = (text: string) => importValues(desk.desk, { ...asked(), text });
    expect(
      await faultsOf(fileOf(`${header}\nminimumAge,COUNTY,140925,16,2020-01-01,,${document}\n`)),
    ).toEqual(['RULE_VALUES_WRONG', 'row 2, division OTHER_DIVISION']);
    expect(await faultsOf(fileOf('nothing'))).toEqual(['RULE_FILE_UNREADABLE']);
  });
});

describe('a claim whose figure nobody has set', () => {
  const worker = citizenNo(4101).citizenId;
  let id: ApplicationId;
  const away = aSpell({ kind: 'OUTSIDE_COUNTY', workplace: '320500', startsOn: '2020-03-01' });

  beforeAll(async () => {
    await approved([set('retention.monthlyFen', null, { from: '2020-02-01' })]);
    await desk.putWorker(worker, { spells: [away], seats: [aSeat()] });
    id = await desk.file(aDraft('RETENTION_ALLOWANCE'), [aRetentionLine(worker)]);
    await desk.submit(id);
  });

  test('is kept, and the administrator’s task names the value, the county’s day and nothing else', async () => {
    const head = await readHead(desk.desk.table, id);
    expect(head?.wait?.kind).toBe('CONFIGURE');
    expect(head?.tally?.missing).toEqual([
      { ruleId: 'retention.monthlyFen', on: expect.any(String) as string },
    ]);
  });

  test('goes on by itself when the value is approved; a value of another rule lets nothing go on', async () => {
    const follow = async (proposalId: ReturnType<typeof newProposalId>) =>
      followUpApproval(
        desk.desk,
        desk.machine.answer,
        { division: county, proposalId, approvedAt: desk.now() },
        { at: desk.now(), room: 50 },
      );
    const unrelated = await propose([set('deadlines.correction', 6)]);
    await decide(unrelated);
    expect(await follow(unrelated)).toBe(0);
    const wanted = await propose([set('retention.monthlyFen', 15_000, { from: '2020-02-01' })]);
    await decide(wanted);
    expect(await follow(wanted)).toBe(1);
    await desk.engine.idle();
    expect(await readHead(desk.desk.table, id)).toMatchObject({
      state: 'IN_VERIFICATION',
      tally: { overall: 'REVIEW', run: 2 },
    });
  });

  test('an approval whose request died is followed up by the sweeper', async () => {
    const late = citizenNo(4102).citizenId;
    await approved([set('retention.monthlyFen', null, { from: '2020-02-01' })]);
    await desk.putWorker(late, { spells: [away], seats: [aSeat()] });
    const claim = await desk.file(aDraft('RETENTION_ALLOWANCE'), [aRetentionLine(late)]);
    await desk.submit(claim);
    expect((await readHead(desk.desk.table, claim))?.wait?.kind).toBe('CONFIGURE');
    await approved([set('retention.monthlyFen', 16_000, { from: '2020-02-01' })]);
    await desk.advanceDays(1);
    expect(await sweepFollowUps(desk.desk, desk.machine.answer, desk.now())).toBe(1);
    await desk.engine.idle();
    expect((await readHead(desk.desk.table, claim))?.state).toBe('IN_VERIFICATION');
  });

  test('what was decided before keeps the values it was decided by, and replays the same', async () => {
    const record = await readAssessment(desk.desk, id, 1);
    const used = record?.record.assessment.checks.flatMap(({ values }) => values);
    expect(used).toContainEqual({ ruleId: 'retention.monthlyFen', value: 15_000, source: document });
    const outcomes: string[] = [];
    for await (const { verdict } of replayAll(desk.desk.table)) outcomes.push(verdict);
    expect(outcomes.length).toBeGreaterThan(2);
    expect(new Set(outcomes)).toEqual(new Set(['SAME']));
  });
});

test('a deadline that the county sets counts for the next task', async () => {
  await approved([set('deadlines.verification', 1, { from: '2020-06-01' })]);
  const claimant = citizenNo(4103).citizenId;
  const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(claimant)]);
  expect(desk.now().slice(0, 10)).toBe('2020-06-16');
  await desk.submit(id);
  const head = await readHead(desk.desk.table, id);
  expect([head?.wait?.kind, head?.wait?.dueOn]).toEqual(['VERIFY', '2020-06-17']);
});
