import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  asRegistered,
  away,
  aWorker,
  retentionFacts,
  retentionRules,
  workshop,
  type Change,
} from '../../../test/builders/retention.ts';
import { lineAssessment } from '../../contracts/assessment.ts';
import { reasonCodes } from '../../contracts/reasons.ts';
import type { ClaimedSpell } from './claim.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';
import { assessRetention } from './index.ts';

type Spells = readonly ClaimedSpell[];

const assess = (spells: Spells, change: Change = {}, values: Partial<RuleValues['retention']> = {}) =>
  lineAssessment.parse(assessRetention(retentionFacts(spells, change), retentionRules(values)));

/** `APPROVE 400.00 OK 02 03`: the outcome, the yuan, every reason, the months. */
const answer = (...question: Parameters<typeof assess>): string => {
  const { outcome, amountFen, reasons, entitlements } = assess(...question);
  const months = entitlements.map(({ period }) => period.replace('2020-', ''));
  return [outcome, amountFen / 100, ...reasons, ...months].join(' ');
};

const checkIn = (checkId: string, ...question: Parameters<typeof assess>) =>
  assess(...question).checks.find((check) => check.checkId === checkId);

const wholeWindow = away('2020-02-01', '2020-06-30');

const poor = (startsOn: string, endsOn?: string) => ({
  povertyStatuses: [{ status: 'REGISTERED_POOR' as const, startsOn, endsOn }],
});

describe('200 yuan for each month really worked', () => {
  test.each<[string, Spells, string]>([
    ['the whole window, outside the county', [wholeWindow], 'APPROVE 1000 OK 02 03 04 05 06'],
    [
      'the whole window, in a local workshop',
      [workshop('2020-02-01', '2020-06-30')],
      'APPROVE 1000 OK 02 03 04 05 06',
    ],
    [
      'long before and long after: never more than five months',
      [away('2019-01-01', '2020-12-31')],
      'APPROVE 1000 OK 02 03 04 05 06',
    ],
    ['before the date of the notice', [away('2020-02-01', '2020-02-29')], 'APPROVE 200 OK 02'],
  ])('%s', (_case, spells, expected) => {
    expect(answer(spells)).toBe(expected);
  });
});

describe('(a) a month counts from 15 days on', () => {
  test.each<[string, Spells, string]>([
    ['15 days of March', [away('2020-03-01', '2020-03-15')], 'APPROVE 200 OK 03'],
    ['14 days of March', [away('2020-03-01', '2020-03-14')], 'REJECT 0 NO_COUNTED_MONTH'],
    ['the last 15 days of June', [away('2020-06-16', '2020-06-30')], 'APPROVE 200 OK 06'],
    ['the last 14 days of June', [away('2020-06-17', '2020-06-30')], 'REJECT 0 NO_COUNTED_MONTH'],
    [
      '14 days of March and 14 of April: no month, though 28 days',
      [away('2020-03-18', '2020-04-14')],
      'REJECT 0 NO_COUNTED_MONTH',
    ],
    [
      '15 days of March in three pieces',
      [away('2020-03-01', '2020-03-05'), away('2020-03-11', '2020-03-15'), away('2020-03-27', '2020-03-31')],
      'APPROVE 200 OK 03',
    ],
    ['14 days in March, whole April', [away('2020-03-18', '2020-04-30')], 'APPROVE 200 OK 04'],
  ])('%s', (_case, spells, expected) => {
    expect(answer(spells)).toBe(expected);
  });

  test('the lenient switch: any day makes a month', () => {
    const spells = [away('2020-03-31', '2020-05-01')];
    expect(answer(spells, {}, { minDaysPerMonth: 1 })).toBe('APPROVE 600 OK 03 04 05');
  });

  test('the strict switch: a whole month, be it of 29, 30 or 31 days', () => {
    expect(answer([wholeWindow], {}, { minDaysPerMonth: 31 })).toBe('APPROVE 1000 OK 02 03 04 05 06');
    const almost = [
      away('2020-02-02', '2020-03-31'),
      away('2020-04-01', '2020-04-29'),
      away('2020-05-01', '2020-05-30'),
    ];
    expect(answer(almost, {}, { minDaysPerMonth: 31 })).toBe('APPROVE 200 OK 03');
  });
});

