import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  aHired,
  aJob,
  anEmployerOf,
  aWorkshopsRecognition,
  enterpriseFacts,
  hiringRules,
  monthsOf,
  wagesFor,
  workshopFacts,
} from '../../../test/builders/hiring.ts';
import { lineAssessment } from '../../contracts/assessment.ts';
import { reasonCodes } from '../../contracts/reasons.ts';
import type { RuleSet } from '../facts.ts';
import { hiringClaim } from './claim.ts';
import type { HiringFacts } from './facts.ts';
import { assessHiring } from './index.ts';
import { hiringLine } from './instrument.ts';

type Values = Partial<RuleSet['values']['hiring']>;
const applicationId = 'A20200316-7K3M9QW2ZD';

const answer = (facts: HiringFacts, values: Values = {}): string => {
  const assessment = assessHiring(facts, hiringRules(values));
  lineAssessment.parse(assessment);
  const { outcome, amountFen, reasons } = assessment;
  return `${outcome} ${amountFen} ${reasons.join(' ')}`;
};
const paid = 'APPROVE 120000 OK';
const refused = (reasons: string) => `REJECT 0 ${reasons}`;
const review = (reasons: string) => `REVIEW 120000 ${reasons}`;

/** Short months by their days; the pay is enough. */
const days = (...list: readonly (readonly [string, number])[]) =>
  list.map(([month, count]) => ({ month, days: count, payFen: 120_000 }));

describe('a workshop: six months within a year, 6,000 yuan of pay', () => {
  test.each([
    ['six months, 6,000 yuan', monthsOf(6), paid],
    ['five months', monthsOf(5, 200_000), refused('MONTHS_SHORT')],
    ['six months, a fen short', monthsOf(6, 99_999), refused('PAY_SHORT')],
    ['twelve months of 500 yuan', monthsOf(12, 50_000), paid],
    ['thirteen months of 499 yuan: only twelve count', monthsOf(13, 49_900), refused('PAY_SHORT')],
    ['with gaps (b)', monthsOf(12, 110_000).filter((_, at) => at % 2 === 0), paid],
    [
      'five, a pause, then one a year after the first (a)',
      [...monthsOf(5, 150_000), ...monthsOf(13).slice(12)],
      refused('MONTHS_SHORT'),
    ],
    ['over the turn of the year (a)', monthsOf(14, 100_000).slice(8), paid],
  ])('%s', (_case, months, expected) => {
    expect(answer(workshopFacts(months))).toBe(expected);
  });

  test('a county that reads "within a year" as the calendar year counts each year alone (a)', () => {
    const months = monthsOf(14, 100_000).slice(8);
    expect(answer(workshopFacts(months), { yearOf: 'CALENDAR_YEAR' })).toBe(
      refused('MONTHS_SHORT PAY_SHORT'),
    );
    expect(answer(workshopFacts(monthsOf(6)), { yearOf: 'CALENDAR_YEAR' })).toBe(paid);
  });

  test.each([
    [
      'fifteen days make a month',
      days(
        ['2020-02', 15],
        ['2020-03', 15],
        ['2020-04', 15],
        ['2020-05', 15],
        ['2020-06', 15],
        ['2020-07', 15],
      ),
      paid,
    ],
    [
      'fourteen do not',
      days(
        ['2020-02', 15],
        ['2020-03', 15],
        ['2020-04', 15],
        ['2020-05', 15],
        ['2020-06', 15],
        ['2020-07', 14],
      ),
      refused('MONTHS_SHORT'),
    ],
    [
      'thirty loose days make one more',
      days(
        ['2020-02', 15],
        ['2020-03', 15],
        ['2020-04', 15],
        ['2020-05', 15],
        ['2020-06', 15],
        ['2020-07', 14],
        ['2020-08', 14],
        ['2020-09', 2],
      ),
      paid,
    ],
    [
      'twenty-nine do not',
      days(
        ['2020-02', 15],
        ['2020-03', 15],
        ['2020-04', 15],
        ['2020-05', 15],
        ['2020-06', 15],
        ['2020-07', 14],
        ['2020-08', 14],
        ['2020-09', 1],
      ),
      refused('MONTHS_SHORT'),
    ],
  ])('short months: %s', (_case, months, expected) => {
    expect(answer(workshopFacts(months))).toBe(expected);
  });

  test('days before the hiring are no work with this employer', () => {
    const hired = (hiredOn: string) => {
      const facts = workshopFacts(monthsOf(6));
      return answer({ ...facts, claim: { ...facts.claim, hiredOn } });
    };
    expect(hired('2020-02-15')).toBe(paid);
    expect(hired('2020-02-16')).toBe(refused('MONTHS_SHORT'));
  });
  test('days that lie ahead of the claim are no work yet', () => {
    expect(answer(workshopFacts(monthsOf(6), { submittedOn: '2020-07-15' }))).toBe(paid);
    expect(answer(workshopFacts(monthsOf(6), { submittedOn: '2020-07-14' }))).toBe(refused('MONTHS_SHORT'));
    expect(answer(workshopFacts(monthsOf(6), { submittedOn: '2020-06-30' }))).toBe(
      refused('MONTHS_SHORT PAY_SHORT'),
    );
  });
});

