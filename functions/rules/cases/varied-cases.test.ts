import { describe, expect, test } from 'vitest';
import { caseWorld, policyCase } from './case-file.ts';
import { decideCase } from './decide-case.ts';

/*
 * Cases in the format of the policy cases, each field varied: what POLICY says comes out. Synthetic people only.
 */
const person = (idNumber: string, homeCounty: string, rest: object = {}) => ({
  idNumber,
  homeCounty,
  povertyStatus: 'REGISTERED_POOR',
  ...rest,
});
const world = caseWorld.parse({
  people: {
    P1: person('141124198506129974', '141124', { birthDate: '1985-06-12', relocated: false }),
    /** The same person, by the 15 digits of the old card. */
    P1OLD: person('141124850612997', '141124'),
    P2: person('141124199001019969', '141124', { povertyStatus: 'LIFTED_STILL_ASSISTED' }),
    /** Sixteen on 10 March 2020. */
    P3: person('140925200403109988', '140925'),
    P4: person('141030195608019969', '141030'),
    P5: person('140223197802289976', '140223', { povertyStatus: 'NONE' }),
    P6: person('140922198808159984', '140922', { povertyStatus: 'NONE', relocated: true }),
    LOST: person('141124198001019999', '141124', { workCapacity: 'LOST' }),
    PARTIAL: person('141124198101019996', '141124', { workCapacity: 'PARTIAL' }),
    CITY: person('141124198201019993', '140105'),
    AWAY: person('141124198301019990', '130102'),
  },
  organisations: {
    A1: { type: 'HR_AGENCY', uscc: '91140106MA0TAAA172', name: '甲', hrLicenceValid: true },
    A2: { type: 'HR_AGENCY', uscc: '91140106MA0TAAA25W', name: '乙', hrLicenceValid: false },
    A3: { type: 'PUBLIC_EMPLOYMENT_SERVICE', uscc: '12141124MB0TAAA37R', name: '丙' },
    A4: { type: 'LABOUR_BROKER', idNumber: '141124197509099999', name: '丁' },
    A5: { type: 'TRAINING_PROVIDER', uscc: '91140106MA0TAAA5AA' },
    A6: { type: 'VILLAGE_COMMITTEE', uscc: '91140106MA0TAAA6AA' },
    G1: { type: 'HR_AGENCY', uscc: '91140106MA0TAAAG1A', hrLicenceValid: true, ownerGroup: 'G' },
    E1: { type: 'ENTERPRISE', uscc: '91141124MA0TEEE15W', name: '戊' },
    E2: { type: 'WORKSHOP', uscc: '91141030MA0TEEE238', name: '己', recognised: true },
    E3: { type: 'FARM_COOPERATIVE', uscc: '93140928MA0TEEE313', name: '庚' },
    EG: { type: 'ENTERPRISE', uscc: '91141124MA0TEEEG1A', ownerGroup: 'G' },
  },
  defaultConfig: {
    window: { start: '2020-02-01', end: '2020-06-30' },
    transport: { capFen: 80_000, mode: 'ACTUAL_FARE_CAPPED', fareProof: 'TICKET' },
    training: { maxSubsidisedDays: 15 },
  },
});

type Row = readonly [what: string, facts: object, expected: string, config?: object];

const rows = (list: readonly Row[]) =>
  list.map(([what, facts, expected, config = {}]) => ({ what, facts, expected, config }));

const answer = (instrument: string, facts: object, config: object = {}): string => {
  const one = decideCase(policyCase.parse({ id: 'X', instrument, facts, config }), world);
  expect(one.reasonCode).toBe(one.reasons[0]);
  return `${one.decision} ${one.amountFen} ${one.reasons.join(' ')}`;
};

const notSet = 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED';

