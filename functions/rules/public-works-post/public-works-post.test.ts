import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  aPost,
  inPost,
  postFacts,
  postRules,
  type Attended,
  type PostChange,
} from '../../../test/builders/public-works.ts';
import { lineAssessment } from '../../contracts/assessment.ts';
import { reasonCodes } from '../../contracts/reasons.ts';
import type { RuleSet } from '../facts.ts';
import { postClaim } from './claim.ts';
import { assessPost } from './index.ts';
import { postLine } from './instrument.ts';

type Values = Partial<RuleSet['values']['publicWorks']>;
const applicationId = 'A20200316-7K3M9QW2ZD';

const answer = (months: readonly Attended[], change: PostChange = {}, values: Values = {}): string => {
  const assessment = assessPost(postFacts(months, change), postRules(values));
  lineAssessment.parse(assessment);
  const { outcome, amountFen, reasons, entitlements } = assessment;
  const paidFor = entitlements.map(({ period }) => period.slice(5)).join(' ');
  return `${outcome} ${amountFen} ${reasons.join(' ')}${paidFor === '' ? '' : ` ${paidFor}`}`;
};
const two = ['2020-03', '2020-04'];
const paid = 'APPROVE 120000 OK 03 04';
const refused = (reasons: string) => `REJECT 0 ${reasons}`;
const review = (reasons: string) => `REVIEW 120000 ${reasons} 03 04`;
const notSet = 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED';
const held = (...periods: readonly string[]): PostChange => ({
  facts: { held: periods.map((period) => ({ period, applicationId })) },
});

describe('the pay: the county’s figure for each month', () => {
  test('two months', () => {
    expect(answer(two)).toBe(paid);
    expect(answer(two, {}, { monthlyFen: 70_001 })).toBe('APPROVE 140002 OK 03 04');
  });
  test('as shipped there is none, and the claim is kept', () => {
    expect(answer(two, {}, { monthlyFen: null })).toBe(notSet);
  });
  test('fifteen days make a month', () => {
    expect(answer([['2020-03', 15]])).toBe('APPROVE 60000 OK 03');
    expect(answer([['2020-03', 14]])).toBe(refused('NO_COUNTED_MONTH'));
    expect(answer([['2020-03', 0], '2020-04'])).toBe('APPROVE 60000 NO_COUNTED_MONTH 04');
    expect(answer([['2020-04', 29]], {}, { minDaysPerMonth: 31 })).toBe(refused('NO_COUNTED_MONTH'));
    expect(answer([['2020-04', 30]], {}, { minDaysPerMonth: 31 })).toBe('APPROVE 60000 OK 04');
  });
  test('a month that lies ahead of the claim waits', () => {
    expect(answer(two, { facts: { submittedOn: '2020-04-01' } })).toBe(paid);
    expect(answer(two, { facts: { submittedOn: '2020-03-31' } })).toBe('APPROVE 60000 NO_COUNTED_MONTH 03');
  });
});

describe('the term, and each month once', () => {
  test('without a figure the post’s own end holds', () => {
    expect(answer(['2020-03', '2020-04', '2020-05', '2020-06', '2020-07', '2020-08'])).toBe(
      'APPROVE 360000 OK 03 04 05 06 07 08',
    );
  });
  test.each([
    ['as many as the term', two, {}, 2, paid],
    ['one more', two, {}, 1, 'APPROVE 60000 PERIOD_EXHAUSTED 03'],
    ['used up before', ['2020-06'], held('2020-03', '2020-04'), 2, refused('PERIOD_EXHAUSTED')],
    ['one left', ['2020-06', '2020-07'], held('2020-03', '2020-04'), 3, 'APPROVE 60000 PERIOD_EXHAUSTED 06'],
    ['held by another post', two, held('2020-03', '2020-04'), null, refused('DUPLICATE')],
    ['one of them held', two, held('2020-03'), null, 'APPROVE 60000 DUPLICATE 04'],
  ])('%s', (_case, months, change, maxMonths, expected) => {
    expect(answer(months, change, { maxMonths })).toBe(expected);
  });
  test('the keys that are looked up are the months of the agreement', () => {
    const { claim } = postFacts(['2020-08']);
    expect(postLine.periods(claim, postRules().values)).toEqual([
      '2020-03',
      '2020-04',
      '2020-05',
      '2020-06',
      '2020-07',
      '2020-08',
    ]);
  });
});

