import type {
  Contribution,
  EmploymentSpell,
  WorkerRecord,
} from '../../../functions/contracts/registers/worker.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { UnemploymentFacts } from '../../../functions/rules/unemployment-assistance/facts.ts';
import { laterBy, monthsFrom } from '../almanac.ts';
import { answered, aWorker, heldFor, homes, someOthers, someSignals, source } from '../cases.ts';
import type { Chance } from '../chance.ts';

type Claim = UnemploymentFacts['claim'];

const employer = '91141124MA0TEEE15W';

const aClaim = (chance: Chance, home: string): Claim => {
  const lostOn = chance.once(3)
    ? chance.pick(['2020-01-19', '2020-01-20', '2020-01-21', '2020-02-29', '2020-03-05'])
    : laterBy('2020-01-20', chance.whole(0, 130));
  const months = monthsFrom(lostOn, laterBy(lostOn, chance.whole(0, 260))).filter(() => !chance.once(8));
  return {
    lostOn,
    lastEmployerName: '测试单位',
    cause: chance.once(8)
      ? 'RESIGNED'
      : chance.pick(['EMPLOYER_CLOSED', 'LAID_OFF', 'CONTRACT_ENDED', 'OTHER']),
    epidemicDeclared: !chance.once(12),
    insuredIn: chance.once(15) ? '320583' : home,
    months: months.length > 0 ? months : [lostOn.slice(0, 7)],
  };
};

const aContribution = (month: string, line: Contribution['line']): Contribution => ({
  month,
  line,
  employerCode: employer,
  employerFen: 10_000,
  employeeFen: 5_000,
  waivedFen: 0,
  paidOn: `${month}-25`,
  source: source('INSURANCE'),
});

const aJob = (startsOn: string, endsOn?: string): EmploymentSpell => ({
  spellId: `S-${startsOn}`,
  kind: 'LOCAL_ENTERPRISE',
  employerCode: employer,
  employerName: '测试单位',
  workplace: '140105',
  startsOn,
  ...(endsOn !== undefined && { endsOn }),
  wageProof: true,
  source: source('EMPLOYMENT'),
});

const theLostJob = (chance: Chance, lostOn: string): EmploymentSpell[] => {
  if (chance.once(12)) return [];
  if (chance.once(12)) return [aJob('2018-05-01')];
  return [
    aJob('2018-05-01', laterBy(lostOn, chance.once(4) ? chance.pick([-32, -31, -1, 1, 31, 32, 60]) : 0)),
  ];
};

const aNewJob = (chance: Chance, { lostOn }: Claim): EmploymentSpell[] => {
  if (!chance.once(8)) return [];
  const startsOn = laterBy(lostOn, chance.whole(1, 150));
  const job = aJob(startsOn, laterBy(startsOn, chance.whole(0, 120)));
  return [chance.once(4) ? { ...job, kind: 'PUBLIC_WELFARE_POST' } : job];
};

const someContributions = (chance: Chance, jobs: readonly EmploymentSpell[]): Contribution[] => {
  if (chance.once(15)) return [];
  const line = chance.once(15) ? 'PENSION' : 'UNEMPLOYMENT';
  const again = chance.once(2)
    ? jobs.flatMap(({ startsOn, endsOn = startsOn }) =>
        monthsFrom(startsOn, endsOn).map((month) => aContribution(month, chance.once(4) ? 'PENSION' : line)),
      )
    : [];
  return [aContribution('2019-10', line), aContribution('2019-10', 'MEDICAL'), ...again];
};

const circumstances = (chance: Chance, { lostOn }: Claim): WorkerRecord['circumstances'] =>
  chance.once(12)
    ? [
        {
          kind: chance.pick(['DEATH', 'PENSION', 'MILITARY_SERVICE', 'PRISON', 'MOVED_ABROAD']),
          startsOn: chance.once(3)
            ? chance.pick(['2020-03-01', '2020-04-01', '2020-05-31'])
            : laterBy(lostOn, chance.whole(0, 200)),
          source: source('PEOPLE'),
        },
      ]
    : [];

export const anUnemploymentCase = (chance: Chance): UnemploymentFacts => {
  const home = chance.pick(homes);
  const claim = aClaim(chance, home);
  const jobs = aNewJob(chance, claim);
  const rest: Partial<WorkerRecord> = {
    spells: [...theLostJob(chance, claim.lostOn), ...jobs],
    contributions: someContributions(chance, jobs),
    circumstances: circumstances(chance, claim),
    wages: chance.once(12)
      ? [
          {
            month: chance.pick(claim.months),
            employerCode: employer,
            paidFen: 100_000,
            paidOn: '2020-06-10',
            source: source('WAGES'),
          },
        ]
      : [],
    otherBenefits: chance.once(10)
      ? [
          {
            kind: chance.once(5) ? 'JOB_SEEKING_SUBSIDY' : 'UNEMPLOYMENT_BENEFIT',
            month: chance.pick(claim.months),
            amountFen: 128_000,
            source: source('BENEFITS'),
          },
        ]
      : [],
  };
  const earlier = chance.once(6) ? claim.months.filter(() => chance.once(3)) : [];
  return {
    instrument: 'UNEMPLOYMENT_ASSISTANCE',
    claim,
    worker: answered(chance, aWorker(chance, home, claim.lostOn, rest)),
    held: earlier.map((month) => heldFor(month)),
    ...someOthers(chance, claim.months[0] ?? '2020-03'),
    division: chance.once(20) ? '140221' : home,
    submittedOn: chance.once(8) ? laterBy(claim.lostOn, chance.whole(0, 120)) : '2021-06-01',
    payeeIsWorker: !chance.once(20),
    ...someSignals(chance),
  };
};

/** The local benefit of 1,280 yuan (POLICY 6, sample); a sum below, at and above it, and the later 80 %. */
export const unemploymentValues = (chance: Chance, { values, sources }: RuleSet): RuleSet => {
  const uiBenefitMonthlyFen = 128_000;
  const turned = chance.pick<Partial<RuleSet['values']['unemployment']>>([
    {},
    { assistanceMonthlyFen: 64_000, uiBenefitMonthlyFen },
    { assistanceMonthlyFen: 64_000, uiBenefitMonthlyFen },
    { assistanceMonthlyFen: 128_000, uiBenefitMonthlyFen },
    { assistanceMonthlyFen: 128_001, uiBenefitMonthlyFen },
    { assistanceMonthlyFen: 128_000, uiBenefitMonthlyFen: 128_003, ceilingBpOfUiBenefit: 8_000 },
    { assistanceMonthlyFen: 90_000, uiBenefitMonthlyFen, resigned: 'PAID' },
    { assistanceMonthlyFen: 90_000, uiBenefitMonthlyFen, resigned: 'NOT_PAID' },
    { assistanceMonthlyFen: 90_000, uiBenefitMonthlyFen, maxMonths: 2 },
    { assistanceMonthlyFen: 90_000 },
    { assistanceMonthlyFen: 90_000, uiBenefitMonthlyFen, maxMonths: null },
  ]);
  return { values: { ...values, unemployment: { ...values.unemployment, ...turned } }, sources };
};
