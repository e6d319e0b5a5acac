import { describe, expect, test } from 'vitest';
import { aSpell } from '../../../test/builders/claims.ts';
import {
  aListing,
  anEmigrant,
  anOperator,
  overseasFacts,
  overseasRules,
} from '../../../test/builders/overseas.ts';
import { lineAssessment } from '../../contracts/assessment.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';
import { valuesInForce } from '../values/index.ts';
import { overseasClaim } from './claim.ts';
import type { OverseasFacts } from './facts.ts';
import { assessOverseas } from './index.ts';
import { overseasLine } from './instrument.ts';

type Given = [
  claim?: Record<string, unknown>,
  rest?: Partial<OverseasFacts>,
  values?: Partial<RuleValues['overseas']>,
];
/** The outcome, the amount in yuan and every reason, on one line. */
const answer = (...[claim, rest, values]: Given): string => {
  const { outcome, amountFen, reasons } = lineAssessment.parse(
    assessOverseas(overseasFacts(claim, rest), overseasRules(values)),
  );
  return `${outcome} ${amountFen / 100} ${reasons.join(' ')}`;
};
const paid = 'APPROVE 5000 OK';
const refused = (reasons: string) => `REJECT 0 ${reasons}`;
const review = (reasons: string) => `REVIEW 5000 ${reasons}`;
const worker = (rest: Partial<WorkerRecord>): Partial<OverseasFacts> => ({ worker: anEmigrant(rest) });
const applicationId = 'A20200316-7K3M9QW2ZD';

describe('the sum is the county’s to set', () => {
  test('the province has none: the claim is kept and nothing is paid', () => {
    const { values, sources } = valuesInForce('141124', '2020-03-16');
    expect(values.overseas.amountFen).toBeNull();
    expect(assessOverseas(overseasFacts(), { values, sources })).toMatchObject({
      outcome: 'NOT_CONFIGURED',
      amountFen: 0,
      reasons: ['RULE_NOT_CONFIGURED'],
      entitlements: [],
    });
  });

  test('what a missing sum cannot change is said at once', () => {
    const notPoor = worker({ povertyStatuses: [] });
    expect(answer({}, notPoor, { amountFen: null })).toBe(refused('NOT_REGISTERED_POOR'));
    expect(answer({}, worker({ overseasListings: [] }), { amountFen: null })).toBe(
      'NOT_CONFIGURED 0 RULE_NOT_CONFIGURED REGISTER_DOES_NOT_KNOW',
    );
  });

  test('it is paid once for a worker', () => {
    expect(assessOverseas(overseasFacts(), overseasRules()).entitlements).toEqual([
      { period: 'ONCE', amountFen: 500_000 },
    ]);
    expect(overseasLine.periods(overseasFacts().claim, overseasRules().values)).toEqual(['ONCE']);
    expect(answer({}, { held: [{ period: 'ONCE', applicationId }] })).toBe(refused('DUPLICATE'));
  });
});

describe('abroad', () => {
  const there = (country: string, workplace = country) =>
    worker({ spells: [aSpell({ kind: 'OUTSIDE_COUNTY', workplace, startsOn: '2020-03-16' })] });
  test.each([
    ['Japan', 'JPN', there('JPN'), paid],
    ['Hong Kong by its letters', 'HKG', there('HKG'), paid],
    ['Macau by its division', '820000', there('820000'), paid],
    ['registered in another country', 'KOR', there('JPN'), review('REGISTER_DIFFERS')],
    ['registered at home after the departure', 'JPN', there('141124'), review('REGISTER_DIFFERS')],
    ['no work registered', 'JPN', worker({ spells: [] }), review('REGISTER_DOES_NOT_KNOW')],
    [
      'work at home that went on from before',
      'JPN',
      worker({ spells: [aSpell({ startsOn: '2019-01-01' })] }),
      review('REGISTER_DOES_NOT_KNOW'),
    ],
    [
      'work there that had ended before',
      'JPN',
      worker({ spells: [aSpell({ workplace: 'JPN', startsOn: '2018-01-01', endsOn: '2020-03-15' })] }),
      review('REGISTER_DOES_NOT_KNOW'),
    ],
  ])('%s', (_case, country, rest, expected) => {
    expect(answer({ country }, rest)).toBe(expected);
  });

  test('work in the mainland is no claim, and would be refused', () => {
    const { claim, ...rest } = overseasFacts();
    expect(overseasClaim.safeParse({ ...claim, country: '110105' }).success).toBe(false);
    const { outcome, reasons } = assessOverseas(
      { ...rest, claim: { ...claim, country: '110105' } },
      overseasRules(),
    );
    expect(`${outcome} ${reasons.join(' ')}`).toBe('REJECT WRONG_EMPLOYMENT_KIND');
  });

  test('the departure has been, and the permit is there', () => {
    expect(answer({}, { submittedOn: '2020-03-16' })).toBe(paid);
    expect(answer({}, { submittedOn: '2020-03-15' })).toBe(review('PROOF_MISSING'));
    expect(answer({ permitAttached: false })).toBe(review('PROOF_MISSING'));
  });
});

