import * as z from 'zod';
import {
  circumstanceKinds,
  type Circumstance,
  type Contribution,
  type EmploymentSpell,
  type InsuranceLine,
  type WorkerRecord,
} from '../../contracts/registers/worker.ts';
import { fen, isoDate, isoMonth } from '../../contracts/scalars.ts';
import { addDays, addMonths, monthOf } from '../calendar/days.ts';
import type { UnemploymentClaim } from '../unemployment-assistance/claim.ts';
import type { CaseWorld } from './case-file.ts';
import type { CaseLine } from './case-line.ts';
import { casePlace } from './case-place.ts';
import { caseSource, idOf, personOf, workerRecordOf } from './case-records.ts';

const yes = z.boolean().nullish();
const unemploymentFacts = z.object({
  worker: z.string(),
  insured: yes,
  insuredIn: casePlace.nullish(),
  lostJobDueToEpidemic: yes,
  lostOn: isoDate.nullish(),
  jobLostDate: isoDate.nullish(),
  resigned: yes,
  month: isoMonth.nullish(),
  months: z.array(isoMonth).nullish(),
  uiBenefitMonthlyFen: fen.nullish(),
  receivesUiBenefitThisMonth: yes,
  monthsAlreadyPaid: z.int().min(0).max(120).nullish(),
  alreadyPaidThisMonth: yes,
  reemployedAndInsured: yes,
  reemployed: yes,
  stopReason: z.string().nullish(),
  receivesRetentionThisMonth: yes,
  inPublicWorksPostThisMonth: yes,
});
type Facts = z.infer<typeof unemploymentFacts>;

const monthsOf = ({ month, months }: Facts): readonly string[] => months ?? (month ? [month] : ['2020-03']);
const firstOf = (facts: Facts): string => monthsOf(facts).toSorted()[0] ?? '2020-03';

const firstDay = '2020-01-20';

/** Where a case names no day: the last one before the first month, as early in the epidemic as that may be. */
const lostOnOf = (facts: Facts): string => {
  const before = addDays(`${firstOf(facts)}-01`, -1);
  const usual = before < firstDay && firstOf(facts) >= monthOf(firstDay) ? firstDay : before;
  return facts.lostOn ?? facts.jobLostDate ?? usual;
};

const contribution = (line: InsuranceLine, month: string): Contribution => ({
  month,
  line,
  employerCode: 'CASE',
  employerFen: 1,
  employeeFen: 1,
  waivedFen: 0,
  source: caseSource,
});

/** Not insured against unemployment: the insurance register knows this worker by another line. */
const contributionsOf = (facts: Facts): Contribution[] => {
  const { insured, reemployedAndInsured } = facts;
  const lostIn = monthOf(lostOnOf(facts));
  const before =
    typeof insured === 'boolean' ? [contribution(insured ? 'UNEMPLOYMENT' : 'PENSION', lostIn)] : [];
  const after = monthsOf(facts).map((month) => contribution('UNEMPLOYMENT', month));
  return reemployedAndInsured === true ? [...before, ...after] : before;
};

const spellsOf = (world: CaseWorld, facts: Facts): EmploymentSpell[] => {
  const lostOn = lostOnOf(facts);
  const job: EmploymentSpell = {
    spellId: 'LOST',
    kind: 'LOCAL_ENTERPRISE',
    employerName: '未注明',
    workplace: personOf(world, facts.worker).homeCounty,
    startsOn: addMonths(lostOn, -12),
    endsOn: lostOn,
    wageProof: true,
    source: caseSource,
  };
  const again = { ...job, spellId: 'AGAIN', startsOn: addDays(lostOn, 1), endsOn: '2020-12-31' };
  return facts.reemployed === true ? [job, again] : [job];
};

const stops: readonly (readonly [RegExp, Circumstance['kind']])[] = [
  [/DEATH|DIED|DEAD/, 'DEATH'],
  [/PENSION|RETIRE/, 'PENSION'],
  [/MILITARY|ARMY/, 'MILITARY_SERVICE'],
  [/PRISON|JAIL/, 'PRISON'],
  [/ABROAD|EMIGR/, 'MOVED_ABROAD'],
];

/** What a case gives as the reason to stop was so before the months that it is about. */
const circumstancesOf = (facts: Facts): Circumstance[] => {
  const stated = (facts.stopReason ?? '').toUpperCase();
  const kind =
    circumstanceKinds.find((known) => known === stated) ?? stops.find(([form]) => form.test(stated))?.[1];
  return kind === undefined ? [] : [{ kind, startsOn: `${firstOf(facts)}-01`, source: caseSource }];
};

const workerOf = (world: CaseWorld, facts: Facts): WorkerRecord => ({
  ...workerRecordOf(world, facts.worker, { spells: spellsOf(world, facts) }),
  contributions: contributionsOf(facts),
  circumstances: circumstancesOf(facts),
  otherBenefits:
    facts.receivesUiBenefitThisMonth === true
      ? monthsOf(facts).map((month) => ({
          kind: 'UNEMPLOYMENT_BENEFIT',
          month,
          amountFen: facts.uiBenefitMonthlyFen ?? 0,
          source: caseSource,
        }))
      : [],
});

const claimOf = (world: CaseWorld, facts: Facts): UnemploymentClaim => ({
  lostOn: lostOnOf(facts),
  lastEmployerName: '未注明',
  cause: facts.resigned === true ? 'RESIGNED' : 'LAID_OFF',
  epidemicDeclared: facts.lostJobDueToEpidemic ?? true,
  insuredIn: facts.insuredIn ?? personOf(world, facts.worker).homeCounty,
  months: [...monthsOf(facts)],
});

/** The months just before the first one: which they were does not matter. */
const usedBefore = (facts: Facts): string[] =>
  Array.from({ length: facts.monthsAlreadyPaid ?? 0 }, (_, at) =>
    monthOf(addMonths(`${firstOf(facts)}-01`, -at - 1)),
  );

const othersOf = (facts: Facts) => {
  const grants = [
    ['RETENTION_ALLOWANCE', facts.receivesRetentionThisMonth],
    ['PUBLIC_WORKS_POST', facts.inPublicWorksPostThisMonth],
  ] as const;
  return grants.flatMap(([instrument, granted]) =>
    granted === true ? monthsOf(facts).map((period) => ({ instrument, period, applicationId: '此前' })) : [],
  );
};

export const unemploymentLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const facts = unemploymentFacts.parse(raw);
  const { uiBenefitMonthlyFen: benefit, alreadyPaidThisMonth } = facts;
  return [
    {
      facts: {
        instrument: 'UNEMPLOYMENT_ASSISTANCE',
        worker: workerOf(world, facts),
        held: [],
        others: othersOf(facts),
        claim: claimOf(world, facts),
      },
      figures: typeof benefit === 'number' ? { 'unemployment.uiBenefitMonthlyFen': benefit } : {},
      subject: idOf(world, facts.worker),
      alreadyPaid: [...usedBefore(facts), ...(alreadyPaidThisMonth === true ? monthsOf(facts) : [])],
      turn: firstOf(facts),
    },
  ];
};
