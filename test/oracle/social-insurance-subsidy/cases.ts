import type { OrganisationRecord } from '../../../functions/contracts/registers/organisation.ts';
import {
  insuranceLines,
  type Contribution,
  type EmploymentSpell,
  type OtherBenefit,
  type WorkerRecord,
} from '../../../functions/contracts/registers/worker.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { SocialInsuranceFacts } from '../../../functions/rules/social-insurance-subsidy/facts.ts';
import { laterBy, monthsFrom, monthsLater } from '../almanac.ts';
import { answered, aWorker, handledBy, heldFor, homes, someOthers, someSignals, source } from '../cases.ts';
import type { Chance } from '../chance.ts';

type Claim = SocialInsuranceFacts['claim'];
type Paid = Claim['months'][number]['paid'];

const employerCode = '91141124MA0TEEE15W';
const otherCode = '91140200MA0TBBB24W';
const usual = { PENSION: 48_000, MEDICAL: 21_001, UNEMPLOYMENT: 2_100, WORK_INJURY: 903, MATERNITY: 1_500 };

const aContract = (chance: Chance, startsOn: string): Claim['contract'] => {
  const part = { number: 'HT-1', signedOn: startsOn, startsOn };
  if (chance.once(8)) return { ...part, type: 'OPEN_ENDED' };
  if (chance.once(12)) return { ...part, type: 'TASK_BASED' };
  const months = chance.pick([6, 12, 12, 12, 24, 36]);
  return {
    ...part,
    type: 'FIXED_TERM',
    endsOn: laterBy(monthsLater(startsOn, months), chance.pick([-2, -1, -1, -1, 0, 10])),
  };
};

/** What the employer paid: all five or fewer, whole or waived; once in a while nothing. */
const sums = (chance: Chance): Paid => {
  if (chance.once(15)) return chance.pick<Paid>([{}, { PENSION: 0 }]);
  const lines = insuranceLines.filter(() => !chance.once(4));
  return Object.fromEntries(lines.map((line) => [line, chance.once(9) ? 0 : usual[line]]));
};

const someMonths = (chance: Chance, contract: Claim['contract']): Claim['months'] => {
  const from = monthsLater(contract.startsOn, chance.once(8) ? chance.pick([-2, -1, 10, 11]) : 0);
  const names = monthsFrom(from, monthsLater(from, chance.whole(0, 8))).filter(() => !chance.once(8));
  return (names.length > 0 ? names : [from.slice(0, 7)]).map((month) => ({ month, paid: sums(chance) }));
};

/** The register's entry for one sum, mostly the same sum; less, more, unpaid, late, twice, of somebody else. */
const entered = (
  chance: Chance,
  month: string,
  line: Contribution['line'],
  employerFen: number,
): Contribution[] => {
  const owed: Contribution = {
    month,
    line,
    employerCode,
    employerFen,
    employeeFen: 900,
    waivedFen: month >= '2020-02' && chance.once(2) ? chance.pick([1_000, 48_000]) : 0,
    source: source('INSURANCE'),
  };
  const entry = { ...owed, paidOn: `${month}-25` };
  if (!chance.once(25)) return [entry];
  return chance.pick<Contribution[]>([
    [],
    [{ ...entry, employerFen: Math.max(0, employerFen - 1) }],
    [{ ...entry, employerFen: employerFen + 1 }],
    [owed],
    [{ ...entry, paidOn: '2022-07-31' }],
    [entry, entry],
    [{ ...entry, employerCode: otherCode }],
    [entry, { ...entry, employerCode: otherCode, employerFen: chance.pick([0, 100]) }],
  ]);
};

const someContributions = (chance: Chance, months: Claim['months']): Contribution[] => {
  if (chance.once(12)) return [];
  return months.flatMap(({ month, paid }) =>
    chance.once(30)
      ? []
      : insuranceLines.flatMap((line) => {
          const fen = paid[line];
          return fen === undefined ? [] : entered(chance, month, line, fen);
        }),
  );
};

const someBenefits = (chance: Chance, months: Claim['months']): OtherBenefit[] =>
  months
    .filter(() => chance.once(60))
    .map(({ month }) => ({
      kind: chance.pick([
        'UNEMPLOYMENT_BENEFIT',
        'FLEXIBLE_EMPLOYMENT_INSURANCE_SUBSIDY',
        'JOB_SEEKING_SUBSIDY',
      ]),
      month,
      amountFen: 128_000,
      source: source('BENEFITS'),
    }));

/** Once in a while somebody within a day or a few years of an age at which people retire. */
const someAge = (chance: Chance, on: string): Partial<WorkerRecord> => {
  const sex = chance.once(20) ? {} : { sex: chance.pick(['MALE', 'FEMALE'] as const) };
  if (!chance.once(3)) return sex;
  const years = chance.pick([60, 50, 55]) - chance.pick([0, 1, 2, 3, 5, 5, 6]);
  return { ...sex, birthDate: laterBy(monthsLater(on, -12 * years), chance.whole(-1, 1)) };
};

