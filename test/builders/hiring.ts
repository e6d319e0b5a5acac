import {
  organisationRecord,
  recognitionRecord,
  type OrganisationRecord,
  type RecognitionRecord,
} from '../../functions/contracts/registers/organisation.ts';
import {
  employmentSpell,
  wageTransfer,
  workerRecord,
  type EmploymentSpell,
  type WageTransfer,
  type WorkerRecord,
} from '../../functions/contracts/registers/worker.ts';
import { parseRuleValues, type RuleValues } from '../../functions/contracts/rule-values.ts';
import { addMonths, daysInMonth, monthOf } from '../../functions/rules/calendar/days.ts';
import { farmHiringClaim } from '../../functions/rules/farm-hiring-subsidy/claim.ts';
import type { FarmHiringFacts } from '../../functions/rules/farm-hiring-subsidy/facts.ts';
import type { RuleSet } from '../../functions/rules/facts.ts';
import { hiringClaim } from '../../functions/rules/hiring-subsidy/claim.ts';
import type { HiringFacts } from '../../functions/rules/hiring-subsidy/facts.ts';
import type { MonthOfWork } from '../../functions/rules/hiring-subsidy/months-of-work.ts';
import { valuesInForce } from '../../functions/rules/values/index.ts';

/* An employer of 临县 and a poor worker it hired on 1 February 2020; the registers bear out what is claimed. */

export const employerCode = '91141124MA0TEEE15W';
const source = { register: 'TEST', asOf: '2020-12-31', version: 1 };

export const hiringRules = (changed: Partial<RuleValues['hiring']> = {}): RuleSet => {
  const { values, sources } = valuesInForce('141124', '2020-02-01');
  return { values: parseRuleValues({ ...values, hiring: { ...values.hiring, ...changed } }), sources };
};

/** So many whole months from February 2020 on, each with this pay. */
export const monthsOf = (count: number, payFen = 100_000): MonthOfWork[] =>
  Array.from({ length: count }, (_, at) => {
    const month = monthOf(addMonths('2020-02-01', at));
    return { month, days: daysInMonth(month), payFen };
  });

export const wagesFor = (months: readonly MonthOfWork[], code = employerCode): WageTransfer[] =>
  months.map(({ month, payFen }) =>
    wageTransfer.parse({ month, employerCode: code, paidFen: payFen, paidOn: `${month}-28`, source }),
  );

export const aJob = (rest: Partial<EmploymentSpell> = {}): EmploymentSpell =>
  employmentSpell.parse({
    spellId: 'S-1',
    kind: 'LOCAL_ENTERPRISE',
    employerCode,
    employerName: '测试企业',
    workplace: '141124',
    startsOn: '2020-02-01',
    wageProof: true,
    source,
    ...rest,
  });

export const aHired = (rest: Partial<WorkerRecord> = {}): WorkerRecord =>
  workerRecord.parse({
    subject: 'W-1',
    birthDate: '1985-06-12',
    homeDivision: '141124',
    povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2014-01-01' }],
    workCapacity: 'ABLE',
    relocated: false,
    spells: [aJob()],
    seats: [],
    source,
    ...rest,
  });

export const anEmployerOf = (
  type: OrganisationRecord['type'],
  rest: Partial<OrganisationRecord> = {},
): OrganisationRecord =>
  organisationRecord.parse({ organisationId: employerCode, name: '测试企业', type, source, ...rest });

type Step = RecognitionRecord['history'][number];

/** A workshop recognised on 1 January 2020, and what came after. */
export const aWorkshopsRecognition = (...later: readonly [Step['status'], string][]): RecognitionRecord =>
  recognitionRecord.parse({
    recognitionNo: 'CJ-2020-1',
    organisationId: employerCode,
    kind: 'WORKSHOP',
    level: 'COUNTY',
    division: '141124',
    recognisedOn: '2020-01-01',
    history: [['ACTIVE', '2020-01-01'] as const, ...later].map(([status, from]) => ({
      status,
      from,
      reason: '',
    })),
    source,
  });

type Change<Facts> = Partial<Omit<Facts, 'claim' | 'instrument'>>;

/** A recognised workshop and the months that one worker was there. */
export const workshopFacts = (
  months: readonly MonthOfWork[] = monthsOf(6),
  rest: Change<HiringFacts> = {},
): HiringFacts => ({
  instrument: 'HIRING_SUBSIDY',
  worker: aHired({ wages: wagesFor(months) }),
  applicant: anEmployerOf('WORKSHOP'),
  recognition: aWorkshopsRecognition(),
  held: [],
  others: [],
  ...rest,
  claim: hiringClaim.parse({ hiredOn: '2020-02-01', workplace: '141124', months }),
});

/** An enterprise and a contract of half a year. */
export const enterpriseFacts = (
  contract: Record<string, unknown> = {},
  rest: Change<HiringFacts> = {},
): HiringFacts => ({
  instrument: 'HIRING_SUBSIDY',
  worker: aHired(),
  applicant: anEmployerOf('ENTERPRISE'),
  recognition: 'UNKNOWN',
  held: [],
  others: [],
  ...rest,
  claim: hiringClaim.parse({
    hiredOn: '2020-02-01',
    workplace: '141124',
    months: [],
    contract: {
      number: 'HT-1',
      type: 'FIXED_TERM',
      signedOn: '2020-02-01',
      startsOn: '2020-02-01',
      endsOn: '2020-07-31',
      ...contract,
    },
  }),
});

/** A cooperative and the months that one worker was there. */
export const farmFacts = (
  months: readonly MonthOfWork[] = monthsOf(6),
  rest: Change<FarmHiringFacts> = {},
  claim: Record<string, unknown> = {},
): FarmHiringFacts => ({
  instrument: 'FARM_HIRING_SUBSIDY',
  worker: aHired({ spells: [aJob({ kind: 'LOCAL_FARM_ENTITY' })], wages: wagesFor(months) }),
  applicant: anEmployerOf('FARM_COOPERATIVE'),
  held: [],
  others: [],
  ...rest,
  claim: farmHiringClaim.parse({
    hiredOn: '2020-02-01',
    workplace: '141124',
    ofOwnersFamily: false,
    months,
    ...claim,
  }),
});