describe('the window, 1 February to 30 June 2020, both days included', () => {
  test.each<[string, Spells, string]>([
    ['31 January is before it', [away('2020-01-01', '2020-01-31')], 'REJECT 0 OUT_OF_WINDOW'],
    ['1 July is after it', [away('2020-07-01', '2020-08-31')], 'REJECT 0 OUT_OF_WINDOW'],
    ['15 days from 1 February', [away('2020-01-10', '2020-02-15')], 'APPROVE 200 OK 02'],
    [
      '14 days of February after days of January',
      [away('2020-01-10', '2020-02-14')],
      'REJECT 0 NO_COUNTED_MONTH',
    ],
    [
      '(g) February has 29 days: 15 to 29 is a month',
      [away('2020-02-15', '2020-02-29')],
      'APPROVE 200 OK 02',
    ],
    ['15 days to 30 June', [away('2020-06-16', '2020-09-30')], 'APPROVE 200 OK 06'],
    [
      'days of July add nothing to 14 of June',
      [away('2020-06-17', '2020-07-31')],
      'REJECT 0 NO_COUNTED_MONTH',
    ],
  ])('%s', (_case, spells, expected) => {
    expect(answer(spells)).toBe(expected);
  });

  test('a claim made long after the window is accepted', () => {
    expect(answer([wholeWindow], { facts: { submittedOn: '2021-03-01' } })).toBe(
      'APPROVE 1000 OK 02 03 04 05 06',
    );
  });

  test.each([
    ['on 15 April: April has its 15 days', '2020-04-15', 'APPROVE 600 OK 02 03 04'],
    ['on 14 April: April has not', '2020-04-14', 'APPROVE 400 OK 02 03'],
    ['on the first day of work', '2020-02-01', 'REJECT 0 NO_COUNTED_MONTH'],
    ['before any work', '2020-01-31', 'REJECT 0 OUT_OF_WINDOW'],
  ])('work that lies ahead of the claim is not paid yet: made %s', (_case, submittedOn, expected) => {
    expect(answer([wholeWindow], { facts: { submittedOn } })).toBe(expected);
  });
});

describe('(A) work outside the home county, of any kind', () => {
  const from = (rest: Partial<ClaimedSpell>) => [away('2020-03-01', '2020-03-31', rest)];

  test.each<[string, Spells, string]>([
    ['(b) no contract and no wage record is asked for', from({ wageProof: false }), 'APPROVE 200 OK 03'],
    ['in another county of the city', from({ workplace: '141129' }), 'APPROVE 200 OK 03'],
    ['(d) in Japan', from({ workplace: 'JPN' }), 'APPROVE 200 OK 03'],
    ['(d) in Hong Kong', from({ workplace: '810000' }), 'APPROVE 200 OK 03'],
    ['self-employed', from({ kind: 'SELF_EMPLOYED' }), 'APPROVE 200 OK 03'],
    ['on a farm', from({ kind: 'LOCAL_FARM_ENTITY' }), 'APPROVE 200 OK 03'],
    [
      'in a workshop of another county',
      from({ kind: 'LOCAL_WORKSHOP', workplace: '141129' }),
      'APPROVE 200 OK 03',
    ],
    [
      'a public-welfare post of another county: it is paid for itself',
      from({ kind: 'PUBLIC_WELFARE_POST' }),
      'REJECT 0 WRONG_EMPLOYMENT_KIND',
    ],
    ['called outside, but in the home county', from({ workplace: '141124' }), 'REJECT 0 NOT_OUTSIDE_COUNTY'],
  ])('%s', (_case, spells, expected) => {
    expect(answer(spells)).toBe(expected);
  });

  test.each([
    ['the register shows the county itself', '141124'],
    ['the register shows no more than the city either', '141100'],
  ])('"somewhere in 吕梁" may be the home county, so a person looks: %s', (_case, workplace) => {
    const spells = from({ workplace: '141100' });
    const record = { spells: asRegistered(from({ workplace })) };
    expect(answer(spells, { record })).toBe('REVIEW 200 REGISTER_DIFFERS 03');
  });

  test('"somewhere in Suzhou" is outside, whatever district the register names', () => {
    const record = { spells: asRegistered(from({ workplace: '320583' })) };
    expect(answer(from({}), { record })).toBe('APPROVE 200 OK 03');
  });
});