describe('transport', () => {
  const usual = {
    worker: 'P1',
    organised: true,
    workplace: '320500',
    departureDate: '2020-03-12',
    selfPaidFareFen: 55_300,
    alreadyPaidInYear: false,
  };
  const ok = 'APPROVE 55300 OK';
  test.each(
    rows([
      ['clear', {}, ok],
      ['no word about earlier payment', { alreadyPaidInYear: undefined }, ok],
      ['null for it', { alreadyPaidInYear: null }, ok],
      ['one fen', { selfPaidFareFen: 1 }, 'APPROVE 1 OK'],
      ['799.99', { selfPaidFareFen: 79_999 }, 'APPROVE 79999 OK'],
      ['800.00', { selfPaidFareFen: 80_000 }, 'APPROVE 80000 OK'],
      ['800.01', { selfPaidFareFen: 80_001 }, 'APPROVE 80000 CAPPED'],
      ['2,000.00', { selfPaidFareFen: 200_000 }, 'APPROVE 80000 CAPPED'],
      ['a free coach', { selfPaidFareFen: 0 }, 'REJECT 0 NO_COST_INCURRED'],
      ['alone', { organised: false }, 'REJECT 0 NOT_ORGANISED'],
      ['nobody says whether organised', { organised: undefined }, 'REVIEW 0 REGISTER_DOES_NOT_KNOW'],
      ['in the home county', { workplace: '141124' }, 'REJECT 0 NOT_OUTSIDE_COUNTY'],
      ['the next county', { workplace: '141129' }, ok],
      ['the capital of the province', { workplace: '140105' }, ok],
      ['another district of one city', { worker: 'CITY', workplace: '140106' }, ok],
      [
        'a statistical zone in the home district',
        { worker: 'CITY', workplace: '140171' },
        'REJECT 0 NOT_OUTSIDE_COUNTY',
      ],
      ['a statistical zone elsewhere', { workplace: '140971' }, ok],
      ['a code of another year’s list', { workplace: '320599' }, ok],
      ['Japan', { workplace: 'JPN' }, 'REVIEW 0 OVERSEAS_TRAVEL'],
      ['Hong Kong', { workplace: 'HKG' }, 'REVIEW 0 OVERSEAS_TRAVEL'],
      ['home in another province, work in Shanxi', { worker: 'AWAY', workplace: '140105' }, ok],
      ['paid already', { alreadyPaidInYear: true }, 'REJECT 0 DUPLICATE'],
      ['lifted out, still assisted', { worker: 'P2' }, ok],
      ['not poor', { worker: 'P5' }, 'REJECT 0 NOT_REGISTERED_POOR'],
      ['relocated, not poor', { worker: 'P6' }, 'REJECT 0 NOT_REGISTERED_POOR'],
      ['sixty-three', { worker: 'P4' }, ok],
      [
        'the day before the sixteenth birthday',
        { worker: 'P3', departureDate: '2020-03-09' },
        'REJECT 0 UNDER_AGE',
      ],
      ['the sixteenth birthday', { worker: 'P3', departureDate: '2020-03-10' }, ok],
      ['unable to work', { worker: 'LOST' }, 'REJECT 0 NOT_ABLE_TO_WORK'],
      ['able in part', { worker: 'PARTIAL' }, ok],
      ['the old card', { worker: 'P1OLD' }, ok],
      ['before the notice', { departureDate: '2020-02-10' }, ok],
      ['in January', { departureDate: '2020-01-02' }, ok],
      ['in December', { departureDate: '2020-12-31' }, ok],
      ['the leap day', { departureDate: '2020-02-29' }, ok],
      [
        'everything at once',
        { worker: 'P5', organised: false, workplace: '140223', selfPaidFareFen: 0, alreadyPaidInYear: true },
        'REJECT 0 NOT_REGISTERED_POOR DUPLICATE NOT_ORGANISED NOT_OUTSIDE_COUNTY NO_COST_INCURRED',
      ],
      [
        'across provinces only',
        { workplace: '140105' },
        'REJECT 0 NOT_OUTSIDE_COUNTY',
        { 'transport.scope': 'OUTSIDE_PROVINCE' },
      ],
      ['across provinces only, and it is', {}, ok, { 'transport.scope': 'OUTSIDE_PROVINCE' }],
      ['organised is not asked', { organised: false }, ok, { 'transport.requireOrganised': false }],
      ['a lower cap', {}, 'APPROVE 50000 CAPPED', { 'transport.capFen': 50_000 }],
      [
        'a cap above the notice’s',
        { selfPaidFareFen: 90_000 },
        'APPROVE 80000 CAPPED',
        { 'transport.capFen': 150_000 },
      ],
      [
        'a section as it stands in the defaults',
        {},
        'APPROVE 50000 CAPPED',
        { transport: { capFen: 50_000 } },
      ],
      ['no cap', {}, notSet, { 'transport.capFen': null }],
      ['no method', {}, notSet, { 'transport.mode': null }],
      ['no scope', {}, notSet, { 'transport.scope': null }],
      ['no age', {}, notSet, { minimumAge: null }],
      ['no window, which is not asked', {}, ok, { 'window.start': null }],
      ['a flat sum without figures', {}, notSet, { 'transport.mode': 'FLAT_BY_DESTINATION' }],
      [
        'a flat sum with one figure',
        {},
        'APPROVE 60000 OK',
        { 'transport.mode': 'FLAT_BY_DESTINATION', 'transport.flatFen.OUT_OF_PROVINCE': 60_000 },
      ],
      ['a minimum age of 18', { worker: 'P3' }, 'REJECT 0 UNDER_AGE', { minimumAge: 18 }],
      ['another instrument’s figure', {}, ok, { 'overseas.amountFen': 1 }],
    ]),
  )('$what', ({ facts, expected, config }) => {
    expect(answer('TRANSPORT_SUBSIDY', { ...usual, ...facts }, config)).toBe(expected);
  });
});

