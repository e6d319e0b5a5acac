import type { OrganisationRecord } from '../../../functions/contracts/registers/organisation.ts';
import type { EmploymentSpell, WageTransfer } from '../../../functions/contracts/registers/worker.ts';
import type { Signals, RuleSet } from '../../../functions/rules/facts.ts';
import { daysIn, laterBy, monthsFrom } from '../almanac.ts';
import { someSignals, source } from '../cases.ts';
import type { Chance } from '../chance.ts';

export const employerCode = '91141124MA0TEEE15W';
export const otherCode = '91140200MA0TBBB24W';

type Claimed = { month: string; days: number; payFen: number };

export const aHiringDay = (chance: Chance): string =>
  chance.once(4)
    ? chance.pick(['2020-01-31', '2020-02-29', '2020-03-05', '2021-12-31', '2022-01-01'])
    : laterBy('2020-01-10', chance.whole(0, 150));

/** Six months, a month fewer or more, with gaps; days around the fifteenth; pay around 6,000 yuan. */
export const someMonths = (chance: Chance, hiredOn: string): Claimed[] => {
  const all = monthsFrom(hiredOn, laterBy(hiredOn, 440));
  const wanted = chance.pick([1, 5, 6, 6, 7, 7, 8, 8, 9, 12]);
  const chosen = chance.once(2) ? all.slice(0, wanted) : all.filter(() => !chance.once(3)).slice(0, wanted);
  const named = chosen.length > 0 ? chosen : all.slice(0, 1);
  const each = chance.pick([100_000, 100_000, 99_999, 120_000, 120_000, 60_000, 200_000]);
  return named.map((month) => ({
    month,
    days: chance.once(12) ? chance.pick([1, 10, 14, 15, 16]) : chance.whole(20, daysIn(month)),
    payFen: each + (chance.once(8) ? chance.pick([-1, 1, 50_000]) : 0),
  }));
};

export const someWages = (chance: Chance, months: readonly Claimed[]): WageTransfer[] => {
  if (chance.once(15)) return [];
  const less = chance.once(8);
  return months
    .filter(() => !less || !chance.once(3))
    .map(({ month, payFen }) => ({
      month,
      employerCode: chance.once(30) ? otherCode : employerCode,
      paidFen: chance.once(20) ? Math.max(1, payFen - 1) : payFen,
      paidOn: `${month}-28`,
      source: source('WAGES'),
    }));
};

export const someJobs = (chance: Chance, hiredOn: string, months: readonly Claimed[]): EmploymentSpell[] => {
  if (chance.once(12)) return [];
  const last = months.at(-1)?.month ?? hiredOn.slice(0, 7);
  return [
    {
      spellId: 'S-1',
      kind: 'LOCAL_ENTERPRISE',
      employerCode: chance.once(15) ? otherCode : employerCode,
      employerName: '测试单位',
      workplace: '140105',
      startsOn: laterBy(hiredOn, chance.once(8) ? chance.pick([-32, -31, -30, -1, 1, 20, 40]) : 0),
      ...(chance.once(3) && { endsOn: `${last}-${String(daysIn(last))}` }),
      wageProof: !chance.once(4),
      source: source('EMPLOYMENT'),
    },
  ];
};

export const anEmployer = (
  chance: Chance,
  types: readonly OrganisationRecord['type'][],
): OrganisationRecord => {
  const size = chance.pick(['MICRO', 'SMALL', 'SMALL', 'MEDIUM', 'LARGE'] as const);
  return {
    organisationId: employerCode,
    name: '测试单位',
    type: chance.pick(types),
    ...(!chance.once(6) && { sizeClass: size }),
    povertyRelief: false,
    licences: [],
    source: source('ORGANISATIONS'),
  };
};

export const wageSignals = (chance: Chance): { signals?: Signals } =>
  chance.once(10) ? { signals: { peopleClaimed: 5, peoplePaid: chance.pick([4, 5]) } } : someSignals(chance);

export const hiringValues = (chance: Chance, { values, sources }: RuleSet): RuleSet => {
  if (chance.once(2)) return { values, sources };
  const turned = chance.pick<Partial<RuleSet['values']['hiring']>>([
    { poorWorkerFen: null },
    { poorWorkerFen: 100_000 },
    { workshopMinMonths: null },
    { workshopMinPayFen: null },
    { workshopMinMonths: 5 },
    { yearOf: 'CALENDAR_YEAR' },
    { payProof: 'WAGE_SHEET' },
    { minDaysPerMonth: 10 },
    { shortMonthDays: 20 },
    { oncePerWorker: false },
    { farmFamily: 'OFFICER', individualBusiness: 'AS_ENTERPRISE' },
    { farmFamily: 'AS_EMPLOYEES', individualBusiness: 'NOT_PAID' },
    {
      largeEnterpriseFen: 80_000,
      largeEnterpriseMinContractMonths: 12,
      keyProjectFen: 70_000,
      keyProjectMinContractMonths: 3,
    },
    { enterpriseMinContractMonths: null },
    { rehireMonths: 6 },
    { lastHireOn: '2020-06-30' },
  ]);
  return { values: { ...values, hiring: { ...values.hiring, ...turned } }, sources };
};