describe('(B) a stable job in a workshop or enterprise of the home county (c)', () => {
  const from = (rest: Partial<ClaimedSpell>) => [workshop('2020-03-01', '2020-03-31', rest)];

  test.each<[string, Spells, string]>([
    ['a workshop', from({}), 'APPROVE 200 OK 03'],
    ['an enterprise', from({ kind: 'LOCAL_ENTERPRISE' }), 'APPROVE 200 OK 03'],
    ['(e) self-employment: no', from({ kind: 'SELF_EMPLOYED' }), 'REJECT 0 WRONG_EMPLOYMENT_KIND'],
    ['a farm business: no', from({ kind: 'LOCAL_FARM_ENTITY' }), 'REJECT 0 WRONG_EMPLOYMENT_KIND'],
    [
      'a public-welfare post as the only work: no',
      from({ kind: 'PUBLIC_WELFARE_POST' }),
      'REJECT 0 WRONG_EMPLOYMENT_KIND',
    ],
    [
      'a public-welfare post beside the workshop does no harm',
      [...from({}), ...from({ kind: 'PUBLIC_WELFARE_POST' })],
      'APPROVE 200 OK 03',
    ],
    [
      'a post until 20 March, a workshop from 18 March: only the workshop’s 14 days',
      [
        workshop('2020-03-01', '2020-03-20', { kind: 'PUBLIC_WELFARE_POST' }),
        workshop('2020-03-18', '2020-03-31'),
      ],
      'REJECT 0 NO_COUNTED_MONTH',
    ],
    [
      'without contract and wage record: a person looks',
      from({ wageProof: false }),
      'REVIEW 200 PROOF_MISSING 03',
    ],
  ])('%s', (_case, spells, expected) => {
    expect(answer(spells)).toBe(expected);
  });

  test('nothing but work at home of kinds that do not count, one of it called "outside"', () => {
    const spells = [...from({ kind: 'SELF_EMPLOYED' }), ...from({ kind: 'OUTSIDE_COUNTY' })];
    expect(answer(spells)).toBe('REJECT 0 WRONG_EMPLOYMENT_KIND');
  });

  test('(b) there is no shortest time and no lowest pay: those came in 2023', () => {
    expect(answer([workshop('2020-03-01', '2020-03-15')])).toBe('APPROVE 200 OK 03');
  });

  test('(b) proof is asked for each month that counts', () => {
    const spells = [
      workshop('2020-03-01', '2020-03-31'),
      workshop('2020-04-01', '2020-04-30', { wageProof: false }),
    ];
    expect(answer(spells)).toBe('REVIEW 400 PROOF_MISSING 03 04');
    expect(checkIn('proof', spells)?.sentence.zh).toMatch(/^2020-04 /);
  });

  test('a month that does not count needs none', () => {
    const spells = [
      workshop('2020-03-01', '2020-03-31'),
      workshop('2020-04-01', '2020-04-14', { wageProof: false }),
    ];
    expect(answer(spells)).toBe('APPROVE 200 OK 03');
  });

  test('the register’s own wage record is proof too', () => {
    const record = { spells: asRegistered(from({ wageProof: true })) };
    expect(answer(from({ wageProof: false }), { record })).toBe('APPROVE 200 OK 03');
  });
});

describe('(f) no day counts twice', () => {
  test.each<[string, Spells, string]>([
    [
      'a month split between away and a workshop is one month',
      [away('2020-03-01', '2020-03-10'), workshop('2020-03-11', '2020-03-31')],
      'APPROVE 200 OK 03',
    ],
    [
      'away until 20 April, a workshop from 15 April',
      [away('2020-02-01', '2020-04-20'), workshop('2020-04-15', '2020-06-30')],
      'APPROVE 1000 OK 02 03 04 05 06',
    ],
    [
      'two jobs in the same 14 days are 14 days',
      [away('2020-03-01', '2020-03-14'), away('2020-03-01', '2020-03-14', { workplace: '110105' })],
      'REJECT 0 NO_COUNTED_MONTH',
    ],
    [
      'overlapping spells: 8 and 8 days, 14 together',
      [away('2020-03-01', '2020-03-08'), away('2020-03-07', '2020-03-14')],
      'REJECT 0 NO_COUNTED_MONTH',
    ],
    ['the same spell twice', [wholeWindow, wholeWindow], 'APPROVE 1000 OK 02 03 04 05 06'],
    [
      'days proven in part: 20 away, 11 in a workshop without proof',
      [away('2020-03-01', '2020-03-20'), workshop('2020-03-21', '2020-03-31', { wageProof: false })],
      'APPROVE 200 OK 03',
    ],
  ])('%s', (_case, spells, expected) => {
    expect(answer(spells)).toBe(expected);
  });
});

