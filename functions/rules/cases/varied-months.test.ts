import { describe, expect, test } from 'vitest';
import { caseWorld, policyCase } from './case-file.ts';
import { decideCase } from './decide-case.ts';

/* Cases on posts and on unemployment assistance as a policy author may write them, in the format of cases.json. */
const poor = (idNumber: string, homeCounty: string, rest: object = {}) => ({
  idNumber,
  homeCounty,
  povertyStatus: 'REGISTERED_POOR',
  ...rest,
});
const world = caseWorld.parse({
  people: {
    P1: poor('141124198506129974', '141124'),
    P2: poor('141124199001019969', '141124', { povertyStatus: 'LIFTED_STILL_ASSISTED' }),
    /** Sixteen on 10 March 2020. */
    P3: poor('140925200403109988', '140925'),
    P5: poor('140223197802289976', '140223', { povertyStatus: 'NONE' }),
    LOST: poor('141124198001019999', '141124', { workCapacity: 'LOST' }),
  },
  defaultConfig: {
    minimumAge: 16,
    publicWorks: { monthlyFen: null },
    unemployment: { assistanceMonthlyFen: null, ceilingBpOfUiBenefit: 10_000, maxMonths: 6 },
  },
});

const answer = (instrument: string, facts: object, config: object): string => {
  const { decision, amountFen, reasons } = decideCase(
    policyCase.parse({ id: 'X', instrument, facts, config }),
    world,
  );
  return `${decision} ${amountFen} ${reasons.join(' ')}`;
};
type Row = [what: string, facts: object, expected: string, config?: object];
const notSet = 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED';

describe('a temporary public works post', () => {
  const usual = {
    worker: 'P2',
    unableToLeave: true,
    postKind: 'DISINFECTION',
    months: ['2020-03', '2020-04'],
    otherEmploymentMonths: [],
  };
  const two = 'APPROVE 120000 OK';
  test.each<Row>([
    ['two months', {}, two],
    ['one month', { months: ['2020-03'] }, 'APPROVE 60000 OK'],
    ['months in another order', { months: ['2020-04', '2020-03'] }, two],
    ['before the window of other clauses', { months: ['2020-01'] }, 'APPROVE 60000 OK'],
    ['after it', { months: ['2020-07', '2020-08'] }, two],
    ['no pay set', {}, notSet, { 'publicWorks.monthlyFen': null }],
    [
      'no pay set, and able to leave',
      { unableToLeave: false },
      'REJECT 0 ABLE_TO_LEAVE',
      { 'publicWorks.monthlyFen': null },
    ],
    ['able to leave', { unableToLeave: false }, 'REJECT 0 ABLE_TO_LEAVE'],
    ['nobody says whether', { unableToLeave: undefined }, 'REVIEW 0 PROOF_MISSING'],
    ['the village does not confirm', { villageConfirmed: false }, 'REVIEW 0 PROOF_MISSING'],
    ['a patrol', { postKind: 'COMMUNITY_PATROL' }, two],
    ['a patrol in other words', { postKind: 'patrol' }, two],
    ['environment', { postKind: 'ENVIRONMENT' }, two],
    ['ecology', { postKind: 'ECOLOGY' }, two],
    ['rural construction', { postKind: 'RURAL_CONSTRUCTION' }, two],
    ['kind unsaid', { postKind: undefined }, two],
    ['another kind with a reason', { postKind: 'OTHER', kindReason: '看护' }, 'REVIEW 0 OUTSIDE_SOFT_LIMIT'],
    ['another kind without one', { postKind: 'LIBRARY' }, 'REVIEW 0 PROOF_MISSING'],
    ['another full job in one month', { otherEmploymentMonths: ['2020-04'] }, 'REVIEW 0 EXCLUDED_BENEFIT'],
    ['another job in other months', { otherEmploymentMonths: ['2020-06'] }, two],
    ['no word about other jobs', { otherEmploymentMonths: undefined }, two],
    ['null for it', { otherEmploymentMonths: null }, two],
    ['retention in the month', { retentionMonths: ['2020-03'] }, 'REVIEW 0 EXCLUDED_BENEFIT'],
    ['retention in another', { retentionMonths: ['2020-05'] }, two],
    [
      'unemployment assistance in the month',
      { unemploymentAssistanceMonths: ['2020-04'] },
      'REVIEW 0 EXCLUDED_BENEFIT',
    ],
    ['one month paid before', { alreadyPaidMonths: ['2020-03'] }, 'APPROVE 60000 DUPLICATE'],
    ['both paid before', { alreadyPaidMonths: ['2020-03', '2020-04'] }, 'REJECT 0 DUPLICATE'],
    ['fifteen days each', { attendanceDays: 15 }, two],
    ['fourteen days each', { attendanceDays: 14 }, 'REJECT 0 NO_COUNTED_MONTH'],
    [
      'fourteen days in one month',
      { months: [{ month: '2020-03', attendanceDays: 14 }, '2020-04'] },
      'APPROVE 60000 NO_COUNTED_MONTH',
    ],
    ['the post ended in March', { postEndsOn: '2020-03-31' }, 'REVIEW 0 REGISTER_DIFFERS'],
    ['one more than the quota', { quota: 1, placeNo: 2 }, 'REVIEW 0 REGISTER_DIFFERS'],
    ['the last place of the quota', { quota: 2, placeNo: 2 }, two],
    ['one month at most', {}, 'APPROVE 60000 PERIOD_EXHAUSTED', { 'publicWorks.maxMonths': 1 }],
    [
      'two at most, two used',
      { alreadyPaidMonths: ['2020-01', '2020-02'] },
      'REJECT 0 PERIOD_EXHAUSTED',
      { 'publicWorks.maxMonths': 2 },
    ],
    ['not poor', { worker: 'P5' }, 'REJECT 0 NOT_REGISTERED_POOR'],
    ['not able to work', { worker: 'LOST' }, 'REJECT 0 NOT_ABLE_TO_WORK'],
    ['not yet sixteen', { worker: 'P3' }, 'REJECT 0 UNDER_AGE'],
    ['sixteen since March', { worker: 'P3', months: ['2020-04'] }, 'APPROVE 60000 OK'],
  ])('%s', (_what, facts, expected, config = {}) => {
    const set = { 'publicWorks.monthlyFen': 60_000, ...config };
    expect(answer('PUBLIC_WORKS_POST', { ...usual, ...facts }, set)).toBe(expected);
  });
});

