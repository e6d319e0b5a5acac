import * as z from 'zod';
import type { EmploymentSpell } from '../../contracts/registers/worker.ts';
import { isoDate } from '../../contracts/scalars.ts';
import { caseContract } from './case-contract.ts';
import type { CaseWorld } from './case-file.ts';
import type { CaseLine } from './case-line.ts';
import { casePlace } from './case-place.ts';
import { caseSource, codeOf, idOf, organisationRecordOf, workerRecordOf } from './case-records.ts';

const placement = z.object({
  worker: z.string(),
  employer: z.string(),
  workplace: casePlace,
  referralDate: isoDate,
  contractSignedDate: isoDate,
  contractStart: isoDate,
  contractEnd: isoDate.nullish(),
  contractType: z.string().nullish(),
});
type Placement = z.infer<typeof placement>;

const placementFacts = z.object({
  applicant: z.string(),
  placements: z.array(placement).min(1),
  priorPaidWorkers: z
    .array(z.string())
    .nullish()
    .transform((names) => names ?? []),
});

const spellOf = (facts: Placement, employerCode: string): EmploymentSpell => ({
  spellId: 'CASE',
  kind: 'LOCAL_ENTERPRISE',
  employerCode,
  employerName: facts.employer,
  workplace: facts.workplace,
  // The case states that the referral led to the job.
  startsOn: facts.contractStart > facts.referralDate ? facts.contractStart : facts.referralDate,
  wageProof: true,
  source: caseSource,
});

export const placementLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const { applicant, placements, priorPaidWorkers } = placementFacts.parse(raw);
  const paidBefore = new Set(priorPaidWorkers.map((name) => idOf(world, name)));
  return placements.map((facts) => {
    const employerCode = codeOf(world, facts.employer);
    return {
      facts: {
        instrument: 'PLACEMENT_SUBSIDY',
        applicant: organisationRecordOf(world, applicant),
        employer: organisationRecordOf(world, facts.employer),
        worker: workerRecordOf(world, facts.worker, { spells: [spellOf(facts, employerCode)] }),
        held: [],
        claim: {
          referredOn: facts.referralDate,
          employerCode,
          workplace: facts.workplace,
          contract: caseContract(facts, facts.contractSignedDate),
        },
      },
      subject: idOf(world, facts.worker),
      alreadyPaid: paidBefore.has(idOf(world, facts.worker)) ? ['ONCE'] : [],
      turn: facts.contractSignedDate,
    };
  });
};