describe('the worker, on the days worked', () => {
  test.each<[string, Change['record'], string]>([
    [
      'lifted out of poverty and still assisted',
      { povertyStatuses: [{ status: 'LIFTED_STILL_ASSISTED', startsOn: '2018-01-01' }] },
      'APPROVE 1000 OK 02 03 04 05 06',
    ],
    [
      'off the list after the window: that cancels nothing',
      poor('2014-01-01', '2020-06-30'),
      'APPROVE 1000 OK 02 03 04 05 06',
    ],
    [
      'off the list on 15 April: 15 days of April count',
      poor('2014-01-01', '2020-04-15'),
      'APPROVE 600 OK 02 03 04',
    ],
    [
      'off the list on 14 April: April does not count',
      poor('2014-01-01', '2020-04-14'),
      'APPROVE 400 OK 02 03',
    ],
    [
      'an entry of 16 April says that the help has ended, beside one without an end',
      {
        povertyStatuses: [
          { status: 'NONE', startsOn: '2020-04-16' },
          { status: 'LIFTED_STILL_ASSISTED', startsOn: '2018-01-01' },
        ],
      },
      'APPROVE 600 OK 02 03 04',
    ],
    ['on the list from 16 June', poor('2020-06-16'), 'APPROVE 200 OK 06'],
    [
      'on the list from 17 June: poor while working, but no month counts',
      poor('2020-06-17'),
      'REJECT 0 NO_COUNTED_MONTH',
    ],
    ['on the list after the window only', poor('2020-07-01'), 'REJECT 0 NOT_REGISTERED_POOR'],
    ['never on the list', { povertyStatuses: [] }, 'REJECT 0 NOT_REGISTERED_POOR'],
    ['sixteen on 17 April: 14 days of April are of age', { birthDate: '2004-04-17' }, 'APPROVE 400 OK 05 06'],
    [
      'sixteen on 16 April: the birthday counts, so 15 days are',
      { birthDate: '2004-04-16' },
      'APPROVE 600 OK 04 05 06',
    ],
    ['born on a leap day, sixteen on 29 February', { birthDate: '2004-02-29' }, 'APPROVE 800 OK 03 04 05 06'],
    [
      'sixteen on 30 June: of age, but no month counts',
      { birthDate: '2004-06-30' },
      'REJECT 0 NO_COUNTED_MONTH',
    ],
    ['sixteen on 1 July', { birthDate: '2004-07-01' }, 'REJECT 0 UNDER_AGE'],
    ['a woman of 64', { birthDate: '1956-01-01' }, 'APPROVE 1000 OK 02 03 04 05 06'],
    ['able in part', { workCapacity: 'PARTIAL' }, 'APPROVE 1000 OK 02 03 04 05 06'],
    ['registered as not able to work', { workCapacity: 'LOST' }, 'REJECT 0 NOT_ABLE_TO_WORK'],
    [
      'off the list in March, sixteen in April: never both at once, so no month counts',
      { ...poor('2014-01-01', '2020-03-31'), birthDate: '2004-04-01' },
      'REJECT 0 NO_COUNTED_MONTH',
    ],
  ])('%s', (_who, record, expected) => {
    expect(answer([wholeWindow], record === undefined ? {} : { record })).toBe(expected);
  });

  test('days off the list or under age that were not worked change nothing', () => {
    const record = { ...poor('2020-03-01', '2020-03-31'), birthDate: '2004-03-01' };
    expect(answer([away('2020-03-01', '2020-03-31')], { record })).toBe('APPROVE 200 OK 03');
  });

  test('leaving the list after the window is no reason of its own where the work does not count anyway', () => {
    const garden = away('2020-02-01', '2020-12-31', { kind: 'SELF_EMPLOYED', workplace: '141124' });
    const record = poor('2014-01-01', '2020-08-31');
    expect(answer([garden], { record })).toBe('REJECT 0 WRONG_EMPLOYMENT_KIND');
  });

  test('nor is being on the list only before and after such work an entitlement', () => {
    const garden = away('2020-03-01', '2020-04-30', { kind: 'SELF_EMPLOYED', workplace: '141124' });
    const statuses = [
      ...poor('2014-01-01', '2020-02-29').povertyStatuses,
      ...poor('2020-05-01').povertyStatuses,
    ];
    expect(answer([garden], { record: { povertyStatuses: statuses } })).toBe(
      'REJECT 0 NOT_REGISTERED_POOR WRONG_EMPLOYMENT_KIND',
    );
  });
});