describe('unemployment assistance', () => {
  const usual = {
    worker: 'P1',
    insured: true,
    lostJobDueToEpidemic: true,
    month: '2020-04',
    uiBenefitMonthlyFen: 128_000,
    receivesUiBenefitThisMonth: false,
    monthsAlreadyPaid: 0,
  };
  const ok = 'APPROVE 102400 OK';
  test.each<Row>([
    ['below the benefit', {}, ok],
    ['equal to it', {}, 'APPROVE 128000 OK', { 'unemployment.assistanceMonthlyFen': 128_000 }],
    ['one fen below', {}, 'APPROVE 127999 OK', { 'unemployment.assistanceMonthlyFen': 127_999 }],
    ['one fen above', {}, 'APPROVE 128000 CAPPED', { 'unemployment.assistanceMonthlyFen': 128_001 }],
    ['at 80 %, exactly', {}, ok, { 'unemployment.ceilingBpOfUiBenefit': 8_000 }],
    [
      'at 80 %, one fen above',
      {},
      'APPROVE 102400 CAPPED',
      { 'unemployment.ceilingBpOfUiBenefit': 8_000, 'unemployment.assistanceMonthlyFen': 102_401 },
    ],
    [
      'half a fen of the ceiling goes up',
      { uiBenefitMonthlyFen: 100_001 },
      'APPROVE 50001 CAPPED',
      { 'unemployment.ceilingBpOfUiBenefit': 5_000 },
    ],
    [
      'above the notice’s own ceiling',
      {},
      'APPROVE 128000 CAPPED',
      { 'unemployment.ceilingBpOfUiBenefit': 12_000, 'unemployment.assistanceMonthlyFen': 140_000 },
    ],
    ['no local sum', {}, notSet, { 'unemployment.assistanceMonthlyFen': null }],
    ['no local benefit', { uiBenefitMonthlyFen: undefined }, notSet],
    ['null for it', { uiBenefitMonthlyFen: null }, notSet],
    [
      'the benefit as a figure of the county',
      { uiBenefitMonthlyFen: undefined },
      'APPROVE 100000 CAPPED',
      { 'unemployment.uiBenefitMonthlyFen': 100_000 },
    ],
    ['no longest term', {}, notSet, { 'unemployment.maxMonths': null }],
    ['not insured', { insured: false }, 'REJECT 0 NOT_INSURED'],
    [
      'not insured, no local sum',
      { insured: false },
      'REJECT 0 NOT_INSURED',
      { 'unemployment.assistanceMonthlyFen': null },
    ],
    ['nobody says whether insured', { insured: undefined }, 'REVIEW 0 REGISTER_DOES_NOT_KNOW'],
    ['insured in Beijing', { insuredIn: '110105' }, 'REJECT 0 NOT_INSURED'],
    ['insured in Taiyuan', { insuredIn: '140105' }, ok],
    ['not because of the epidemic', { lostJobDueToEpidemic: false }, 'REJECT 0 NOT_EPIDEMIC_LOSS'],
    ['lost on 20 January', { lostOn: '2020-01-20' }, ok],
    ['lost on 19 January', { lostOn: '2020-01-19' }, 'REJECT 0 NOT_EPIDEMIC_LOSS'],
    ['resigned', { resigned: true }, 'REVIEW 0 CAUSE_UNCLEAR'],
    ['resigned, where that is paid', { resigned: true }, ok, { 'unemployment.resigned': 'PAID' }],
    ['benefit in the same month', { receivesUiBenefitThisMonth: true }, 'REJECT 0 DUPLICATE'],
    ['no word about benefit', { receivesUiBenefitThisMonth: undefined }, ok],
    ['five months paid', { monthsAlreadyPaid: 5 }, ok],
    ['six months paid', { monthsAlreadyPaid: 6 }, 'REJECT 0 PERIOD_EXHAUSTED'],
    ['seven months paid', { monthsAlreadyPaid: 7 }, 'REJECT 0 PERIOD_EXHAUSTED'],
    ['twelve at most, six paid', { monthsAlreadyPaid: 6 }, ok, { 'unemployment.maxMonths': 12 }],
    ['no word about months paid', { monthsAlreadyPaid: undefined }, ok],
    ['this month paid', { alreadyPaidThisMonth: true }, 'REJECT 0 DUPLICATE'],
    ['three months', { months: ['2020-04', '2020-05', '2020-06'] }, 'APPROVE 307200 OK'],
    [
      'three months, five used',
      { months: ['2020-04', '2020-05', '2020-06'], monthsAlreadyPaid: 5 },
      'APPROVE 102400 PERIOD_EXHAUSTED',
    ],
    ['re-employed and insured', { reemployedAndInsured: true }, 'REJECT 0 ASSISTANCE_STOPPED'],
    ['re-employed without insurance', { reemployed: true }, 'REVIEW 0 EXCLUDED_BENEFIT'],
    ['stopped by a pension', { stopReason: 'PENSION' }, 'REJECT 0 ASSISTANCE_STOPPED'],
    ['stopped by death', { stopReason: 'death' }, 'REJECT 0 ASSISTANCE_STOPPED'],
    ['no reason to stop', { stopReason: null }, ok],
    ['retention in the month', { receivesRetentionThisMonth: true }, 'REVIEW 0 EXCLUDED_BENEFIT'],
    ['a post in the month', { inPublicWorksPostThisMonth: true }, 'REVIEW 0 EXCLUDED_BENEFIT'],
    ['February', { month: '2020-02' }, ok],
    ['January', { month: '2020-01' }, ok],
    ['December 2019', { month: '2019-12' }, 'REJECT 0 NOT_EPIDEMIC_LOSS'],
    ['not poor', { worker: 'P5' }, 'REJECT 0 NOT_REGISTERED_POOR'],
    ['lifted out', { worker: 'P2' }, ok],
    ['not able to work', { worker: 'LOST' }, 'REJECT 0 NOT_ABLE_TO_WORK'],
    ['not yet sixteen', { worker: 'P3', lostOn: '2020-03-09' }, 'REJECT 0 UNDER_AGE'],
    ['sixteen', { worker: 'P3', lostOn: '2020-03-10' }, ok],
  ])('%s', (_what, facts, expected, config = {}) => {
    const set = { 'unemployment.assistanceMonthlyFen': 102_400, ...config };
    expect(answer('UNEMPLOYMENT_ASSISTANCE', { ...usual, ...facts }, set)).toBe(expected);
  });
});