describe('what the registers say of the work (c)', () => {
  const withWages = (wages: ReturnType<typeof wagesFor>, spells = [aJob()]) =>
    answer(workshopFacts(monthsOf(6), { worker: aHired({ spells, wages }) }));
  test.each([
    ['the bank shows the same', wagesFor(monthsOf(6)), paid],
    ['the bank shows more', wagesFor(monthsOf(6, 300_000)), paid],
    [
      'the bank shows a fen less in one month',
      wagesFor([...monthsOf(5), ...monthsOf(6, 99_999).slice(5)]),
      review('REGISTER_DIFFERS'),
    ],
    [
      'two transfers in a month add up',
      [...wagesFor(monthsOf(6, 40_000)), ...wagesFor(monthsOf(6, 60_000))],
      paid,
    ],
    [
      'another employer’s wages do not count',
      wagesFor(monthsOf(6), '91140106MA0TAAA25W'),
      review('REGISTER_DOES_NOT_KNOW'),
    ],
    ['the bank shows nothing', [], review('REGISTER_DOES_NOT_KNOW')],
  ])('%s', (_case, wages, expected) => {
    expect(withWages(wages)).toBe(expected);
  });

  test('wages alone show the work; a job that ended in May shows less than is claimed', () => {
    expect(withWages(wagesFor(monthsOf(6)), [])).toBe(paid);
    const untilMay = [aJob({ endsOn: '2020-05-31' })];
    expect(withWages(wagesFor(monthsOf(4, 200_000)), untilMay)).toBe(review('REGISTER_DIFFERS'));
  });

  test('without wages of a month the register’s days must make it one', () => {
    const until = (endsOn: string) => withWages(wagesFor(monthsOf(5, 200_000)), [aJob({ endsOn })]);
    expect(until('2020-07-15')).toBe(paid);
    expect(until('2020-07-14')).toBe(review('REGISTER_DIFFERS'));
  });

  test('neither job nor wage is known: a person looks', () => {
    expect(withWages([], [])).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });

  test('a public-welfare post with the same body is no such work', () => {
    expect(withWages([], [aJob({ kind: 'PUBLIC_WELFARE_POST' })])).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });

  test('a county that takes a wage sheet needs no bank record', () => {
    const facts = (wageProof: boolean) =>
      workshopFacts(monthsOf(6), { worker: aHired({ spells: [aJob({ wageProof })] }) });
    expect(answer(facts(true), { payProof: 'WAGE_SHEET' })).toBe(paid);
    expect(answer(facts(false), { payProof: 'WAGE_SHEET' })).toBe(review('REGISTER_DOES_NOT_KNOW'));
    expect(answer(facts(true), { payProof: 'BANK_RECORD' })).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });
});

