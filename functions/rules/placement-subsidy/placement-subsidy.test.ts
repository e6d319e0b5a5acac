import { describe, expect, test } from 'vitest';
import { aSpell } from '../../../test/builders/claims.ts';
import {
  aWorkerRecord,
  anEmployer,
  anOrganisation,
  placementFacts,
  rulesWith,
  type Beside,
} from '../../../test/builders/facts.ts';
import { lineAssessment, type Check } from '../../contracts/assessment.ts';
import type { PlacementFacts } from './facts.ts';
import type { RuleSet } from '../facts.ts';
import { assessPlacement } from './index.ts';
import { placementLine } from './instrument.ts';

type Values = RuleSet['values']['placement'];

const assess = (
  claim: Record<string, unknown> = {},
  rest: Beside<PlacementFacts> = {},
  values: Partial<Values> = {},
) => assessPlacement(placementFacts(claim, rest), rulesWith({ placement: values }));

/** The outcome, the amount and every reason, on one line. */
const answer = (...given: Parameters<typeof assess>) => {
  const { outcome, amountFen, reasons } = assess(...given);
  return `${outcome} ${amountFen} ${reasons.join(' ')}`;
};
const paid = 'APPROVE 50000 OK';
const refused = (reasons: string) => `REJECT 0 ${reasons}`;
const review = (reasons: string) => `REVIEW 50000 ${reasons}`;