describe('what the registers say', () => {
  const march = [away('2020-03-01', '2020-03-31')];

  test.each(['UNKNOWN', 'UNAVAILABLE'] as const)(
    'a workers’ register that is %s refuses nothing: a person looks',
    (worker) => {
      expect(answer(march, { facts: { worker } })).toBe('REVIEW 200 REGISTER_DOES_NOT_KNOW 03');
    },
  );

  test('without a record nobody can say what lies outside the home county: nothing is refused for it', () => {
    const facts = { worker: 'UNKNOWN' as const };
    expect(answer([workshop('2020-03-01', '2020-03-31')], { facts })).toBe(
      'REVIEW 200 REGISTER_DOES_NOT_KNOW 03',
    );
    expect(answer([away('2020-03-01', '2020-03-31', { workplace: '141124' })], { facts })).toBe(
      'REVIEW 200 REGISTER_DOES_NOT_KNOW 03',
    );
  });

  test.each<[string, Spells, string]>([
    ['no work at all', [], 'REVIEW 200 REGISTER_DOES_NOT_KNOW 03'],
    [
      'only work in another month',
      [away('2020-04-01', '2020-04-30')],
      'REVIEW 200 REGISTER_DOES_NOT_KNOW 03',
    ],
    [
      'work in another place',
      [away('2020-03-01', '2020-03-31', { workplace: '110105' })],
      'REVIEW 200 REGISTER_DIFFERS 03',
    ],
    [
      'a public-welfare post at home in that month',
      [workshop('2020-03-01', '2020-03-31', { kind: 'PUBLIC_WELFARE_POST' })],
      'REVIEW 200 REGISTER_DIFFERS 03',
    ],
    [
      'a public-welfare post in that very place',
      [away('2020-03-01', '2020-03-31', { kind: 'PUBLIC_WELFARE_POST' })],
      'REVIEW 200 REGISTER_DIFFERS 03',
    ],
    ['14 of the days', [away('2020-03-01', '2020-03-14')], 'REVIEW 200 REGISTER_DIFFERS 03'],
    ['15 of the days: the month stands', [away('2020-03-01', '2020-03-15')], 'APPROVE 200 OK 03'],
  ])('the employment register shows %s', (_what, known, expected) => {
    expect(answer(march, { record: { spells: asRegistered(known) } })).toBe(expected);
  });

  test('the register bears out a stretch of work only on the days that are claimed for it', () => {
    const spells = [
      away('2020-03-01', '2020-03-07'),
      away('2020-03-08', '2020-03-31', { workplace: '110105' }),
    ];
    const record = { spells: asRegistered([away('2020-03-01', '2020-03-31')]) };
    expect(answer(spells, { record })).toBe('REVIEW 200 REGISTER_DIFFERS 03');
  });

  test('work that goes on has no last day in the register', () => {
    const spells = asRegistered(march).map((spell) => ({ ...spell, endsOn: undefined }));
    expect(answer(march, { record: { spells } })).toBe('APPROVE 200 OK 03');
  });

  test('a job at home is borne out only by a workshop or an enterprise', () => {
    const known = asRegistered([workshop('2020-03-01', '2020-03-31', { kind: 'SELF_EMPLOYED' })]);
    expect(answer([workshop('2020-03-01', '2020-03-31')], { record: { spells: known } })).toBe(
      'REVIEW 200 REGISTER_DIFFERS 03',
    );
  });

  test('where claim and register both name an employer, it must be the same', () => {
    const at = (employerCode: string) => [workshop('2020-03-01', '2020-03-31', { employerCode })];
    const record = { spells: asRegistered(at('91350100M000100Y43')) };
    expect(answer(at('91141124MA0TE5T088'), { record })).toBe('REVIEW 200 REGISTER_DIFFERS 03');
    expect(answer(at('91350100M000100Y43'), { record })).toBe('APPROVE 200 OK 03');
    expect(answer([workshop('2020-03-01', '2020-03-31')], { record })).toBe('APPROVE 200 OK 03');
  });

  test.each([
    ['poor', {}],
    ['whose other record may be the poor one', { povertyStatuses: [] }],
  ])(
    'a record that was merged into another, %s: a person looks, and nothing is refused for it',
    (_who, rest) => {
      const record = { ...rest, mergedInto: 'W-2' };
      expect(answer(march, { record })).toBe('REVIEW 200 REGISTER_DIFFERS 03');
      expect(checkIn('worker-registered', march, { record })).toMatchObject({ outcome: 'CAVEAT' });
    },
  );

  test('another county than the home county handles the claim: a person looks', () => {
    expect(answer(march, { facts: { division: '141129' } })).toBe('REVIEW 200 REGISTER_DIFFERS 03');
  });
});