describe('placement', () => {
  const usual = {
    worker: 'P1',
    employer: 'E1',
    workplace: '141124',
    referralDate: '2020-03-10',
    contractSignedDate: '2020-03-16',
    contractStart: '2020-03-16',
    contractEnd: '2021-03-15',
  };
  const one = (line: object, rest: object = {}) => ({
    applicant: 'A1',
    placements: [{ ...usual, ...line }],
    ...rest,
  });
  const many = (...lines: object[]) => ({
    applicant: 'A1',
    placements: lines.map((line) => ({ ...usual, ...line })),
  });
  const ok = 'APPROVE 50000 OK';
  const late = { contractSignedDate: '2020-06-30', contractStart: '2020-07-01', contractEnd: '2020-12-31' };
  test.each(
    rows([
      ['clear', one({}), ok],
      ['no word about earlier payment', one({}, { priorPaidWorkers: undefined }), ok],
      ['null for it', one({}, { priorPaidWorkers: null }), ok],
      ['others were paid for', one({}, { priorPaidWorkers: ['P2'] }), ok],
      ['paid for already', one({}, { priorPaidWorkers: ['P1'] }), 'REJECT 0 DUPLICATE'],
      ['paid for by the old card', one({}, { priorPaidWorkers: ['P1OLD'] }), 'REJECT 0 DUPLICATE'],
      [
        'paid for by the id itself',
        one({}, { priorPaidWorkers: ['141124198506129974'] }),
        'REJECT 0 DUPLICATE',
      ],
      ['the next county', one({ workplace: '141129' }), 'APPROVE 80000 OK'],
      ['two districts of one city', one({ worker: 'CITY', workplace: '140106' }), 'APPROVE 80000 OK'],
      ['a statistical zone in the home district', one({ worker: 'CITY', workplace: '140171' }), ok],
      ['Beijing', one({ workplace: '110105' }), 'APPROVE 100000 OK'],
      ['Japan', one({ workplace: 'JPN' }), 'REJECT 0 OVERSEAS_NOT_TIERED'],
      ['Macau by its division', one({ workplace: '820000' }), 'REJECT 0 OVERSEAS_NOT_TIERED'],
      ['referral on 31 January', one({ referralDate: '2020-01-31' }), 'REJECT 0 OUT_OF_WINDOW'],
      ['referral on 1 February', one({ referralDate: '2020-02-01' }), ok],
      ['signed on 30 June', one(late), ok],
      ['signed on 1 July', one({ ...late, contractSignedDate: '2020-07-01' }), 'REJECT 0 OUT_OF_WINDOW'],
      ['signed before the referral', one({ referralDate: '2020-03-17' }), 'REVIEW 0 PROOF_MISSING'],
      ['six months to the day', one({ contractEnd: '2020-09-15' }), ok],
      ['a day short', one({ contractEnd: '2020-09-14' }), 'REJECT 0 CONTRACT_TOO_SHORT'],
      ['from 31 August', one({ ...late, contractStart: '2020-08-31', contractEnd: '2021-02-27' }), ok],
      ['open-ended', one({ contractEnd: null }), ok],
      ['open-ended by its name', one({ contractType: 'OPEN_ENDED', contractEnd: null }), ok],
      ['no last day given', one({ contractEnd: undefined }), ok],
      [
        'a fixed term without a last day',
        one({ contractType: 'FIXED_TERM', contractEnd: null }),
        'REVIEW 0 PROOF_MISSING',
      ],
      ['task-based', one({ contractType: 'TASK_BASED', contractEnd: null }), 'REVIEW 0 TASK_BASED_CONTRACT'],
      ['an unlicensed agency', one({}, { applicant: 'A2' }), 'REJECT 0 LICENCE_NOT_VALID'],
      [
        'an unlicensed agency, where none is asked',
        one({}, { applicant: 'A2' }),
        ok,
        { 'placement.requireHrLicence': false },
      ],
      ['a public employment service', one({}, { applicant: 'A3' }), 'REJECT 0 NOT_MARKET_INTERMEDIARY'],
      ['a broker', one({}, { applicant: 'A4' }), ok],
      ['a training provider', one({}, { applicant: 'A5' }), ok],
      [
        'a body of a kind the desk has no word for',
        one({}, { applicant: 'A6' }),
        'REVIEW 0 REGISTER_DOES_NOT_KNOW',
      ],
      ['with itself', one({ employer: 'A1' }), 'REVIEW 0 EMPLOYER_IS_APPLICANT'],
      [
        'with a sister company',
        one({ employer: 'EG' }, { applicant: 'G1' }),
        'REVIEW 0 EMPLOYER_IS_APPLICANT',
      ],
      ['with a workshop', one({ employer: 'E2' }), ok],
      ['not poor', one({ worker: 'P5', workplace: '140223' }), 'REJECT 0 NOT_REGISTERED_POOR'],
      [
        'not poor, where all count',
        one({ worker: 'P5', workplace: '140223' }),
        ok,
        { 'placement.targetGroup': 'ALL_WORKERS' },
      ],
      ['lifted out', one({ worker: 'P2' }), ok],
      [
        'signed on the sixteenth birthday',
        one({ worker: 'P3', referralDate: '2020-03-09', contractSignedDate: '2020-03-10' }),
        'APPROVE 80000 OK',
      ],
      [
        'signed the day before it',
        one({ worker: 'P3', referralDate: '2020-03-09', contractSignedDate: '2020-03-09' }),
        'REJECT 0 UNDER_AGE',
      ],
      ['unable to work', one({ worker: 'LOST' }), 'REJECT 0 NOT_ABLE_TO_WORK'],
      ['a term of twelve months', one({}), ok, { 'placement.minContractMonths': 12 }],
      ['a term of thirteen', one({}), 'REJECT 0 CONTRACT_TOO_SHORT', { 'placement.minContractMonths': 13 }],
      ['no term', one({}), notSet, { 'placement.minContractMonths': null }],
      ['no figure for the tier', one({}), notSet, { 'placement.tierFen.IN_COUNTY': null }],
      ['no figure for another tier', one({}), ok, { 'placement.tierFen.IN_PROVINCE': null }],
      ['no target group', one({}), notSet, { 'placement.targetGroup': null }],
      ['a lower sum', one({}), 'APPROVE 30000 OK', { 'placement.tierFen.IN_COUNTY': 30_000 }],
      ['a sum above the notice’s', one({}), ok, { 'placement.tierFen.IN_COUNTY': 60_000 }],
      ['a longer window', one(late), 'APPROVE 50000 OK', { 'window.end': '2020-12-31' }],
      [
        'three tiers',
        many({}, { worker: 'P2', workplace: '140105' }, { worker: 'PARTIAL', workplace: '110105' }),
        'APPROVE 230000 OK',
      ],
      ['one of two refused', many({}, { worker: 'P5' }), 'APPROVE 50000 NOT_REGISTERED_POOR'],
      [
        'one of two for a person',
        many({}, { worker: 'P2', contractType: 'TASK_BASED' }),
        'REVIEW 0 TASK_BASED_CONTRACT',
      ],
      [
        'both refused, each for its own reason',
        many({ contractEnd: '2020-04-15' }, { worker: 'P5' }),
        'REJECT 0 NOT_REGISTERED_POOR CONTRACT_TOO_SHORT',
      ],
      [
        'one worker twice: the earlier contract',
        many({ workplace: '110105', contractSignedDate: '2020-04-01' }, {}),
        'APPROVE 50000 DUPLICATE',
      ],
      [
        'one worker twice, by both cards',
        many({}, { worker: 'P1OLD', workplace: '110105', contractSignedDate: '2020-04-01' }),
        'APPROVE 50000 DUPLICATE',
      ],
      [
        'the first of two contracts is too short',
        many({ contractEnd: '2020-04-15' }, { workplace: '110105', contractSignedDate: '2020-04-20' }),
        'APPROVE 100000 CONTRACT_TOO_SHORT',
      ],
    ]),
  )('$what', ({ facts, expected, config }) => {
    expect(answer('PLACEMENT_SUBSIDY', facts, config)).toBe(expected);
  });
});