describe('the post as the county approved it', () => {
  const of = (rest: Parameters<typeof aPost>[0], claim = {}) =>
    answer(two, { facts: { post: aPost(rest) }, claim });
  test.each(['DISINFECTION', 'COMMUNITY_PATROL', 'ENVIRONMENT', 'ECOLOGY', 'RURAL_CONSTRUCTION'] as const)(
    '%s is listed',
    (kind) => {
      expect(of({ kind })).toBe(paid);
    },
  );
  test('another kind needs a reason, and a person weighs it', () => {
    expect(of({ kind: 'OTHER', kindReason: '看护' })).toBe(review('OUTSIDE_SOFT_LIMIT'));
    expect(of({ kind: 'OTHER' })).toBe(review('PROOF_MISSING'));
  });
  test('months outside its term', () => {
    expect(of({ startsOn: '2020-03-31', endsOn: '2020-04-01' })).toBe(paid);
    expect(of({ startsOn: '2020-04-01' })).toBe(review('REGISTER_DIFFERS'));
    expect(of({ endsOn: '2020-03-31' })).toBe(review('REGISTER_DIFFERS'));
  });
  test('places beyond the quota', () => {
    expect(of({}, { placeNo: 3 })).toBe(paid);
    expect(of({}, { placeNo: 4 })).toBe(review('REGISTER_DIFFERS'));
  });
  test('not approved, or not known', () => {
    const { approvedOn, ...unapproved } = aPost();
    expect(approvedOn).toBeDefined();
    expect(answer(two, { facts: { post: unapproved } })).toBe(review('PROOF_MISSING'));
    expect(answer(two, { facts: { post: 'UNKNOWN' } })).toBe(review('REGISTER_DOES_NOT_KNOW'));
    expect(answer(two, { facts: { post: 'UNAVAILABLE' } })).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });
});

describe('the worker', () => {
  const leave = (reason: string, villageConfirmed = true) =>
    answer(two, { claim: { unableToLeave: { reason, villageConfirmed } } });
  test('cannot leave: health, care, epidemic control or another reason, confirmed by the village', () => {
    for (const reason of ['HEALTH', 'CARE', 'EPIDEMIC_CONTROL', 'OTHER']) expect(leave(reason)).toBe(paid);
    expect(leave('NONE')).toBe(refused('ABLE_TO_LEAVE'));
    expect(leave('CARE', false)).toBe(review('PROOF_MISSING'));
  });
  test.each([
    ['not poor', { povertyStatuses: [] }, refused('NOT_REGISTERED_POOR')],
    ['sixteen on the first day', { birthDate: '2004-03-01' }, paid],
    ['a day younger', { birthDate: '2004-03-02' }, refused('UNDER_AGE')],
    ['not able to work', { workCapacity: 'LOST' as const }, refused('NOT_ABLE_TO_WORK')],
    ['able in part', { workCapacity: 'PARTIAL' as const }, paid],
    ['of another county', { homeDivision: '140925' }, review('REGISTER_DIFFERS')],
  ])('%s', (_case, record, expected) => {
    expect(answer(two, { record })).toBe(expected);
  });
  test('in no register', () => {
    expect(answer(two, { facts: { worker: 'UNKNOWN' } })).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });
  test('an account in another name', () => {
    expect(answer(two, { facts: { payeeIsWorker: false } })).toBe(review('PAYEE_NOT_WORKER'));
  });
});