describe('the recognition of the workshop', () => {
  const with_ = (recognition: HiringFacts['recognition'], submittedOn = '2020-08-10') =>
    answer(workshopFacts(monthsOf(6), { recognition, submittedOn }));
  test.each([
    ['in force', aWorkshopsRecognition(), paid],
    [
      'suspended when the claim is made',
      aWorkshopsRecognition(['SUSPENDED', '2020-08-10']),
      review('NOT_RECOGNISED'),
    ],
    ['suspended the day after', aWorkshopsRecognition(['SUSPENDED', '2020-08-11']), paid],
    [
      'suspended and taken up again',
      aWorkshopsRecognition(['SUSPENDED', '2020-06-01'], ['ACTIVE', '2020-07-01']),
      paid,
    ],
    ['revoked before the claim', aWorkshopsRecognition(['REVOKED', '2020-08-01']), refused('NOT_RECOGNISED')],
    ['revoked after it', aWorkshopsRecognition(['REVOKED', '2020-08-11']), paid],
  ])('%s', (_case, recognition, expected) => {
    expect(with_(recognition)).toBe(expected);
  });

  test('not yet recognised when the claim is made', () => {
    const later = {
      ...aWorkshopsRecognition(),
      history: [{ status: 'ACTIVE' as const, from: '2020-09-01', reason: '' }],
    };
    expect(with_(later)).toBe(refused('NOT_RECOGNISED'));
  });

  test.each(['UNKNOWN', 'UNAVAILABLE'] as const)('a register that is %s refuses nobody', (recognition) => {
    expect(with_(recognition)).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });

  test('an enterprise that is recognised claims by months, or by its contract if it names one', () => {
    const applicant = anEmployerOf('ENTERPRISE');
    const recognition = aWorkshopsRecognition();
    expect(answer(workshopFacts(monthsOf(6), { applicant, recognition }))).toBe(paid);
    expect(answer(workshopFacts(monthsOf(5), { applicant, recognition }))).toBe(
      refused('MONTHS_SHORT PAY_SHORT'),
    );
    expect(answer(enterpriseFacts({}, { recognition }))).toBe(paid);
    expect(answer(enterpriseFacts({ endsOn: '2020-07-30' }, { recognition }))).toBe(
      refused('CONTRACT_TOO_SHORT'),
    );
  });

  test('an enterprise whose recognition is suspended still claims as a workshop, and a person looks', () => {
    const recognition = aWorkshopsRecognition(['SUSPENDED', '2020-03-01']);
    const applicant = anEmployerOf('ENTERPRISE');
    expect(answer(workshopFacts(monthsOf(6), { applicant, recognition }))).toBe(review('NOT_RECOGNISED'));
  });

  test('an enterprise that is revoked is an enterprise: it needs a contract', () => {
    const recognition = aWorkshopsRecognition(['REVOKED', '2020-03-01']);
    const facts = workshopFacts(monthsOf(6), { applicant: anEmployerOf('ENTERPRISE'), recognition });
    expect(answer(facts)).toBe(review('PROOF_MISSING'));
  });
});

describe('an enterprise: a contract of half a year, and newly hired', () => {
  test.each([
    ['half a year to the day', {}, paid],
    ['a day short', { endsOn: '2020-07-30' }, refused('CONTRACT_TOO_SHORT')],
    ['open-ended', { type: 'OPEN_ENDED', endsOn: undefined }, paid],
    ['until a task is done', { type: 'TASK_BASED', endsOn: undefined }, review('TASK_BASED_CONTRACT')],
  ])('%s', (_case, contract, expected) => {
    expect(answer(enterpriseFacts(contract))).toBe(expected);
  });

  const earlier = (startsOn: string, endsOn: string, rest = {}) =>
    enterpriseFacts(
      {},
      { worker: aHired({ spells: [aJob(), aJob({ spellId: 'S-0', startsOn, endsOn, ...rest })] }) },
    );
  test.each([
    ['left a month ago', earlier('2019-01-01', '2019-12-31'), refused('NOT_NEWLY_HIRED')],
    ['left a year ago to the day (e)', earlier('2018-06-01', '2019-02-01'), refused('NOT_NEWLY_HIRED')],
    ['left a day more than a year ago', earlier('2018-06-01', '2019-01-31'), paid],
    [
      'left another employer',
      earlier('2019-01-01', '2019-12-31', { employerCode: '91140106MA0TAAA25W' }),
      paid,
    ],
    ['left a post with it', earlier('2019-01-01', '2019-12-31', { kind: 'PUBLIC_WELFARE_POST' }), paid],
  ])('who %s', (_case, facts, expected) => {
    expect(answer(facts)).toBe(expected);
  });

  test('a county may count every hiring as new', () => {
    expect(answer(earlier('2019-01-01', '2019-12-31'), { rehireMonths: 0 })).toBe(paid);
  });

  const employed = (...spells: Parameters<typeof aJob>[0][]) =>
    answer(enterpriseFacts({}, { worker: aHired({ spells: spells.map((spell) => aJob(spell)) }) }));
  test('the job is registered within a month before or after the hiring; an older one is for a person', () => {
    expect(employed({ startsOn: '2020-03-03' })).toBe(paid);
    expect(employed({ startsOn: '2020-03-04' })).toBe(review('REGISTER_DOES_NOT_KNOW'));
    expect(employed({ startsOn: '2020-01-01' })).toBe(paid);
    expect(employed({ startsOn: '2019-12-31' })).toBe(review('REGISTER_DIFFERS'));
    expect(employed()).toBe(review('REGISTER_DOES_NOT_KNOW'));
    expect(
      answer(enterpriseFacts({}, { worker: aHired({ spells: [], wages: wagesFor(monthsOf(1)) }) })),
    ).toBe(paid);
  });
});