describe('the worker', () => {
  test.each([
    ['lifted out, still assisted', worker({}), paid],
    [
      'not poor',
      worker({ povertyStatuses: [{ status: 'NONE', startsOn: '2014-01-01' }] }),
      refused('NOT_REGISTERED_POOR'),
    ],
    ['relocated, not poor', worker({ povertyStatuses: [], relocated: true }), refused('NOT_REGISTERED_POOR')],
    ['sixteen on the day of departure', worker({ birthDate: '2004-03-16' }), paid],
    ['sixteen a day later', worker({ birthDate: '2004-03-17' }), refused('UNDER_AGE')],
    ['not able to work', worker({ workCapacity: 'NONE' }), refused('NOT_ABLE_TO_WORK')],
    ['of another county', worker({ homeDivision: '141125' }), review('REGISTER_DIFFERS')],
    ['unknown', { worker: 'UNKNOWN' as const }, review('REGISTER_DOES_NOT_KNOW')],
    ['the register is down', { worker: 'UNAVAILABLE' as const }, review('REGISTER_DOES_NOT_KNOW')],
  ])('%s', (_case, rest, expected) => {
    expect(answer({}, rest)).toBe(expected);
  });
});

describe('listed, trained, and sent by a licensed company', () => {
  const listings = (...overseasListings: WorkerRecord['overseasListings']) => worker({ overseasListings });
  test.each([
    ['listed on the day of departure', listings(aListing({ listedOn: '2020-03-16' })), paid],
    ['listed a day later', listings(aListing({ listedOn: '2020-03-17' })), review('REGISTER_DIFFERS')],
    ['not listed', listings(), review('REGISTER_DOES_NOT_KNOW')],
    [
      'does not meet the conditions',
      listings(aListing({ meetsConditions: false })),
      review('OUTSIDE_SOFT_LIMIT'),
    ],
    [
      'did not meet them once, does since',
      listings(aListing(), aListing({ listedOn: '2019-01-01', meetsConditions: false })),
      paid,
    ],
    [
      'met them once, does not since',
      listings(aListing({ meetsConditions: false }), aListing({ listedOn: '2019-01-01' })),
      review('OUTSIDE_SOFT_LIMIT'),
    ],
    ['not trained', listings(aListing({ trainingMinutes: 0 })), review('PROOF_MISSING')],
    ['no company named', { operator: undefined }, review('PROOF_MISSING')],
    ['a company nobody knows', { operator: 'UNKNOWN' as const }, review('REGISTER_DOES_NOT_KNOW')],
    ['a company without a licence', { operator: anOperator({ licences: [] }) }, review('LICENCE_NOT_VALID')],
    [
      'a licence that ended the day before the signing',
      {
        operator: anOperator({
          licences: [{ kind: 'OVERSEAS_LABOUR', number: 'L', startsOn: '2018-01-01', endsOn: '2020-03-09' }],
        }),
      },
      review('LICENCE_NOT_VALID'),
    ],
    [
      'a licence that ended on the day of the signing',
      {
        operator: anOperator({
          licences: [{ kind: 'OVERSEAS_LABOUR', number: 'L', startsOn: '2018-01-01', endsOn: '2020-03-10' }],
        }),
      },
      paid,
    ],
  ])('%s', (_case, rest: Partial<OverseasFacts>, expected) => {
    expect(answer({}, rest)).toBe(expected);
  });

  test('a county may ask for so many minutes of training', () => {
    expect(answer({}, {}, { minTrainingMinutes: 2400 })).toBe(paid);
    expect(answer({}, {}, { minTrainingMinutes: 2401 })).toBe(review('PROOF_MISSING'));
  });
});

describe('beside other subsidies', () => {
  const other = (instrument: string, period: string): Partial<OverseasFacts> => ({
    others: [{ instrument, period, applicationId }],
  });
  test.each([
    ['TRANSPORT_SUBSIDY', '2020'],
    ['PLACEMENT_SUBSIDY', 'ONCE'],
    ['HIRING_SUBSIDY', 'ONCE'],
    ['FARM_HIRING_SUBSIDY', 'ONCE'],
    ['SOCIAL_INSURANCE_SUBSIDY', '2020-05'],
    ['PUBLIC_WORKS_POST', '2021-02'],
    ['UNEMPLOYMENT_ASSISTANCE', '2020-03'],
  ])('%s is looked up, and an officer looks at it', (instrument, period) => {
    const keys = overseasLine.besides?.(overseasFacts().claim, overseasRules().values);
    expect(keys).toContainEqual({ instrument, period });
    expect(answer({}, other(instrument, period))).toBe(review('EXCLUDED_BENEFIT'));
  });

  test('the retention allowance is payable abroad', () => {
    expect(answer({}, other('RETENTION_ALLOWANCE', '2020-05'))).toBe(paid);
  });

  test('a county may let transport stand beside it', () => {
    expect(answer({}, other('TRANSPORT_SUBSIDY', '2020'), { besideTransport: true })).toBe(paid);
    expect(answer({}, other('PLACEMENT_SUBSIDY', 'ONCE'), { besideTransport: true })).toBe(
      review('EXCLUDED_BENEFIT'),
    );
  });
});

test('a county may pay the worker only', () => {
  expect(answer({}, { payeeIsWorker: false })).toBe(paid);
  expect(answer({}, { payeeIsWorker: false }, { payee: 'WORKER' })).toBe(review('PAYEE_NOT_WORKER'));
  expect(answer({}, { payeeIsWorker: true }, { payee: 'WORKER' })).toBe(paid);
  expect(answer({}, {}, { payee: 'WORKER' })).toBe(paid);
});

test('a claim that leaves after the contract has ended is not taken', () => {
  const { claim } = overseasFacts();
  expect(overseasClaim.safeParse({ ...claim, departedOn: '2023-03-15' }).success).toBe(true);
  expect(overseasClaim.safeParse({ ...claim, departedOn: '2023-03-16' }).success).toBe(false);
});
