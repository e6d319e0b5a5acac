import { describe, expect, test, vi } from 'vitest';
import { getDivisionSummaryOperation } from '../../contracts/api/divisions.ts';
import type { Actor } from '../../contracts/actor.ts';
import type { CountyFigures } from '../../store/reading/read-county-figures.ts';
import { aHead, anActor } from '../../../test/builders/rows.ts';
import { getDivisionSummary } from './get-division-summary.ts';

const tally = {
  run: 1,
  approve: 1,
  reject: 0,
  review: 0,
  notConfigured: 0,
  amountFen: 500,
  overall: 'APPROVE' as const,
  reasons: ['OK' as const],
};
const fund = { sanctionedFen: 1000, reservedFen: 300, paidFen: 200, availableFen: 500 };

const figures = (more: Partial<CountyFigures> = {}): CountyFigures => ({
  heads: [aHead({ tally, lineCount: 2 }), aHead({ tally, state: 'CLOSED' })],
  fund,
  waiting: [
    { kind: 'VERIFY', since: '2020-03-10T02:00:00.000Z', dueOn: '2020-03-13' },
    { kind: 'VERIFY', since: '2020-03-15T02:00:00.000Z', dueOn: '2020-03-20' },
  ],
  ...more,
});

const summarise = async (division: string, actor: Actor, answer = figures()) => {
  const readCounty = vi.fn<(county: string) => Promise<CountyFigures>>().mockResolvedValue(answer);
  const summary = await getDivisionSummary({ readCounty })({
    actor,
    at: '2020-03-16T02:00:00.000Z',
    requestId: 'r',
    params: { division },
    query: {},
    body: undefined,
  });
  const counties = readCounty.mock.calls.map(([county]) => county);
  return { summary: getDivisionSummaryOperation.response.parse(summary), counties };
};

const province = anActor('PROVINCE_SUPERVISOR', { division: '140000' });

test('a county’s figures count applications, lines and money by state, and how old its queues are', async () => {
  const { summary } = await summarise('141124', anActor('COUNTY_VERIFIER'));
  expect(summary).toEqual({
    division: '141124',
    byState: [
      {
        instrument: 'TRANSPORT_SUBSIDY',
        state: 'IN_VERIFICATION',
        applications: 1,
        lines: 2,
        amountFen: 500,
      },
      { instrument: 'TRANSPORT_SUBSIDY', state: 'CLOSED', applications: 1, lines: 1, amountFen: 500 },
    ],
    byReason: [{ reason: 'OK', applications: 2 }],
    fund,
    queues: [{ kind: 'VERIFY', open: 2, overdue: 1, oldestDays: 6 }],
  });
});

describe('a prefecture', () => {
  test('is the sum of its counties', async () => {
    const { summary, counties } = await summarise('141100', province);
    expect(counties).toContain('141124');
    expect(counties.every((county) => county.startsWith('1411'))).toBe(true);
    expect(summary.byState[1]).toMatchObject({
      applications: counties.length,
      amountFen: 500 * counties.length,
    });
    expect(summary.fund?.availableFen).toBe(500 * counties.length);
  });

  test('without a fund in any county has none, rather than one of nothing', async () => {
    const { summary } = await summarise('141100', province, figures({ fund: undefined }));
    expect(summary).not.toHaveProperty('fund');
  });
});

test('the province is the sum of all 117', async () => {
  expect((await summarise('140000', province)).counties).toHaveLength(117);
});

test('a division that is none of ours is not found, nor read', async () => {
  await expect(summarise('149900', province)).rejects.toMatchObject({ status: 404, code: 'NOT_FOUND' });
  await expect(summarise('141124', anActor('COUNTY_VERIFIER', { division: '141125' }))).rejects.toMatchObject(
    {
      code: 'OTHER_COUNTY',
    },
  );
});