describe('retention', () => {
  const away = (start: string, end?: string | null, rest: object = {}) => ({
    kind: 'OUTSIDE_COUNTY',
    start,
    end,
    workplace: '320500',
    wageProof: true,
    ...rest,
  });
  const local = (kind: string, rest: object = {}) =>
    away('2020-02-01', '2020-06-30', { kind, workplace: '141124', ...rest });
  const of = (...spells: object[]) => ({ worker: 'P1', spells });
  const all = of(away('2020-02-01', '2020-06-30'));
  const five = 'APPROVE 100000 OK';
  const wrong = 'REJECT 0 WRONG_EMPLOYMENT_KIND';
  test.each(
    rows([
      ['all five months', all, five],
      ['from before to after', of(away('2019-11-01', '2020-12-31')), five],
      ['still at it', of(away('2020-02-01', null)), five],
      ['still at it, unsaid', of(away('2020-02-01')), five],
      ['before the window', of(away('2019-11-01', '2020-01-31')), 'REJECT 0 OUT_OF_WINDOW'],
      ['after the window', of(away('2020-07-01', '2020-09-30')), 'REJECT 0 OUT_OF_WINDOW'],
      ['fifteen days of the leap February', of(away('2020-02-15', '2020-02-29')), 'APPROVE 20000 OK'],
      ['fourteen days of it', of(away('2020-02-16', '2020-02-29')), 'REJECT 0 NO_COUNTED_MONTH'],
      ['fifteen days of March', of(away('2020-03-01', '2020-03-15')), 'APPROVE 20000 OK'],
      ['fourteen of March', of(away('2020-03-01', '2020-03-14')), 'REJECT 0 NO_COUNTED_MONTH'],
      ['fifteen days over two months', of(away('2020-03-25', '2020-04-08')), 'REJECT 0 NO_COUNTED_MONTH'],
      ['the last fifteen days of June', of(away('2020-06-16', '2020-06-30')), 'APPROVE 20000 OK'],
      ['the last fourteen', of(away('2020-06-17', '2020-12-31')), 'REJECT 0 NO_COUNTED_MONTH'],
      [
        'two stretches that make fifteen',
        of(away('2020-04-01', '2020-04-07'), away('2020-04-20', '2020-04-27')),
        'APPROVE 20000 OK',
      ],
      [
        'two that overlap and do not',
        of(away('2020-04-01', '2020-04-10'), away('2020-04-05', '2020-04-14')),
        'REJECT 0 NO_COUNTED_MONTH',
      ],
      [
        'the same stretch twice',
        of(away('2020-02-01', '2020-06-30'), away('2020-02-01', '2020-06-30')),
        five,
      ],
      [
        'away, then the workshop',
        of(away('2020-02-01', '2020-04-20'), local('LOCAL_WORKSHOP', { start: '2020-04-15' })),
        five,
      ],
      [
        'half and half of April',
        of(
          away('2020-04-01', '2020-04-08'),
          local('LOCAL_ENTERPRISE', { start: '2020-04-09', end: '2020-04-15' }),
        ),
        'APPROVE 20000 OK',
      ],
      ['in the province', of(away('2020-02-01', '2020-06-30', { workplace: '140105' })), five],
      ['abroad (d)', of(away('2020-02-01', '2020-06-30', { workplace: 'JPN' })), five],
      ['in a zone of another city', of(away('2020-02-01', '2020-06-30', { workplace: '140971' })), five],
      [
        'away by its kind, no place named',
        of(away('2020-02-01', '2020-06-30', { workplace: undefined })),
        five,
      ],
      [
        'away, but in the home county',
        of(away('2020-02-01', '2020-06-30', { workplace: '141124' })),
        'REJECT 0 NOT_OUTSIDE_COUNTY',
      ],
      ['a local workshop', of(local('LOCAL_WORKSHOP')), five],
      ['a local enterprise', of(local('LOCAL_ENTERPRISE')), five],
      [
        'a local workshop without wage proof',
        of(local('LOCAL_WORKSHOP', { wageProof: false })),
        'REVIEW 0 PROOF_MISSING',
      ],
      ['away without wage proof', of(away('2020-02-01', '2020-06-30', { wageProof: false })), five],
      ['no word about wage proof', of(local('LOCAL_WORKSHOP', { wageProof: undefined })), five],
      ['a farm cooperative', of(local('LOCAL_FARM_ENTITY')), wrong],
      ['an enterprise that is a cooperative', of(local('LOCAL_ENTERPRISE', { employer: 'E3' })), wrong],
      ['self-employed at home (e)', of(local('SELF_EMPLOYED')), wrong],
      ['self-employed away', of(local('SELF_EMPLOYED', { workplace: '320500' })), five],
      ['a public-welfare post', of(local('PUBLIC_WELFARE_POST')), wrong],
      [
        'a post beside work away',
        of(local('PUBLIC_WELFARE_POST'), away('2020-05-01', '2020-06-30')),
        'APPROVE 40000 OK',
      ],
      ['lifted out', { ...all, worker: 'P2' }, five],
      ['not poor', { ...all, worker: 'P5' }, 'REJECT 0 NOT_REGISTERED_POOR'],
      ['sixty-three', { ...all, worker: 'P4' }, five],
      ['sixteen on 10 March', { ...all, worker: 'P3' }, 'APPROVE 80000 OK'],
      ['unable to work', { ...all, worker: 'LOST' }, 'REJECT 0 NOT_ABLE_TO_WORK'],
      [
        'two months paid before',
        { ...all, priorPaidMonths: ['2020-02', '2020-03'] },
        'APPROVE 60000 DUPLICATE',
      ],
      [
        'all months paid before',
        { ...all, priorPaidMonths: ['2020-02', '2020-03', '2020-04', '2020-05', '2020-06'] },
        'REJECT 0 DUPLICATE',
      ],
      ['null for earlier months', { ...all, priorPaidMonths: null }, five],
      ['a month outside paid before', { ...all, priorPaidMonths: ['2020-01'] }, five],
      ['no monthly sum', all, notSet, { 'retention.monthlyFen': null }],
      ['no day count', all, notSet, { 'retention.minDaysPerMonth': null }],
      [
        'any day counts',
        of(away('2020-03-31', '2020-04-01')),
        'APPROVE 40000 OK',
        { 'retention.minDaysPerMonth': 1 },
      ],
      ['a sum above the notice’s', all, five, { 'retention.monthlyFen': 30_000 }],
      ['a lower sum', all, 'APPROVE 50000 OK', { 'retention.monthlyFen': 10_000 }],
    ]),
  )('$what', ({ facts, expected, config }) => {
    expect(answer('RETENTION_ALLOWANCE', facts, config)).toBe(expected);
  });
});