const aClaim = (chance: Chance, home: string): Claim => {
  const startsOn = chance.once(4)
    ? chance.pick(['2019-02-28', '2019-11-01', '2020-02-29', '2020-03-31'])
    : laterBy('2019-03-01', chance.whole(0, 500));
  const contract = aContract(chance, startsOn);
  return {
    employerCode,
    workplace: home,
    contract,
    ...(chance.once(3) && { firstApprovedOn: monthsLater(startsOn, -chance.pick([0, 1, 12, 36])) }),
    monthsUsed: chance.once(3) ? chance.pick([12, 30, 33, 34, 35, 36, 37]) : 0,
    inCadrePost: chance.once(4),
    months: someMonths(chance, contract),
  };
};

const anEmployer = (chance: Chance): OrganisationRecord => ({
  organisationId: chance.once(40) ? otherCode : employerCode,
  name: '测试单位',
  type: chance.pick(['ENTERPRISE', 'WORKSHOP', 'KEY_PROJECT', 'FAMILY_FARM', 'INDIVIDUAL_BUSINESS']),
  povertyRelief: false,
  licences: [],
  source: source('ORGANISATIONS'),
});

const someHeld = (chance: Chance, { months, contract }: Claim): SocialInsuranceFacts['held'] => {
  if (!chance.once(5)) return [];
  if (chance.once(3)) {
    const since = monthsLater(contract.startsOn, -chance.pick([2, 20, 33, 34, 36]));
    return monthsFrom(since, laterBy(contract.startsOn, -31)).map((month) => heldFor(month));
  }
  return months.filter(() => chance.once(2)).map(({ month }) => heldFor(month));
};

const aJob = (startsOn: string, endsOn: string | undefined): EmploymentSpell => ({
  spellId: 'S-1',
  kind: 'LOCAL_ENTERPRISE',
  employerCode,
  employerName: '测试单位',
  workplace: '140105',
  startsOn,
  ...(endsOn !== undefined && { endsOn }),
  wageProof: true,
  source: source('EMPLOYMENT'),
});

/** The job by the register, and the day of the claim: often some weeks around the end of it. */
const worked = (
  chance: Chance,
  { contract, months }: Claim,
): { spells: EmploymentSpell[]; submittedOn?: string } => {
  const last = `${months.at(-1)?.month ?? ''}-28`;
  const later = chance.once(12) ? {} : { submittedOn: '2022-06-30' };
  if (!chance.once(3)) return { spells: [], ...later };
  const spells = [aJob(laterBy(contract.startsOn, chance.whole(-40, 20)), chance.once(3) ? undefined : last)];
  return chance.once(2)
    ? { spells, submittedOn: laterBy(last, chance.whole(-33, 20)) }
    : { spells, ...later };
};

export const anInsuranceCase = (chance: Chance): SocialInsuranceFacts => {
  const home = chance.pick(homes);
  const claim = aClaim(chance, home);
  const { spells, ...day } = worked(chance, claim);
  const rest = {
    spells,
    contributions: someContributions(chance, claim.months),
    otherBenefits: someBenefits(chance, claim.months),
    ...someAge(chance, claim.firstApprovedOn ?? claim.contract.startsOn),
  };
  return {
    instrument: 'SOCIAL_INSURANCE_SUBSIDY',
    claim,
    worker: answered(chance, aWorker(chance, home, claim.contract.startsOn, rest)),
    applicant: answered(chance, anEmployer(chance)),
    held: someHeld(chance, claim),
    ...someOthers(chance, claim.months[0]?.month ?? '2020-03'),
    ...handledBy(chance, home),
    ...day,
    ...someSignals(chance),
  };
};

const ages = (chance: Chance): Partial<RuleSet['values']['socialInsurance']> => ({
  retirementAge: { MALE: 60, FEMALE_WORKER: 50, FEMALE_CADRE: chance.once(4) ? null : 55 },
});

export const insuranceValues = (chance: Chance, { values, sources }: RuleSet): RuleSet => {
  const turned = chance.pick<Partial<RuleSet['values']['socialInsurance']>>([
    {},
    {},
    {},
    { rateBp: 5_000 },
    { rateBp: 3_333 },
    { rateBp: null },
    { lines: ['PENSION', 'MEDICAL', 'UNEMPLOYMENT'] },
    { lines: null },
    { minContractMonths: 6 },
    { minContractMonths: null },
    { maxMonths: 3 },
    { maxMonths: null },
    { nearRetirementYears: 1 },
    { waiverExtendsTerm: true },
    { waiverExtendsTerm: true, maxMonths: 3 },
  ]);
  const retirement = chance.once(2) ? ages(chance) : {};
  return {
    values: { ...values, socialInsurance: { ...values.socialInsurance, ...turned, ...retirement } },
    sources,
  };
};
