import type { LineAssessment } from '../../contracts/assessment.ts';
import { checkOf } from '../check.ts';
import { combinationCheck } from '../combinations.ts';
import { conclude } from '../conclude.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { oncePerWorker, partOf, trulyOthers } from '../hiring-subsidy/once.ts';
import { inForce, sumIsSet, sumOf } from '../hiring-subsidy/sum.ts';
import { workChecks } from '../hiring-subsidy/work-checks.ts';
import { poorWorkerChecks } from '../poor-worker.ts';
import { farmHiringMonths } from './claim.ts';
import { farmEmployer, notFamily } from './employer.ts';
import type { FarmHiringFacts } from './facts.ts';

const clause = '五.2';

/** 吸纳就业补贴, clause 五.2, 参照扶贫车间: what README.md beside this file says. */
export const assessFarmHiring = (facts: FarmHiringFacts, rules: RuleSet): LineAssessment => {
  const { worker, applicant, claim, submittedOn } = facts;
  const employerCode = isKnown(applicant) ? applicant.organisationId : undefined;
  const work = { worker, employerCode, hiredOn: claim.hiredOn, months: claim.months, submittedOn };
  const checks = [
    checkOf('farm-employer', clause, farmEmployer(facts)),
    checkOf('not-of-the-family', clause, notFamily(facts, rules)),
    ...poorWorkerChecks(worker, { clause, on: claim.hiredOn, statusMatters: true }, rules),
    checkOf('figures-in-force', clause, inForce(claim.hiredOn, rules)),
    ...workChecks(clause, work, rules),
    checkOf('sum', clause, sumIsSet('WORKSHOP', rules)),
    checkOf('once-per-worker', clause, oncePerWorker(facts, rules)),
    combinationCheck('FARM_HIRING_SUBSIDY', clause, {
      others: trulyOthers(facts),
      during: farmHiringMonths(facts.claim),
    }),
  ];
  return conclude('FARM_HIRING_SUBSIDY', clause, checks, partOf(sumOf('WORKSHOP', rules).fen));
};