describe('what the employment register shows', () => {
  const spells = (...list: Parameters<typeof inPost>[0][]) =>
    answer(two, { record: { spells: list.map((one) => inPost(one)) } });
  test('the post in each month', () => {
    expect(spells({})).toBe(paid);
    expect(spells({ endsOn: '2020-04-01' })).toBe(paid);
    expect(spells({ endsOn: '2020-03-31' })).toBe(review('REGISTER_DIFFERS'));
    expect(spells()).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });
  test('another full job in a month is for a person; a few days of one are not', () => {
    const other = (startsOn: string, endsOn: string) =>
      spells({}, { kind: 'LOCAL_ENTERPRISE', spellId: 'S-2', startsOn, endsOn });
    expect(other('2020-04-01', '2020-04-15')).toBe(review('EXCLUDED_BENEFIT'));
    expect(other('2020-04-01', '2020-04-14')).toBe(paid);
    expect(other('2020-05-01', '2020-08-31')).toBe(paid);
    expect(other('2020-03-18', '2020-04-14')).toBe(paid);
  });
  test('where a month counts only whole, a job of the whole of April is a full job too', () => {
    const job = inPost({
      kind: 'LOCAL_ENTERPRISE',
      spellId: 'S-2',
      startsOn: '2020-04-01',
      endsOn: '2020-04-30',
    });
    expect(
      answer([['2020-04', 30]], { record: { spells: [inPost({}), job] } }, { minDaysPerMonth: 31 }),
    ).toContain('EXCLUDED_BENEFIT');
  });
});

describe('not together with', () => {
  test.each([
    ['RETENTION_ALLOWANCE', '2020-03', review('EXCLUDED_BENEFIT')],
    ['UNEMPLOYMENT_ASSISTANCE', '2020-04', review('EXCLUDED_BENEFIT')],
    ['TRANSPORT_SUBSIDY', '2020', review('EXCLUDED_BENEFIT')],
    ['PLACEMENT_SUBSIDY', 'ONCE', review('EXCLUDED_BENEFIT')],
    ['HIRING_SUBSIDY', 'ONCE', review('EXCLUDED_BENEFIT')],
    ['SOCIAL_INSURANCE_SUBSIDY', '2020-03', paid],
    ['TRAINING_SUBSIDY', '2020#BASIC_SKILL', paid],
  ])('%s', (instrument, period, expected) => {
    expect(answer(two, { facts: { others: [{ instrument, period, applicationId }] } })).toBe(expected);
  });
  test('the keys looked up are those of the months claimed', () => {
    const keys = postLine.besides?.(postFacts(two).claim, postRules().values);
    expect(keys).toContainEqual({ instrument: 'RETENTION_ALLOWANCE', period: '2020-04' });
    expect(keys).toContainEqual({ instrument: 'TRANSPORT_SUBSIDY', period: '2020' });
    expect(keys).not.toContainEqual({ instrument: 'RETENTION_ALLOWANCE', period: '2020-05' });
  });
});

describe('what cannot be claimed', () => {
  const claim = (rest: object) => postClaim.safeParse({ ...postFacts(two).claim, ...rest }).success;
  const month = (name: string, attendanceDays: number) => ({ months: [{ month: name, attendanceDays }] });
  test.each([
    ['no month', { months: [] }],
    ['a month twice', { months: [...month('2020-03', 20).months, ...month('2020-03', 20).months] }],
    ['a month before the agreement', month('2020-02', 20)],
    ['a month after it', month('2020-09', 20)],
    ['thirty-one days in April', month('2020-04', 31)],
    ['an agreement without an end', { agreedTo: undefined }],
    ['an agreement that ends before it starts', { agreedTo: '2020-02-29' }],
    ['an agreement of more than three years', { agreedTo: '2023-03-01' }],
  ])('%s', (_case, rest) => {
    expect(claim({})).toBe(true);
    expect(claim(rest)).toBe(false);
  });
  test('three years to the day can be', () => {
    expect(claim({ agreedTo: '2023-02-28' })).toBe(true);
  });
});

test('the page names every reason that the checks can give', () => {
  const here = new URL('./', import.meta.url);
  const files = ['index', 'months', 'post', 'worker', '../poor-worker', '../combinations', '../own-account'];
  const source = files.map((file) => readFileSync(new URL(`${file}.ts`, here), 'utf8')).join('');
  const readme = readFileSync(new URL('README.md', here), 'utf8');
  for (const code of reasonCodes.filter((one) => source.includes(`'${one}'`)))
    expect(readme, code).toContain(`\`${code}\``);
});
