import * as z from 'zod';
import {
  insuranceLine,
  type Contribution,
  type InsuranceLine,
  type OtherBenefit,
  type WorkerRecord,
} from '../../contracts/registers/worker.ts';
import { fen, isoDate, isoMonth, type Fen, type IsoMonth } from '../../contracts/scalars.ts';
import { caseContract } from './case-contract.ts';
import type { CaseWorld } from './case-file.ts';
import type { CaseLine } from './case-line.ts';
import { caseSource, codeOf, idOf, organisationRecordOf, personOf, workerRecordOf } from './case-records.ts';

/** Fen by insurance; one sum stands for all of them. */
const byLine = z
  .union([z.partialRecord(insuranceLine, fen), fen.transform((sum) => ({ PENSION: sum }))])
  .nullish()
  .transform((sums): Partial<Record<InsuranceLine, Fen>> => sums ?? {});

const caseMonth = z.object({
  month: isoMonth,
  employer: byLine,
  employee: byLine,
  waived: byLine,
  /** Null where it was not paid yet. */
  paidOn: isoDate.nullish(),
});
type CaseMonth = z.infer<typeof caseMonth>;

const months = z
  .array(isoMonth)
  .nullish()
  .transform((list) => list ?? []);

const insuranceFacts = z.object({
  employer: z.string(),
  worker: z.string(),
  contractStart: isoDate.nullish(),
  contractEnd: isoDate.nullish(),
  contractType: z.string().nullish(),
  firstApprovedOn: isoDate.nullish(),
  monthsUsed: z.int().min(0).nullish(),
  months: z.array(caseMonth).min(1),
  priorPaidMonths: months,
  alreadyPaidMonths: months,
  otherEmployerMonths: months,
  unemploymentBenefitMonths: months,
  flexibleSubsidyMonths: months,
});
type Facts = z.infer<typeof insuranceFacts>;

/** The seventeenth digit of the id is odd for men. */
const sexOf = (id: string): WorkerRecord['sex'] => (Number(id.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE');

/** What the line cost in the months without a waiver. */
const usualFen = (facts: Facts, line: InsuranceLine): Fen =>
  Math.max(0, ...facts.months.map(({ employer, waived }) => (waived[line] ? 0 : (employer[line] ?? 0))));

/**
 * What the employer paid. A case may name what was due and what was waived of it, or what was paid and what was waived
 * beside it: a sum that was due in other months tells which.
 */
const paidFen = (facts: Facts, { employer, waived }: CaseMonth, line: InsuranceLine): Fen => {
  const named = employer[line] ?? 0;
  const less = waived[line] ?? 0;
  const usual = usualFen(facts, line);
  return usual > 0 && named + less > usual ? Math.max(0, named - less) : named;
};

const linesOf = ({ employer, waived }: CaseMonth): InsuranceLine[] =>
  insuranceLine.options.filter((line) => employer[line] !== undefined || waived[line] !== undefined);

const contributionsOf = (facts: Facts, employerCode: string): Contribution[] =>
  facts.months.flatMap((month) =>
    linesOf(month).map((line) => ({
      month: month.month,
      line,
      employerCode,
      employerFen: paidFen(facts, month, line),
      employeeFen: month.employee[line] ?? 0,
      waivedFen: month.waived[line] ?? 0,
      ...(month.paidOn !== null && { paidOn: month.paidOn ?? `${month.month}-28` }),
      source: caseSource,
    })),
  );

const benefit =
  (kind: OtherBenefit['kind']) =>
  (month: IsoMonth): OtherBenefit => ({
    kind,
    month,
    amountFen: 0,
    source: caseSource,
  });

const otherBenefitsOf = (facts: Facts): OtherBenefit[] => [
  ...facts.unemploymentBenefitMonths.map(benefit('UNEMPLOYMENT_BENEFIT')),
  ...facts.flexibleSubsidyMonths.map(benefit('FLEXIBLE_EMPLOYMENT_INSURANCE_SUBSIDY')),
];

const claimOf = (world: CaseWorld, facts: Facts) => {
  const { contractEnd, contractType, months: claimed } = facts;
  const first = claimed.map(({ month }) => month).sort()[0] ?? '';
  const contractStart = facts.contractStart ?? `${first}-01`;
  return {
    employerCode: codeOf(world, facts.employer),
    workplace: personOf(world, facts.worker).homeCounty,
    contract: caseContract({ contractStart, contractEnd, contractType }, contractStart),
    ...(typeof facts.firstApprovedOn === 'string' && { firstApprovedOn: facts.firstApprovedOn }),
    monthsUsed: facts.monthsUsed ?? 0,
    inCadrePost: false,
    months: claimed.map((month) => ({
      month: month.month,
      paid: Object.fromEntries(linesOf(month).map((line) => [line, paidFen(facts, month, line)])),
    })),
  };
};

export const socialInsuranceLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const facts = insuranceFacts.parse(raw);
  const claim = claimOf(world, facts);
  const sex = sexOf(personOf(world, facts.worker).id);
  return [
    {
      facts: {
        instrument: 'SOCIAL_INSURANCE_SUBSIDY',
        applicant: organisationRecordOf(world, facts.employer),
        worker: {
          ...workerRecordOf(world, facts.worker, {}),
          ...(sex && { sex }),
          contributions: contributionsOf(facts, claim.employerCode),
          otherBenefits: otherBenefitsOf(facts),
        },
        held: [],
        claim,
      },
      subject: idOf(world, facts.worker),
      alreadyPaid: [...facts.priorPaidMonths, ...facts.alreadyPaidMonths, ...facts.otherEmployerMonths],
      turn: claim.contract.startsOn,
    },
  ];
};