const checkNamed = (checks: readonly Check[], id: string): Check => {
  const found = checks.find(({ checkId }) => checkId === id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
};

const contract = (rest: Record<string, unknown> = {}) => ({
  contract: {
    number: 'HT-1',
    type: 'FIXED_TERM',
    signedOn: '2020-04-08',
    startsOn: '2020-04-08',
    endsOn: '2021-04-07',
    ...rest,
  },
});
const working = (...spells: Parameters<typeof aSpell>) => ({
  worker: aWorkerRecord({ spells: [aSpell(...spells)] }),
});

describe('the amount: 500, 800, 1000 yuan by the workplace (5)', () => {
  test.each([
    ['the home county', '141124', 'APPROVE 50000 OK'],
    ['the next county of the same city', '141125', 'APPROVE 80000 OK'],
    ['the capital of the province', '140105', 'APPROVE 80000 OK'],
    ['another province', '110105', 'APPROVE 100000 OK'],
    ['abroad (h)', 'JPN', 'REJECT 0 OVERSEAS_NOT_TIERED'],
    ['Hong Kong (h)', '810000', 'REJECT 0 OVERSEAS_NOT_TIERED'],
    ['Macau (h)', 'MAC', 'REJECT 0 OVERSEAS_NOT_TIERED'],
    ['Taiwan (h)', '710000', 'REJECT 0 OVERSEAS_NOT_TIERED'],
  ])('%s', (_case, workplace, expected) => {
    expect(answer({ workplace })).toBe(expected);
  });

  test.each([
    ['its own city', '141100', 'REVIEW 50000 PROOF_MISSING'],
    ['the province', '140000', 'REVIEW 50000 PROOF_MISSING'],
    ['another city of the province', '140500', 'APPROVE 80000 OK'],
  ])(
    'named only as %s: what is not shown to be outside is not paid as outside',
    (_case, workplace, expected) => {
      expect(answer({ workplace }, working({ workplace }))).toBe(expected);
    },
  );

  test('of two tiers that are possible, one figure missing keeps the claim', () => {
    const { tierFen } = rulesWith().values.placement;
    expect(answer({ workplace: '141100' }, {}, { tierFen: { ...tierFen, IN_PROVINCE: null } })).toBe(
      'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED',
    );
  });

  test('the county meant is the worker’s, wherever the agency is and the employer is registered (b)', () => {
    const worker = aWorkerRecord({ homeDivision: '140925', spells: [aSpell({ workplace: '141124' })] });
    expect(answer({ workplace: '141124' }, { worker, division: '140925' })).toBe('APPROVE 80000 OK');
  });

  test.each([
    ['IN_COUNTY', '141124'],
    ['IN_PROVINCE', '140105'],
    ['OUT_OF_PROVINCE', '110105'],
  ] as const)('without the figure for %s nothing is paid and the claim is kept', (tier, workplace) => {
    const { tierFen } = rulesWith().values.placement;
    const taken = { tierFen: { ...tierFen, [tier]: null } };
    expect(answer({ workplace }, {}, taken)).toBe('NOT_CONFIGURED 0 RULE_NOT_CONFIGURED');
    const { sentence } = checkNamed(assess({ workplace }, {}, taken).checks, 'tier');
    expect(sentence.zh).toContain(`placement.tierFen.${tier}`);
  });

  test('it is earned once and for all', () => {
    expect(assess().entitlements).toEqual([{ period: 'ONCE', amountFen: 50_000 }]);
  });
});

describe('referral and contract both in the window, both its ends included (4, c)', () => {
  const dates = (referredOn: string, signedOn: string) => ({
    referredOn,
    ...contract({ signedOn, startsOn: signedOn, endsOn: '2021-12-31' }),
  });
  test.each([
    ['both on the first day', '2020-02-01', '2020-02-01', paid],
    ['both on the last day', '2020-06-30', '2020-06-30', paid],
    ['from the first day to the last', '2020-02-01', '2020-06-30', paid],
    ['before the notice was written', '2020-02-03', '2020-03-04', paid],
    ['the referral a day too early', '2020-01-31', '2020-02-01', refused('OUT_OF_WINDOW')],
    ['the signing a day too late', '2020-06-30', '2020-07-01', refused('OUT_OF_WINDOW')],
    ['both too early', '2020-01-20', '2020-01-31', refused('OUT_OF_WINDOW')],
    ['both too late', '2020-07-01', '2020-07-01', refused('OUT_OF_WINDOW')],
  ])('%s', (_case, referredOn, signedOn, expected) => {
    expect(answer(dates(referredOn, signedOn))).toBe(expected);
  });

  test('work may begin after the window', () => {
    expect(answer(contract({ signedOn: '2020-06-30', startsOn: '2020-07-15', endsOn: '2021-07-14' }))).toBe(
      paid,
    );
  });

  test('a contract signed before the referral was not brought about by it, as far as anybody can see (1)', () => {
    expect(answer(dates('2020-03-11', '2020-03-10'))).toBe(review('PROOF_MISSING REGISTER_DIFFERS'));
    const later = { worker: aWorkerRecord({ spells: [aSpell({ startsOn: '2020-03-16' })] }) };
    const signedFirst = {
      referredOn: '2020-03-11',
      ...contract({ signedOn: '2020-03-10', startsOn: '2020-03-16' }),
    };
    expect(answer(signedFirst, later)).toBe(review('PROOF_MISSING'));
    expect(answer(dates('2020-03-10', '2020-03-10'))).toBe(paid);
  });
});

describe('a labour contract of the term in force (3, d)', () => {
  test.each([
    ['six months to the day', '2020-03-16', '2020-09-15', 6, paid],
    ['a day short of six months', '2020-03-16', '2020-09-14', 6, refused('CONTRACT_TOO_SHORT')],
    ['a day more', '2020-03-16', '2020-09-16', 6, paid],
    ['from 1 March', '2020-03-01', '2020-08-31', 6, paid],
    ['from 1 March, a day short', '2020-03-01', '2020-08-30', 6, refused('CONTRACT_TOO_SHORT')],
    ['from 31 August to the end of February, less a day', '2020-08-31', '2021-02-27', 6, paid],
    ['from 31 August, a day short', '2020-08-31', '2021-02-26', 6, refused('CONTRACT_TOO_SHORT')],
    ['from 29 February', '2020-02-29', '2020-08-28', 6, paid],
    ['from 29 February, a day short', '2020-02-29', '2020-08-27', 6, refused('CONTRACT_TOO_SHORT')],
    ['from 29 February for a year', '2020-02-29', '2021-02-27', 12, paid],
    ['a year where the county asks a year', '2020-03-16', '2021-03-15', 12, paid],
    [
      'six months where the county asks a year',
      '2020-03-16',
      '2020-09-15',
      12,
      refused('CONTRACT_TOO_SHORT'),
    ],
    ['a single day where the county asks no term', '2020-03-16', '2020-03-16', 0, paid],
  ])('%s', (_case, startsOn, endsOn, minContractMonths, expected) => {
    const claim = { referredOn: '2020-02-03', ...contract({ signedOn: '2020-02-29', startsOn, endsOn }) };
    expect(answer(claim, {}, { minContractMonths })).toBe(expected);
  });

  test('the day that was needed is named', () => {
    const { sentence } = checkNamed(assess(contract({ endsOn: '2020-10-06' })).checks, 'contract-term');
    expect(sentence).toEqual({
      zh: '合同至 2020-10-06，满 6 个月须至 2020-10-07。',
      en: 'The contract ends on 2020-10-06; 6 months run to 2020-10-07.',
    });
  });

  const noTerm = { minContractMonths: null };
  test.each([
    ['open-ended', { type: 'OPEN_ENDED', endsOn: undefined }, {}, paid],
    ['open-ended, where no term is set', { type: 'OPEN_ENDED', endsOn: undefined }, noTerm, paid],
    ['until a task is done', { type: 'TASK_BASED', endsOn: undefined }, {}, review('TASK_BASED_CONTRACT')],
    [
      'until a task is done, at the latest in a month',
      { type: 'TASK_BASED', endsOn: '2020-05-07' },
      {},
      review('TASK_BASED_CONTRACT'),
    ],
    ['a fixed term, where no term is set', {}, noTerm, 'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED'],
  ])('%s', (_case, terms, values, expected) => {
    expect(answer(contract(terms), {}, values)).toBe(expected);
  });

  test('a fixed term that names no last day is for a person to look at', () => {
    const facts = placementFacts();
    const { number, type, signedOn, startsOn } = facts.claim.contract;
    const cut = { ...facts, claim: { ...facts.claim, contract: { number, type, signedOn, startsOn } } };
    expect(assessPlacement(cut, rulesWith()).reasons).toEqual(['PROOF_MISSING']);
  });
});

describe('who applies: bodies of the market, with a licence where one is needed (1)', () => {
  const lapsed = { kind: 'HR_SERVICE' as const, number: 'L-1', startsOn: '2017-01-01', endsOn: '2020-03-31' };
  const licence = (startsOn: string, endsOn?: string) => ({
    kind: 'HR_SERVICE' as const,
    number: 'L-1',
    startsOn,
    ...(endsOn !== undefined && { endsOn }),
  });
  const without = (type: 'HR_AGENCY' | 'LABOUR_BROKER' | 'TRAINING_PROVIDER' | 'OTHER_MARKET_BODY') => ({
    applicant: anEmployer({ organisationId: 'B-1', type }),
  });

  test.each([
    ['a licensed agency', { applicant: anOrganisation() }, paid],
    ['an agency without a licence', without('HR_AGENCY'), refused('LICENCE_NOT_VALID')],
    ['a labour broker, of whom no licence is asked', without('LABOUR_BROKER'), paid],
    ['a training provider', without('TRAINING_PROVIDER'), paid],
    ['another body of the market', without('OTHER_MARKET_BODY'), paid],
    [
      'a public employment service',
      { applicant: anOrganisation({ type: 'PUBLIC_EMPLOYMENT_SERVICE' }) },
      refused('NOT_MARKET_INTERMEDIARY'),
    ],
    ['a workshop', { applicant: anOrganisation({ type: 'WORKSHOP' }) }, refused('NOT_MARKET_INTERMEDIARY')],
    ['a licence from that day', { applicant: anOrganisation({ licences: [licence('2020-04-01')] }) }, paid],
    [
      'a licence from the day after',
      { applicant: anOrganisation({ licences: [licence('2020-04-02')] }) },
      refused('LICENCE_NOT_VALID'),
    ],
    [
      'a licence to that day',
      { applicant: anOrganisation({ licences: [licence('2017-01-01', '2020-04-01')] }) },
      paid,
    ],
    [
      'a licence to the day before',
      { applicant: anOrganisation({ licences: [lapsed] }) },
      refused('LICENCE_NOT_VALID'),
    ],
    ['an agency the register does not know', { applicant: 'UNKNOWN' }, review('REGISTER_DOES_NOT_KNOW')],
    ['a register that does not answer', { applicant: 'UNAVAILABLE' }, review('REGISTER_DOES_NOT_KNOW')],
  ] as const)('%s, referring on 1 April', (_case, beside, expected) => {
    expect(answer({ referredOn: '2020-04-01' }, beside)).toBe(expected);
  });

  test('a county that asks for no licence', () => {
    expect(answer({}, without('HR_AGENCY'), { requireHrLicence: false })).toBe(paid);
  });
});

describe('not with the agency itself or its group', () => {
  const ofGroup = (ownerGroup: string) => ({
    applicant: anOrganisation({ ownerGroup: 'GROUP-1' }),
    employer: anEmployer({ ownerGroup }),
  });
  test.each([
    [
      'the employer is the agency',
      { applicant: anOrganisation({ organisationId: '91141124MA0TEEE15W' }) },
      review('EMPLOYER_IS_APPLICANT'),
    ],
    ['the employer is of the same owner', ofGroup('GROUP-1'), review('EMPLOYER_IS_APPLICANT')],
    ['the employer is of another owner', ofGroup('GROUP-2'), paid],
    ['neither names an owner', {}, paid],
    ['an agency of no group, an employer nobody knows', { employer: 'UNKNOWN' }, paid],
    [
      'an agency of a group, an employer nobody knows',
      { ...ofGroup('GROUP-1'), employer: 'UNKNOWN' },
      review('REGISTER_DOES_NOT_KNOW'),
    ],
    [
      'an agency of a group, and no answer about the employer',
      { ...ofGroup('GROUP-1'), employer: 'UNAVAILABLE' },
      review('REGISTER_DOES_NOT_KNOW'),
    ],
  ] as const)('%s', (_case, beside, expected) => {
    expect(answer({}, beside)).toBe(expected);
  });
});

describe('the worker took the job (2)', () => {
  test.each([
    ['as the claim says', {}, paid],
    ['registered a month after the contract began', { startsOn: '2020-05-09' }, paid],
    ['registered later than that', { startsOn: '2020-05-10' }, review('REGISTER_DOES_NOT_KNOW')],
    ['with another employer', { employerCode: '91140106MA0TAAA25W' }, review('REGISTER_DOES_NOT_KNOW')],
    ['at another place', { workplace: '141125' }, review('REGISTER_DIFFERS')],
    ['from the day of the referral', { startsOn: '2020-04-01' }, paid],
    ['from before the referral', { startsOn: '2020-03-31' }, review('REGISTER_DIFFERS')],
    [
      'over before the contract began',
      { startsOn: '2020-03-01', endsOn: '2020-04-07' },
      review('REGISTER_DOES_NOT_KNOW'),
    ],
    ['as a public-welfare post', { kind: 'PUBLIC_WELFARE_POST' }, refused('WRONG_EMPLOYMENT_KIND')],
  ] as const)('%s', (_case, spell, expected) => {
    expect(answer({}, working(spell))).toBe(expected);
  });

  test('no job is registered at all', () => {
    expect(answer({}, { worker: aWorkerRecord({ spells: [] }) })).toBe(review('REGISTER_DOES_NOT_KNOW'));
  });

  test.each([
    ['the day it began', '2020-04-08', review('LEFT_WITHIN_30_DAYS')],
    ['the 30th day', '2020-05-07', review('LEFT_WITHIN_30_DAYS')],
    ['the 31st day', '2020-05-08', paid],
  ])('left on %s (g)', (_case, endsOn, expected) => {
    expect(answer({}, working({ endsOn }))).toBe(expected);
  });

  test('a county may set another number of days', () => {
    expect(answer({}, working({ endsOn: '2020-05-07' }), { earlyQuitDays: 29 })).toBe(paid);
  });

  test('of two entries about one job the one at the claimed place counts, whatever their order', () => {
    const spells = [aSpell({ workplace: '141125' }), aSpell({ spellId: 'S-2', endsOn: '2020-06-20' })];
    for (const list of [spells, spells.toReversed()])
      expect(answer({}, { worker: aWorkerRecord({ spells: list }) })).toBe(paid);
  });

  test('of two entries about one job the longer counts, whatever their order', () => {
    const spells = [aSpell({ endsOn: '2020-04-20' }), aSpell({ spellId: 'S-2', endsOn: '2020-06-20' })];
    for (const list of [spells, spells.toReversed()])
      expect(answer({}, { worker: aWorkerRecord({ spells: list }) })).toBe(paid);
  });
});

describe('the worker, on the day of the signing', () => {
  const poor = { status: 'REGISTERED_POOR', startsOn: '2014-05-31' } as const;
  const record = (rest: Parameters<typeof aWorkerRecord>[0]) => ({ worker: aWorkerRecord(rest) });
  test.each([
    [
      'lifted out and still assisted',
      record({ povertyStatuses: [{ ...poor, status: 'LIFTED_STILL_ASSISTED' }] }),
      paid,
    ],
    ['off the list later', record({ povertyStatuses: [{ ...poor, endsOn: '2020-04-08' }] }), paid],
    [
      'off the list the day before',
      record({ povertyStatuses: [{ ...poor, endsOn: '2020-04-07' }] }),
      refused('NOT_REGISTERED_POOR'),
    ],
    ['sixteen that day', record({ birthDate: '2004-04-08' }), paid],
    ['sixteen the day after', record({ birthDate: '2004-04-09' }), refused('UNDER_AGE')],
    ['without capacity to work', record({ workCapacity: 'LOST' }), refused('NOT_ABLE_TO_WORK')],
    ['not known to the register', { worker: 'UNKNOWN' }, review('REGISTER_DOES_NOT_KNOW')],
    ['of a register that does not answer', { worker: 'UNAVAILABLE' }, review('REGISTER_DOES_NOT_KNOW')],
  ] as const)('%s', (_case, beside, expected) => {
    expect(answer({}, beside)).toBe(expected);
  });

  test.each([
    ['a worker who is not poor', record({ povertyStatuses: [] }), paid],
    [
      'a worker who is not poor and under age',
      record({ povertyStatuses: [], birthDate: '2005-01-01' }),
      refused('UNDER_AGE'),
    ],
    [
      'a worker who is not poor and not able',
      record({ povertyStatuses: [], workCapacity: 'NONE' }),
      refused('NOT_ABLE_TO_WORK'),
    ],
  ])('where the county pays for all workers (a): %s', (_case, beside, expected) => {
    expect(answer({}, beside, { targetGroup: 'ALL_WORKERS' })).toBe(expected);
  });

  test('where it does not, a worker who is not poor is refused (a)', () => {
    expect(answer({}, record({ povertyStatuses: [] }))).toBe(refused('NOT_REGISTERED_POOR'));
  });

  test('a worker nobody knows, and no county: the distance is not judged, and no amount named', () => {
    expect(answer({}, { worker: 'UNKNOWN', division: undefined })).toBe('REVIEW 0 REGISTER_DOES_NOT_KNOW');
  });

  test('another county than home handles the claim: a person looks', () => {
    expect(answer({}, { division: '141125' })).toBe(review('REGISTER_DIFFERS'));
  });
});

describe('one worker, one payment (e, f)', () => {
  const held = (precedence?: string) => ({
    held: [{ period: 'ONCE', applicationId: 'A20200410-7K3M9QW2ZD', ...(precedence && { precedence }) }],
  });
  test.each([
    ['the other contract was signed the day before', '2020-04-07', refused('DUPLICATE')],
    ['both were signed on one day, and the other was submitted first', '2020-04-08', refused('DUPLICATE')],
    ['the other contract was signed the day after', '2020-04-09', review('CLAIMED_ELSEWHERE')],
    ['nobody knows when the other was signed', undefined, refused('DUPLICATE')],
  ])('%s', (_case, precedence, expected) => {
    expect(answer({}, held(precedence))).toBe(expected);
  });

  test('a second placement in a higher tier adds nothing (e)', () => {
    expect(answer({ workplace: '110105' }, held('2020-03-02'))).toBe(refused('DUPLICATE'));
  });

  test.each(['2020-04-07', '2020-04-09'])(
    'the loser is told which application and when: %s',
    (precedence) => {
      const { sentence, inputs } = checkNamed(assess({}, held(precedence)).checks, 'once-per-worker');
      expect(sentence.zh).toContain('A20200410-7K3M9QW2ZD');
      expect(sentence.en).toContain('A20200410-7K3M9QW2ZD');
      expect(inputs.map(({ value }) => value)).toEqual(['2020-04-08', precedence]);
    },
  );

  test('a county that pays each placement', () => {
    expect(answer({}, held('2020-04-07'), { oncePerWorker: false })).toBe(paid);
  });
});

describe('what it may not stand beside (POLICY 5)', () => {
  const others = (instrument: string, period: string) => ({
    others: [{ instrument, period, applicationId: 'A20200316-7K3M9QW2ZD' }],
  });

  test.each([
    ['a temporary post of that month', 'PUBLIC_WORKS_POST', '2020-04', review('EXCLUDED_BENEFIT')],
    ['the overseas subsidy', 'OVERSEAS_SUBSIDY', 'ONCE', review('EXCLUDED_BENEFIT')],
    ['the worker’s transport subsidy', 'TRANSPORT_SUBSIDY', '2020', paid],
  ])('%s', (_case, instrument, period, expected) => {
    expect(answer({}, others(instrument, period))).toBe(expected);
  });

  test('the keys of both are looked up when a claim is checked', () => {
    const { claim } = placementFacts();
    expect(placementLine.besides?.(claim, rulesWith().values)).toEqual([
      { instrument: 'OVERSEAS_SUBSIDY', period: 'ONCE' },
      { instrument: 'PUBLIC_WORKS_POST', period: claim.contract.startsOn.slice(0, 7) },
    ]);
  });
});

describe('what is said', () => {
  const wrongInEveryWay = () =>
    assess(
      {
        workplace: 'JPN',
        referredOn: '2020-01-31',
        ...contract({ signedOn: '2020-07-01', startsOn: '2020-07-01', endsOn: '2020-07-31' }),
      },
      {
        applicant: anEmployer({ organisationId: 'P-1', type: 'PUBLIC_EMPLOYMENT_SERVICE' }),
        worker: aWorkerRecord({
          povertyStatuses: [],
          birthDate: '2010-01-01',
          workCapacity: 'NONE',
          spells: [aSpell({ kind: 'PUBLIC_WELFARE_POST', startsOn: '2020-07-01' })],
        }),
        held: [{ period: 'ONCE', applicationId: 'A20200410-7K3M9QW2ZD' }],
      },
    );

  test('a refusal names every reason at once, the most important first', () => {
    expect(wrongInEveryWay().reasons).toEqual([
      'NOT_MARKET_INTERMEDIARY',
      'NOT_REGISTERED_POOR',
      'UNDER_AGE',
      'NOT_ABLE_TO_WORK',
      'DUPLICATE',
      'OVERSEAS_NOT_TIERED',
      'OUT_OF_WINDOW',
      'CONTRACT_TOO_SHORT',
      'WRONG_EMPLOYMENT_KIND',
    ]);
  });

  test.each([
    ['a clear claim', () => assess()],
    ['a claim that is wrong in every way', wrongInEveryWay],
    [
      'a claim nobody knows anything of',
      () => assess({}, { worker: 'UNKNOWN', applicant: 'UNKNOWN', employer: 'UNKNOWN' }),
    ],
  ])('%s: every check carries the clause and a sentence in Chinese and English', (_case, decided) => {
    const assessment = lineAssessment.parse(decided());
    for (const { clause, sentence } of assessment.checks) {
      expect(clause).toBe('二.2');
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
});