test('the money goes to the worker’s own account: another name goes to a person', () => {
  const paidTo = (payeeIsWorker: boolean) => answer([wholeWindow], { facts: { payeeIsWorker } });
  expect(paidTo(true)).toBe('APPROVE 1000 OK 02 03 04 05 06');
  expect(paidTo(false)).toBe('REVIEW 1000 PAYEE_NOT_WORKER 02 03 04 05 06');
});

describe('each person, each month, once', () => {
  const held = (...periods: string[]) => ({
    facts: { held: periods.map((period) => ({ period, applicationId: 'A20200316-7K3M9QW2ZD' })) },
  });

  test('months that another application holds are left out, the others are paid, and it says why', () => {
    expect(answer([wholeWindow], held('2020-03', '2020-05'))).toBe('APPROVE 600 DUPLICATE 02 04 06');
    expect(checkIn('each-month-once', [wholeWindow], held('2020-03'))?.sentence.en).toContain(
      'A20200316-7K3M9QW2ZD',
    );
  });

  test('for a month that another application holds no proof is asked', () => {
    const march = workshop('2020-03-01', '2020-03-31', { wageProof: false });
    const april = away('2020-04-01', '2020-04-30');
    expect(answer([march, april], held('2020-03'))).toBe('APPROVE 200 DUPLICATE 04');
    expect(answer([march, april])).toBe('REVIEW 400 PROOF_MISSING 03 04');
  });

  test('nor that the register shows it', () => {
    const known = {
      ...held('2020-02'),
      worker: { spells: asRegistered([away('2020-03-01', '2020-06-30')]) },
    };
    expect(answer([wholeWindow], known)).toBe('APPROVE 800 DUPLICATE 03 04 05 06');
  });

  test.each([
    [
      'a temporary post in a month that counts',
      'PUBLIC_WORKS_POST',
      '2020-03',
      'REVIEW 200 EXCLUDED_BENEFIT 03',
    ],
    ['unemployment assistance', 'UNEMPLOYMENT_ASSISTANCE', '2020-03', 'REVIEW 200 EXCLUDED_BENEFIT 03'],
    ['a temporary post in another month', 'PUBLIC_WORKS_POST', '2020-04', 'APPROVE 200 OK 03'],
    ['the transport subsidy', 'TRANSPORT_SUBSIDY', '2020', 'APPROVE 200 OK 03'],
  ])('beside %s (POLICY 5)', (_case, instrument, period, expected) => {
    const others = [{ instrument, period, applicationId: 'A20200316-7K3M9QW2ZD' }];
    expect(answer([away('2020-03-01', '2020-03-31')], { facts: { others } })).toBe(expected);
  });

  test('all of them held: refused', () => {
    expect(answer([away('2020-03-01', '2020-03-31')], held('2020-03'))).toBe('REJECT 0 DUPLICATE');
  });

  test('a month that is held but does not count changes nothing', () => {
    expect(answer([away('2020-03-01', '2020-04-14')], held('2020-04'))).toBe('APPROVE 200 OK 03');
  });
});

