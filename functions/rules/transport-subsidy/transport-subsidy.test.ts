import { describe, expect, test } from 'vitest';
import { aSeat, aSpell } from '../../../test/builders/claims.ts';
import { aWorkerRecord, rulesWith, transportFacts, type Beside } from '../../../test/builders/facts.ts';
import { lineAssessment, type Check } from '../../contracts/assessment.ts';
import type { RuleSet } from '../facts.ts';
import type { TransportFacts } from './facts.ts';
import { assessTransport } from './index.ts';
import { transportLine } from './instrument.ts';

type Values = RuleSet['values']['transport'];

const assess = (
  claim: Record<string, unknown> = {},
  rest: Beside<TransportFacts> = {},
  values: Partial<Values> = {},
) => assessTransport(transportFacts(claim, rest), rulesWith({ transport: values }));

/** The outcome, the amount and every reason, on one line. */
const answer = (...given: Parameters<typeof assess>) => {
  const { outcome, amountFen, reasons } = assess(...given);
  return `${outcome} ${amountFen} ${reasons.join(' ')}`;
};

const checkNamed = (checks: readonly Check[], id: string): Check => {
  const found = checks.find(({ checkId }) => checkId === id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
};

const leg = (rest: Record<string, unknown> = {}) => ({
  mode: 'TRAIN',
  from: '141124',
  to: '320500',
  travelledOn: '2020-03-12',
  fareFen: 55_300,
  paidBy: 'SELF',
  ...rest,
});
const fare = (fareFen: number) => ({ legs: [leg({ fareFen })] });

/** Where the worker goes, with a trip and a ticket that agree. */
const to = (workplace: string, departedOn = '2020-03-12'): Parameters<typeof assess>[0] => ({
  workplace,
  departedOn,
  legs: [leg({ to: workplace, travelledOn: departedOn })],
});
const seatTo = (destination: string, departsOn = '2020-03-12') => ({
  worker: aWorkerRecord({ seats: [aSeat({ destination, departsOn })] }),
});

describe('the amount: the fare that the worker paid, at most 800 yuan (二.1 不超过800元)', () => {
  test.each([
    ['one fen', 1, 'APPROVE 1 OK'],
    ['553.00', 55_300, 'APPROVE 55300 OK'],
    ['799.99', 79_999, 'APPROVE 79999 OK'],
    ['800.00 is within the cap', 80_000, 'APPROVE 80000 OK'],
    ['800.01 is paid at the cap, not refused (b)', 80_001, 'APPROVE 80000 CAPPED'],
    ['a flight of 2,500.00', 250_000, 'APPROVE 80000 CAPPED'],
    ['nothing was paid (c)', 0, 'REJECT 0 NO_COST_INCURRED'],
  ])('%s', (_case, fareFen, expected) => {
    expect(answer(fare(fareFen))).toBe(expected);
  });

  test('a county’s lower cap holds', () => {
    expect(answer(fare(55_300), {}, { capFen: 40_000 })).toBe('APPROVE 40000 CAPPED');
  });

  test('the rest that is not paid is named, in yuan', () => {
    const { zh, en } = checkNamed(assess(fare(80_001)).checks, 'cap').sentence;
    expect(zh).toContain('其余 0.01 元不予补助');
    expect(en).toContain('the other 0.01 yuan are not paid');
  });
});

describe('the legs: one way, and only what the worker paid', () => {
  const bus = leg({ mode: 'COACH', to: '140105', fareFen: 4_000 });
  const train = leg({ from: '140105', fareFen: 36_000 });
  const back = leg({ from: '320500', to: '141124', fareFen: 36_000 });

  test.each([
    ['a bus and a train', [bus, train], 'APPROVE 40000 OK'],
    ['the bus was the government’s', [{ ...bus, paidBy: 'GOVERNMENT' }, train], 'APPROVE 36000 OK'],
    ['the train was the employer’s', [bus, { ...train, paidBy: 'EMPLOYER' }], 'APPROVE 4000 OK'],
    [
      'both were others’ (c)',
      [
        { ...bus, paidBy: 'GOVERNMENT' },
        { ...train, paidBy: 'EMPLOYER' },
      ],
      'REJECT 0 NO_COST_INCURRED',
    ],
    ['the way back is not paid (d)', [bus, train, back], 'APPROVE 40000 OK'],
    ['only the way back', [back], 'REJECT 0 NO_COST_INCURRED'],
    [
      'the way back in two legs',
      [bus, train, { ...back, to: '140105' }, leg({ from: '140105', to: '141124', fareFen: 4_000 })],
      'APPROVE 40000 OK',
    ],
    ['legs at the cap together', [leg({ fareFen: 40_000 }), leg({ fareFen: 40_000 })], 'APPROVE 80000 OK'],
    [
      'legs above the cap together',
      [leg({ fareFen: 40_000 }), leg({ fareFen: 40_001 })],
      'APPROVE 80000 CAPPED',
    ],
  ])('%s', (_case, legs, expected) => {
    expect(answer({ legs })).toBe(expected);
  });

  test('what is left out is said, leg by leg', () => {
    const { checks } = assess({ legs: [bus, { ...train, paidBy: 'GOVERNMENT' }, back] });
    expect(checkNamed(checks, 'self-paid').sentence).toEqual({
      zh: '本人支付单程车费 40.00 元。不计：返程 1 段、由政府或用工单位承担 1 段。',
      en: 'The worker paid 40.00 yuan for the way out. Legs not counted: 1 back, 1 paid by others.',
    });
  });

  describe('a free seat on an organised coach', () => {
    const free = { worker: aWorkerRecord({ seats: [aSeat({ freeOfCharge: true })] }) };
    test('pays nothing for the same way (c)', () => {
      expect(answer({}, free)).toBe('REJECT 0 NO_COST_INCURRED');
    });
    test('leaves the bus to the coach to be paid', () => {
      expect(answer({ legs: [bus, { ...train, paidBy: 'GOVERNMENT' }] }, free)).toBe('APPROVE 4000 OK');
      expect(answer({ legs: [bus, train] }, free)).toBe('APPROVE 4000 OK');
    });
    test('leaves the bus from the coach to the workplace to be paid', () => {
      const onward = leg({ mode: 'COACH', from: '320500', to: '320583', fareFen: 2_500 });
      const legs = [leg({ fareFen: 0, paidBy: 'GOVERNMENT' }), onward];
      expect(answer({ workplace: '320583', legs }, free)).toBe('APPROVE 2500 OK');
    });
    test('is recorded', () => {
      const { sentence } = checkNamed(assess({}, free).checks, 'self-paid');
      expect(sentence.zh).toContain('有免费座位 1 段');
    });
  });

  test('a worker who leaves from home is never taken to be on the way back', () => {
    const legs = [
      leg({ to: '140105', fareFen: 4_000 }),
      leg({ from: '140105', to: '141100', fareFen: 3_000 }),
    ];
    expect(answer({ workplace: '141100', legs }, seatTo('141100'))).toBe('REVIEW 7000 PROOF_MISSING');
  });

  test.each([
    ['a week before', '2020-03-05', 'APPROVE 55300 OK'],
    ['a week and a day before', '2020-03-04', 'REVIEW 55300 PROOF_MISSING'],
    ['a week later', '2020-03-19', 'APPROVE 55300 OK'],
    ['a week and a day later', '2020-03-20', 'REVIEW 55300 PROOF_MISSING'],
  ])('a ticket of %s than the departure: one journey or another', (_case, travelledOn, expected) => {
    expect(answer({ legs: [leg({ travelledOn })] })).toBe(expected);
  });

  test('the day of the way back does not matter, for it is not paid (d)', () => {
    const back = leg({ from: '320500', to: '141124', travelledOn: '2020-06-30' });
    expect(answer({ legs: [leg(), back] })).toBe('APPROVE 55300 OK');
  });

  test('two outward journeys in one claim are not paid unseen', () => {
    const legs = [leg({ fareFen: 40_000 }), leg({ fareFen: 40_000, travelledOn: '2020-05-20' })];
    expect(answer({ legs })).toBe('REVIEW 80000 PROOF_MISSING');
  });
});

describe('what it may not stand beside (POLICY 5)', () => {
  const others = (instrument: string, period = '2020-03') => ({
    others: [{ instrument, period, applicationId: 'A20200316-7K3M9QW2ZD' }],
  });

  test.each([
    ['a temporary post of that month', 'PUBLIC_WORKS_POST', 'REVIEW 55300 EXCLUDED_BENEFIT'],
    ['the overseas subsidy', 'OVERSEAS_SUBSIDY', 'REVIEW 55300 EXCLUDED_BENEFIT'],
    ['the retention allowance', 'RETENTION_ALLOWANCE', 'APPROVE 55300 OK'],
    ['a placement', 'PLACEMENT_SUBSIDY', 'APPROVE 55300 OK'],
  ])('%s', (_case, instrument, expected) => {
    expect(answer({}, others(instrument))).toBe(expected);
  });

  test('the keys of both are looked up when a claim is checked', () => {
    const { claim } = transportFacts();
    expect(transportLine.besides?.(claim, rulesWith().values)).toEqual([
      { instrument: 'PUBLIC_WORKS_POST', period: '2020-03' },
      { instrument: 'OVERSEAS_SUBSIDY', period: 'ONCE' },
    ]);
  });
});

describe('outward work (外出务工): outside the home county (a)', () => {
  test.each([
    ['its own city', '141100', 'REVIEW 55300 PROOF_MISSING'],
    ['the province', '140000', 'REVIEW 55300 PROOF_MISSING'],
    ['another city of the province', '140500', 'APPROVE 55300 OK'],
    ['another province', '320000', 'APPROVE 55300 OK'],
  ])('a workplace named only as %s: it must show that the work is outside', (_case, workplace, expected) => {
    expect(answer(to(workplace), seatTo(workplace))).toBe(expected);
  });

  test('in its own city is not in another province, whichever county it is', () => {
    const scope = { scope: 'OUTSIDE_PROVINCE' } as const;
    expect(answer(to('141100'), seatTo('141100'), scope)).toBe('REJECT 0 NOT_OUTSIDE_COUNTY');
  });

  test.each([
    ['another province', '320500', 'APPROVE 55300 OK'],
    ['another county of the province', '140105', 'APPROVE 55300 OK'],
    ['the next county of the same city', '141125', 'APPROVE 55300 OK'],
    ['the home county', '141124', 'REJECT 0 NOT_OUTSIDE_COUNTY'],
    ['abroad, which has money of its own (e)', 'JPN', 'REVIEW 55300 OVERSEAS_TRAVEL'],
    ['Hong Kong', '810000', 'REVIEW 55300 OVERSEAS_TRAVEL'],
    ['Macau', 'MAC', 'REVIEW 55300 OVERSEAS_TRAVEL'],
    ['Taiwan', '710000', 'REVIEW 55300 OVERSEAS_TRAVEL'],
  ])('%s', (_case, workplace, expected) => {
    expect(answer(to(workplace), seatTo(workplace))).toBe(expected);
  });

  test.each([
    ['another province', '320500', 'APPROVE 55300 OK'],
    ['another county of the province', '140105', 'REJECT 0 NOT_OUTSIDE_COUNTY'],
    ['the home county', '141124', 'REJECT 0 NOT_OUTSIDE_COUNTY'],
    ['abroad', 'JPN', 'REVIEW 55300 OVERSEAS_TRAVEL'],
  ])('a county that pays across provinces only: %s', (_case, workplace, expected) => {
    expect(answer(to(workplace), seatTo(workplace), { scope: 'OUTSIDE_PROVINCE' })).toBe(expected);
  });

  test('home is the household registration, not the resettlement site', () => {
    const worker = aWorkerRecord({
      relocated: true,
      resettlementDivision: '141125',
      seats: [aSeat({ destination: '141125' })],
    });
    expect(answer(to('141125'), { worker })).toBe('APPROVE 55300 OK');
  });

  test('somebody who still holds a public-welfare post at home is for a person to look at', () => {
    const post = (endsOn?: string) => ({
      worker: aWorkerRecord({
        spells: [aSpell({ kind: 'PUBLIC_WELFARE_POST', startsOn: '2020-02-01', ...(endsOn && { endsOn }) })],
      }),
    });
    expect(answer({}, post())).toBe('REVIEW 55300 REGISTER_DIFFERS');
    expect(answer({}, post('2020-03-13'))).toBe('REVIEW 55300 REGISTER_DIFFERS');
    expect(answer({}, post('2020-03-12'))).toBe('APPROVE 55300 OK');
  });
});

describe('organised (有组织)', () => {
  test.each(['GOVERNMENT', 'AGENCY', 'VILLAGE', 'EMPLOYER'] as const)(
    'the list of a trip by %s proves it; without a list an officer looks',
    (organiserKind) => {
      const listed = { worker: aWorkerRecord({ seats: [aSeat({ organiserKind })] }) };
      expect(answer({ organiserKind }, listed)).toBe('APPROVE 55300 OK');
      const unlisted = { worker: aWorkerRecord({ seats: [] }) };
      expect(answer({ organiserKind }, unlisted)).toBe('REVIEW 55300 REGISTER_DOES_NOT_KNOW');
    },
  );

  test('a worker who left alone is outside the clause', () => {
    const claim = { organiserKind: 'NONE', tripId: undefined };
    expect(answer(claim, { worker: aWorkerRecord({ seats: [] }) })).toBe('REJECT 0 NOT_ORGANISED');
  });

  test('a list that names the worker outweighs a form that says nobody organised it', () => {
    expect(answer({ organiserKind: 'NONE', tripId: undefined })).toBe('APPROVE 55300 OK');
  });

  test.each([
    ['the trip named, on its day, to its place', {}, 'APPROVE 55300 OK'],
    ['the trip named, on another day', { departsOn: '2020-03-13' }, 'REVIEW 55300 REGISTER_DIFFERS'],
    ['the trip named, to another place', { destination: '110105' }, 'REVIEW 55300 REGISTER_DIFFERS'],
    ['another trip than the one named', { tripId: 'T-2' }, 'REVIEW 55300 REGISTER_DOES_NOT_KNOW'],
  ])('%s', (_case, seat, expected) => {
    expect(answer({}, { worker: aWorkerRecord({ seats: [aSeat(seat)] }) })).toBe(expected);
  });

  test.each([
    ['that day', '2020-03-12', '320500', 'APPROVE 55300 OK'],
    ['that day, to the district of the city', '2020-03-12', '320583', 'APPROVE 55300 OK'],
    ['a week before', '2020-03-05', '320500', 'REVIEW 55300 REGISTER_DIFFERS'],
    ['a week and a day before', '2020-03-04', '320500', 'REVIEW 55300 REGISTER_DOES_NOT_KNOW'],
    ['a week later, elsewhere', '2020-03-19', '110105', 'REVIEW 55300 REGISTER_DOES_NOT_KNOW'],
  ])('no trip named, and a list of %s', (_case, departsOn, destination, expected) => {
    const worker = aWorkerRecord({ seats: [aSeat({ departsOn, destination })] });
    expect(answer({ tripId: undefined }, { worker })).toBe(expected);
  });

  test('of two lists of one day, the one to the workplace is meant, whatever their order', () => {
    const seats = [aSeat({ tripId: 'T-0', destination: '110105' }), aSeat({ tripId: 'T-9' })];
    for (const list of [seats, seats.toReversed()])
      expect(answer({ tripId: undefined }, { worker: aWorkerRecord({ seats: list }) })).toBe(
        'APPROVE 55300 OK',
      );
  });

  test('a county that does not ask for it', () => {
    const claim = { organiserKind: 'NONE', tripId: undefined };
    const alone = { worker: aWorkerRecord({ seats: [] }) };
    expect(answer(claim, alone, { requireOrganised: false })).toBe('APPROVE 55300 OK');
  });
});

describe('the worker, on the day of departure', () => {
  const poor = { status: 'REGISTERED_POOR', startsOn: '2014-05-31' } as const;
  test.each([
    [
      'lifted out and still assisted',
      { povertyStatuses: [{ ...poor, status: 'LIFTED_STILL_ASSISTED' }] },
      'OK',
    ],
    ['never registered', { povertyStatuses: [] }, 'NOT_REGISTERED_POOR'],
    ['registered that day', { povertyStatuses: [{ ...poor, startsOn: '2020-03-12' }] }, 'OK'],
    [
      'registered the day after',
      { povertyStatuses: [{ ...poor, startsOn: '2020-03-13' }] },
      'NOT_REGISTERED_POOR',
    ],
    ['off the list later', { povertyStatuses: [{ ...poor, endsOn: '2020-03-12' }] }, 'OK'],
    [
      'off the list the day before',
      { povertyStatuses: [{ ...poor, endsOn: '2020-03-11' }] },
      'NOT_REGISTERED_POOR',
    ],
    ['relocated but not poor', { povertyStatuses: [], relocated: true }, 'NOT_REGISTERED_POOR'],
    ['sixteen that day', { birthDate: '2004-03-12' }, 'OK'],
    ['sixteen the day after', { birthDate: '2004-03-13' }, 'UNDER_AGE'],
    ['sixty-four', { birthDate: '1956-01-01' }, 'OK'],
    ['able in part', { workCapacity: 'PARTIAL' }, 'OK'],
    ['without capacity to work', { workCapacity: 'LOST' }, 'NOT_ABLE_TO_WORK'],
    ['never able to work', { workCapacity: 'NONE' }, 'NOT_ABLE_TO_WORK'],
  ] as const)('%s', (_case, record, reason) => {
    const worker = aWorkerRecord(structuredClone(record) as Parameters<typeof aWorkerRecord>[0]);
    expect(answer({}, { worker })).toBe(reason === 'OK' ? 'APPROVE 55300 OK' : `REJECT 0 ${reason}`);
  });

  test('another county than home handles the claim: a person looks', () => {
    expect(answer({}, { division: '141125' })).toBe('REVIEW 55300 REGISTER_DIFFERS');
  });

  test('another payee than the worker: a person looks', () => {
    expect(answer({}, { payeeIsWorker: false })).toBe('REVIEW 55300 PAYEE_NOT_WORKER');
    expect(answer({}, { payeeIsWorker: undefined })).toBe('APPROVE 55300 OK');
  });
});

describe('once in a calendar year (一次性)', () => {
  const held = (period: string) => ({ held: [{ period, applicationId: 'A20200301-7K3M9QW2ZD' }] });
  test('a second claim of the year is refused, whoever made the first and in whichever county', () => {
    expect(answer({}, held('2020'))).toBe('REJECT 0 DUPLICATE');
  });
  test('the refusal names the other application', () => {
    const { sentence } = checkNamed(assess({}, held('2020')).checks, 'once-a-year');
    expect(sentence.zh).toContain('A20200301-7K3M9QW2ZD');
    expect(sentence.en).toContain('A20200301-7K3M9QW2ZD');
  });
  test.each([
    ['2019', '2020-01-01'],
    ['2020', '2019-12-31'],
  ])('a subsidy of %s does not stand in the way of a departure on %s', (year, departedOn) => {
    const there = to('320500', departedOn);
    expect(answer(there, { ...seatTo('320500', departedOn), ...held(year) })).toBe('APPROVE 55300 OK');
  });
  test('what it earns is the year of the departure', () => {
    expect(assess().entitlements).toEqual([{ period: '2020', amountFen: 55_300 }]);
    expect(assess(fare(0)).entitlements).toEqual([]);
  });
});

describe('no window is stated (f)', () => {
  test.each(['2020-01-02', '2020-03-04', '2020-03-05', '2020-06-30', '2020-07-01', '2020-12-31'])(
    'a departure on %s is paid',
    (departedOn) => {
      expect(answer(to('320500', departedOn), seatTo('320500', departedOn))).toBe('APPROVE 55300 OK');
    },
  );
});

describe('where the register does not know the worker, or does not answer', () => {
  test.each([
    ['a clear claim', {}, 'REVIEW 55300 REGISTER_DOES_NOT_KNOW'],
    [
      'a form that says nobody organised it',
      { organiserKind: 'NONE' },
      'REVIEW 55300 REGISTER_DOES_NOT_KNOW',
    ],
    ['work in the county of the claim', to('141124'), 'REVIEW 55300 REGISTER_DOES_NOT_KNOW'],
    [
      'a ticket to the county of the claim',
      { legs: [leg({ from: '140105', to: '141124' })] },
      'REVIEW 0 REGISTER_DOES_NOT_KNOW',
    ],
    ['a fare above the cap', fare(90_000), 'REVIEW 80000 REGISTER_DOES_NOT_KNOW'],
  ] as const)('%s goes to a person, with the amount that would be paid', (_case, claim, expected) => {
    for (const worker of ['UNKNOWN', 'UNAVAILABLE'] as const)
      expect(answer(claim, { worker })).toBe(expected);
  });

  test('what is against the claim by its own words refuses it all the same', () => {
    const held = [{ period: '2020', applicationId: 'A20200301-7K3M9QW2ZD' }];
    expect(answer({}, { worker: 'UNAVAILABLE', held })).toBe('REJECT 0 DUPLICATE');
    expect(answer(fare(0), { worker: 'UNAVAILABLE' })).toBe('REJECT 0 NO_COST_INCURRED');
  });

  test('without a county of the claim the distance is not judged', () => {
    const { outcome, checks } = assess({}, { worker: 'UNKNOWN', division: undefined });
    expect(outcome).toBe('REVIEW');
    expect(checkNamed(checks, 'outward').outcome).toBe('NOT_APPLICABLE');
  });

  test('a register that is down is told apart from one that does not know', () => {
    const said = (worker: 'UNKNOWN' | 'UNAVAILABLE') =>
      checkNamed(assess({}, { worker }).checks, 'worker-registered').sentence.zh;
    expect(said('UNKNOWN')).not.toBe(said('UNAVAILABLE'));
  });
});

describe('figures of the county', () => {
  const flat = { mode: 'FLAT_BY_DESTINATION' } as const;
  const table = { IN_PROVINCE: 20_000, OUT_OF_PROVINCE: 60_000 };
  const missing = 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED';
  test.each<[string, Partial<Values>, string, string]>([
    ['no cap', { capFen: null }, '320500', missing],
    ['no method', { mode: null }, '320500', missing],
    ['a flat sum without its figures', flat, '320500', missing],
    ['a flat sum, to another province', { ...flat, flatFen: table }, '320500', 'APPROVE 60000 OK'],
    ['a flat sum, within the province', { ...flat, flatFen: table }, '140105', 'APPROVE 20000 OK'],
    [
      'a flat sum above the notice’s cap',
      { ...flat, flatFen: { ...table, OUT_OF_PROVINCE: 150_000 } },
      '320500',
      'APPROVE 80000 CAPPED',
    ],
    [
      'a flat sum whose figure for this distance is missing',
      { ...flat, flatFen: { ...table, OUT_OF_PROVINCE: null } },
      '320500',
      missing,
    ],
    [
      'a flat sum whose other figure is missing',
      { ...flat, flatFen: { ...table, OUT_OF_PROVINCE: null } },
      '140105',
      'APPROVE 20000 OK',
    ],
  ])('%s', (_case, values, workplace, expected) => {
    expect(answer(to(workplace), seatTo(workplace), values)).toBe(expected);
  });

  test('a flat sum is not paid to somebody who spent nothing (c)', () => {
    expect(answer(fare(0), {}, { ...flat, flatFen: table })).toBe('REJECT 0 NO_COST_INCURRED');
  });

  test('a flat sum where nobody knows the distance is the smaller one, for an officer to correct', () => {
    const nowhere = { worker: 'UNKNOWN', division: undefined } as const;
    expect(answer({}, nowhere, { ...flat, flatFen: table })).toBe('REVIEW 20000 REGISTER_DOES_NOT_KNOW');
    const half = { ...flat, flatFen: { ...table, IN_PROVINCE: null } };
    expect(answer({}, nowhere, half)).toBe(`${missing} REGISTER_DOES_NOT_KNOW`);
  });

  test('the missing figure is named', () => {
    const { sentence } = checkNamed(assess({}, {}, flat).checks, 'cap');
    expect(sentence.zh).toContain('transport.flatFen.OUT_OF_PROVINCE');
  });

  test('a missing figure does not keep alive what the clause refuses', () => {
    const worker = aWorkerRecord({ povertyStatuses: [] });
    expect(answer({}, { worker }, { capFen: null })).toBe('REJECT 0 NOT_REGISTERED_POOR');
  });
});

describe('what is said', () => {
  const wrongInEveryWay = () =>
    assess(
      { ...to('141124'), ...fare(0), organiserKind: 'NONE', tripId: undefined },
      {
        worker: aWorkerRecord({
          seats: [],
          povertyStatuses: [],
          birthDate: '2010-01-01',
          workCapacity: 'LOST',
        }),
        held: [{ period: '2020', applicationId: 'A20200301-7K3M9QW2ZD' }],
      },
    );

  test('a refusal names every reason at once, the most important first', () => {
    const { reasonCode, reasons } = wrongInEveryWay();
    expect(reasons).toEqual([
      'NOT_REGISTERED_POOR',
      'UNDER_AGE',
      'NOT_ABLE_TO_WORK',
      'DUPLICATE',
      'NOT_ORGANISED',
      'NOT_OUTSIDE_COUNTY',
      'NO_COST_INCURRED',
    ]);
    expect(reasonCode).toBe('NOT_REGISTERED_POOR');
  });

  test.each([
    ['a clear claim', () => assess()],
    ['a claim that is wrong in every way', wrongInEveryWay],
    ['a claim of an unknown worker', () => assess({}, { worker: 'UNKNOWN' })],
  ])('%s: every check carries the clause and a sentence in Chinese and English', (_case, decided) => {
    const assessment = lineAssessment.parse(decided());
    for (const { clause, sentence } of assessment.checks) {
      expect(clause).toBe('二.1');
      expect(sentence.zh).toMatch(/[一-鿿].*。$/u);
      expect(sentence.en).toMatch(/^[A-Z0-9].*\.$/u);
      expect(sentence.en.replaceAll(/二\.\d/gu, '')).not.toMatch(/[一-鿿]/u);
    }
  });

  test('every check that passed or failed says what it read and from where', () => {
    for (const { checkId, outcome, inputs, values } of [...assess().checks, ...wrongInEveryWay().checks])
      if (outcome !== 'NOT_APPLICABLE') {
        expect([checkId, inputs.length + values.length]).not.toEqual([checkId, 0]);
        for (const { source } of [...inputs, ...values]) expect(source).not.toBe('');
      }
  });

  test('a fact of a register names the register, its version and its day', () => {
    const { inputs } = checkNamed(assess().checks, 'worker-registered');
    expect(inputs).toContainEqual({
      name: 'registeredPoor',
      value: true,
      source: 'WORKERS#1',
      asOf: '2020-06-01',
    });
  });

  test('a figure names its document', () => {
    const { values } = checkNamed(assess().checks, 'cap');
    expect(values).toContainEqual({
      ruleId: 'transport.capFen',
      value: 80_000,
      source: '晋人社厅函〔2020〕127号 二.1「不超过800元」',
    });
  });
});
