import { postRecord, type PostRecord } from '../../functions/contracts/registers/post.ts';
import {
  employmentSpell,
  workerRecord,
  type EmploymentSpell,
  type WorkerRecord,
} from '../../functions/contracts/registers/worker.ts';
import { parseRuleValues, type RuleValues } from '../../functions/contracts/rule-values.ts';
import { daysInMonth } from '../../functions/rules/calendar/days.ts';
import type { RuleSet } from '../../functions/rules/facts.ts';
import { postClaim } from '../../functions/rules/public-works-post/claim.ts';
import type { PostFacts } from '../../functions/rules/public-works-post/facts.ts';
import { valuesInForce } from '../../functions/rules/values/index.ts';

/* A poor worker of 临县 who cannot leave, in a post of disinfection from March to August 2020; the county pays 600. */

const source = { register: 'TEST', asOf: '2020-12-31', version: 1 };

export const postRules = (changed: Partial<RuleValues['publicWorks']> = {}): RuleSet => {
  const { values, sources } = valuesInForce('141124', '2020-03-01');
  const publicWorks = { ...values.publicWorks, monthlyFen: 60_000, ...changed };
  return { values: parseRuleValues({ ...values, publicWorks }), sources };
};

export const aPost = (rest: Partial<PostRecord> = {}): PostRecord =>
  postRecord.parse({
    postId: 'GW-1',
    kind: 'DISINFECTION',
    division: '141124',
    quota: 3,
    fundSource: '统筹整合扶贫资金',
    startsOn: '2020-03-01',
    endsOn: '2020-08-31',
    approvedOn: '2020-02-25',
    source,
    ...rest,
  });

export const inPost = (rest: Partial<EmploymentSpell> = {}): EmploymentSpell =>
  employmentSpell.parse({
    spellId: 'S-1',
    kind: 'PUBLIC_WELFARE_POST',
    employerName: '测试村委会',
    workplace: '141124',
    startsOn: '2020-03-01',
    endsOn: '2020-08-31',
    wageProof: true,
    source,
    ...rest,
  });

export const aHomeWorker = (rest: Partial<WorkerRecord> = {}): WorkerRecord =>
  workerRecord.parse({
    subject: 'W-1',
    birthDate: '1985-06-12',
    homeDivision: '141124',
    povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2014-01-01' }],
    workCapacity: 'ABLE',
    relocated: false,
    spells: [inPost()],
    seats: [],
    source,
    ...rest,
  });

/** Months with their days of attendance; a month alone was attended whole. */
export type Attended = string | readonly [month: string, days: number];

export type PostChange = {
  readonly record?: Partial<WorkerRecord>;
  readonly claim?: Record<string, unknown>;
  readonly facts?: Partial<Omit<PostFacts, 'claim' | 'instrument'>>;
};

export const postFacts = (
  months: readonly Attended[],
  { record, claim, facts }: PostChange = {},
): PostFacts => ({
  instrument: 'PUBLIC_WORKS_POST',
  worker: aHomeWorker(record),
  post: aPost(),
  held: [],
  others: [],
  division: '141124',
  payeeIsWorker: true,
  ...facts,
  claim: postClaim.parse({
    postId: 'GW-1',
    county: '141124',
    placeNo: 1,
    agreedFrom: '2020-03-01',
    agreedTo: '2020-08-31',
    unableToLeave: { reason: 'CARE', villageConfirmed: true },
    months: months.map((one) =>
      typeof one === 'string'
        ? { month: one, attendanceDays: daysInMonth(one) }
        : { month: one[0], attendanceDays: one[1] },
    ),
    ...claim,
  }),
});