describe('the sum is not set', () => {
  const unset = { monthlyFen: null };

  test('the claim is kept and payment is blocked', () => {
    expect(answer([wholeWindow], {}, unset)).toBe('NOT_CONFIGURED 0 RULE_NOT_CONFIGURED');
  });

  test('what the notice refuses is refused all the same', () => {
    expect(answer([wholeWindow], { record: { workCapacity: 'LOST' } }, unset)).toBe(
      'REJECT 0 NOT_ABLE_TO_WORK',
    );
  });

  test('a county that pays less pays less', () => {
    expect(answer([wholeWindow], {}, { monthlyFen: 15_000 })).toBe('APPROVE 750 OK 02 03 04 05 06');
  });
});

describe('explained', () => {
  test('a refusal says every reason at once, the most important first', () => {
    const record = { povertyStatuses: [], birthDate: '2010-01-01', workCapacity: 'NONE' as const };
    expect(answer([workshop('2019-03-01', '2019-03-31', { kind: 'SELF_EMPLOYED' })], { record })).toBe(
      'REJECT 0 NOT_REGISTERED_POOR UNDER_AGE NOT_ABLE_TO_WORK WRONG_EMPLOYMENT_KIND',
    );
    expect(answer([away('2019-03-01', '2019-03-31')], { record })).toBe(
      'REJECT 0 NOT_REGISTERED_POOR UNDER_AGE NOT_ABLE_TO_WORK OUT_OF_WINDOW',
    );
  });

  test('what is open is said at once too', () => {
    const spells = [workshop('2020-03-01', '2020-03-31', { wageProof: false })];
    const change = { record: { spells: [] }, facts: { division: '141129' } };
    expect(answer(spells, change)).toBe(
      'REVIEW 200 PROOF_MISSING REGISTER_DIFFERS REGISTER_DOES_NOT_KNOW 03',
    );
  });

  test('every check names clause 六.2, says its sentence in Chinese and English, and gives the source of what it read', () => {
    const { checks, clause } = assess([wholeWindow]);
    expect(clause).toBe('六.2');
    for (const check of checks) {
      expect(check.clause).toBe('六.2');
      expect(check.sentence.zh).toMatch(/[一-龥].*。$/);
      expect(check.sentence.en).toMatch(/^[A-Z0-9].*\.$/);
      for (const { source } of check.inputs) expect(source).toMatch(/^CLAIM$|^WORKERS#1$/);
      for (const { source } of check.values) expect(source).toMatch(/127号|46号/);
    }
  });

  test('the sum is explained by its months and its figures', () => {
    const found = checkIn('counted-months', [away('2020-02-15', '2020-04-14')]);
    expect(found?.sentence.zh).toBe('2020-02、2020-03 共 2 个月，每月 200.00 元。');
    expect(found?.values.map(({ ruleId, value }) => [ruleId, value])).toEqual([
      ['retention.minDaysPerMonth', 15],
      ['retention.monthlyFen', 20_000],
    ]);
    expect(found?.inputs[0]?.value).toBe('2020-02:15 2020-03:31 2020-04:14 2020-05:0 2020-06:0');
  });

  test('nothing in it names the worker', () => {
    expect(
      JSON.stringify(assess([wholeWindow], { record: aWorker({ birthDate: '1985-06-12' }) })),
    ).not.toMatch(/W-1|1985-06-12/);
  });
});

test('the README lists every reason that the rules of this folder can give, and no other', () => {
  const textOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const files = globSync('*.ts', { cwd: import.meta.dirname }).filter((name) => !name.endsWith('.test.ts'));
  const source = [...files, '../poor-worker.ts', '../own-account.ts'].map((file) => textOf(file)).join('');
  const readme = textOf('README.md');
  const given = reasonCodes.filter((code) => source.includes(`'${code}'`));
  expect(reasonCodes.filter((code) => readme.includes(`\`${code}\``)).sort()).toEqual(
    [...given, 'OK', 'RULE_NOT_CONFIGURED', 'EXCLUDED_BENEFIT', 'RISK_FOUND'].sort(),
  );
});