describe('who the employer is', () => {
  const of = (...given: Parameters<typeof anEmployerOf>) =>
    enterpriseFacts({}, { applicant: anEmployerOf(...given) });
  test.each([
    ['small', of('ENTERPRISE', { sizeClass: 'SMALL' }), paid],
    ['of unknown size', of('ENTERPRISE'), paid],
    ['medium', of('ENTERPRISE', { sizeClass: 'MEDIUM' }), 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED'],
    ['large', of('ENTERPRISE', { sizeClass: 'LARGE' }), 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED'],
    ['a key project', of('KEY_PROJECT'), 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED'],
    ['a leading farm enterprise', of('LEADING_FARM_ENTERPRISE'), paid],
    ['a family farm', of('FAMILY_FARM'), review('NOT_ELIGIBLE_ORGANISATION')],
    ['an individual business (d)', of('INDIVIDUAL_BUSINESS'), review('NOT_ELIGIBLE_ORGANISATION')],
    ['a training provider', of('TRAINING_PROVIDER'), review('NOT_ELIGIBLE_ORGANISATION')],
    ['a public employment service', of('PUBLIC_EMPLOYMENT_SERVICE'), refused('NOT_ELIGIBLE_ORGANISATION')],
    ['not in the register', enterpriseFacts({}, { applicant: 'UNKNOWN' }), review('REGISTER_DOES_NOT_KNOW')],
    [
      'in a register that is down',
      enterpriseFacts({}, { applicant: 'UNAVAILABLE' }),
      review('REGISTER_DOES_NOT_KNOW'),
    ],
  ])('%s', (_case, facts, expected) => {
    expect(answer(facts)).toBe(expected);
  });

  test('the figures of a large enterprise and of a key project are their own', () => {
    const large = { largeEnterpriseFen: 80_000, largeEnterpriseMinContractMonths: 6 };
    expect(answer(of('ENTERPRISE', { sizeClass: 'LARGE' }), large)).toBe('APPROVE 80000 OK');
    const key = { keyProjectFen: 70_000, keyProjectMinContractMonths: 7 };
    expect(answer(of('KEY_PROJECT'), key)).toBe(refused('CONTRACT_TOO_SHORT'));
  });
});

describe('who the worker is', () => {
  const of = (rest: Parameters<typeof aHired>[0]) =>
    answer(workshopFacts(monthsOf(6), { worker: aHired({ wages: wagesFor(monthsOf(6)), ...rest }) }));
  test.each([
    ['sixty-four', { birthDate: '1956-01-01' }, paid],
    ['sixteen on the day of hiring', { birthDate: '2004-02-01' }, paid],
    ['a day younger', { birthDate: '2004-02-02' }, refused('UNDER_AGE')],
    ['not able to work', { workCapacity: 'LOST' as const }, refused('NOT_ABLE_TO_WORK')],
    ['not poor', { povertyStatuses: [] }, refused('NOT_REGISTERED_POOR')],
    [
      'poor when hired, off the list since',
      {
        povertyStatuses: [
          { status: 'REGISTERED_POOR' as const, startsOn: '2014-01-01', endsOn: '2020-02-01' },
        ],
      },
      paid,
    ],
  ])('%s', (_case, rest, expected) => {
    expect(of(rest)).toBe(expected);
  });

  test('not in the register: a person looks', () => {
    expect(answer(workshopFacts(monthsOf(6), { worker: 'UNKNOWN' }))).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });
});

describe('once, and beside what', () => {
  const beside = (instrument: string, period: string) =>
    answer(workshopFacts(monthsOf(6), { others: [{ instrument, period, applicationId }] }));
  test('counted by another application', () => {
    expect(answer(workshopFacts(monthsOf(6), { held: [{ period: 'ONCE', applicationId }] }))).toBe(
      refused('DUPLICATE'),
    );
  });
  test('clause 五.2 is the same subsidy', () => {
    expect(beside('FARM_HIRING_SUBSIDY', 'ONCE')).toBe(refused('DUPLICATE'));
  });
  test('where a county pays more than once for a worker, the other clause is no matter either', () => {
    const others = [{ instrument: 'FARM_HIRING_SUBSIDY', period: 'ONCE', applicationId }];
    expect(answer(workshopFacts(monthsOf(6), { others }), { oncePerWorker: false })).toBe(paid);
  });
  test('a post in a month of work is seen, also where the contract names other months', () => {
    const { claim: contracted } = enterpriseFacts();
    const others = [{ instrument: 'PUBLIC_WORKS_POST', period: '2020-09', applicationId }];
    const claim = { ...contracted, months: monthsOf(8).slice(2) };
    const { checks } = assessHiring({ ...enterpriseFacts({}, { others }), claim }, hiringRules());
    expect(checks.find(({ checkId }) => checkId === 'combination')?.outcome).toBe('CAVEAT');
  });
  test('what other subsidies paid is looked up for the months worked and for the contract’s half year', () => {
    const { claim } = enterpriseFacts();
    const besides = hiringLine.besides?.({ ...claim, months: monthsOf(10).slice(9) }, hiringRules().values);
    const posts = (besides ?? []).filter(({ instrument }) => instrument === 'PUBLIC_WORKS_POST');
    expect(posts.map(({ period }) => period)).toEqual(
      expect.arrayContaining(['2020-02', '2020-07', '2020-11']),
    );
  });
  test('the figures hold for hirings until their last day', () => {
    expect(answer(workshopFacts(), { lastHireOn: '2020-02-01' })).toBe(paid);
    expect(answer(workshopFacts(), { lastHireOn: '2020-01-31' })).toBe(refused('OUT_OF_WINDOW'));
  });
  test.each([
    ['PUBLIC_WORKS_POST', '2020-03', review('EXCLUDED_BENEFIT')],
    ['UNEMPLOYMENT_ASSISTANCE', '2020-03', review('EXCLUDED_BENEFIT')],
    ['OVERSEAS_SUBSIDY', 'ONCE', review('EXCLUDED_BENEFIT')],
    ['SOCIAL_INSURANCE_SUBSIDY', '2020-03', paid],
    ['RETENTION_ALLOWANCE', '2020-03', paid],
    ['TRANSPORT_SUBSIDY', '2020', paid],
  ])('%s', (instrument, period, expected) => {
    expect(beside(instrument, period)).toBe(expected);
  });

  test('the keys that are looked up are those of the other clause and of the months claimed', () => {
    const keys = hiringLine.besides?.(workshopFacts(monthsOf(2)).claim, hiringRules().values);
    expect(keys).toContainEqual({ instrument: 'FARM_HIRING_SUBSIDY', period: 'ONCE' });
    expect(keys).toContainEqual({ instrument: 'PUBLIC_WORKS_POST', period: '2020-03' });
    expect(keys).not.toContainEqual({ instrument: 'PUBLIC_WORKS_POST', period: '2020-04' });
    const byContract = hiringLine.besides?.(enterpriseFacts().claim, hiringRules().values);
    expect(byContract).toContainEqual({ instrument: 'UNEMPLOYMENT_ASSISTANCE', period: '2020-07' });
  });
});

describe('what cannot be claimed', () => {
  const claim = (rest: object) =>
    hiringClaim.safeParse({ hiredOn: '2020-02-01', workplace: '141124', months: monthsOf(1), ...rest })
      .success;
  test.each([
    ['neither contract nor months', { months: [] }],
    ['a month twice', { months: [...monthsOf(1), ...monthsOf(1)] }],
    ['a month before the hiring', { hiredOn: '2020-03-01' }],
    ['thirty days in February', { months: [{ month: '2020-02', days: 30, payFen: 1 }] }],
    ['no day in a month', { months: [{ month: '2020-02', days: 0, payFen: 1 }] }],
    [
      'a contract that ended before the hiring',
      {
        contract: {
          number: '1',
          type: 'FIXED_TERM',
          signedOn: '2019-01-01',
          startsOn: '2019-01-01',
          endsOn: '2019-12-31',
        },
      },
    ],
  ])('%s', (_case, rest) => {
    expect(claim({})).toBe(true);
    expect(claim(rest)).toBe(false);
  });
});

test('the page names every reason that the checks can give', () => {
  const here = new URL('./', import.meta.url);
  const files = [
    'contract',
    'employer',
    'index',
    'job',
    'once',
    'sum',
    'work-checks',
    '../contract-term',
    '../poor-worker',
    '../combinations',
    '../applicant-known',
  ];
  const source = files.map((file) => readFileSync(new URL(`${file}.ts`, here), 'utf8')).join('');
  const readme = readFileSync(new URL('README.md', here), 'utf8');
  const given = reasonCodes.filter((code) => source.includes(`'${code}'`) && code !== 'RULE_NOT_CONFIGURED');
  for (const code of given) expect(readme, code).toContain(`\`${code}\``);
});
