import type { LineAssessment } from '../../contracts/assessment.ts';
import { checkOf } from '../check.ts';
import { combinationCheck } from '../combinations.ts';
import { conclude } from '../conclude.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { poorWorkerChecks } from '../poor-worker.ts';
import { hiringMonths } from './claim.ts';
import { contractChecks } from './contract.ts';
import { basisOf, employerKind, recognised } from './employer.ts';
import type { HiringFacts } from './facts.ts';
import { oncePerWorker, partOf, trulyOthers } from './once.ts';
import { inForce, sumIsSet, sumOf } from './sum.ts';
import { noWorkChecks, workChecks } from './work-checks.ts';

const clause = '四.3';

/** 一次性吸纳就业补助, clause 四.3, one worker of an employer's roster: what README.md beside this file says. */
export const assessHiring = (facts: HiringFacts, rules: RuleSet): LineAssessment => {
  const { worker, applicant, claim, submittedOn } = facts;
  const basis = basisOf(facts);
  const employerCode = isKnown(applicant) ? applicant.organisationId : undefined;
  const work = { worker, employerCode, hiredOn: claim.hiredOn, months: claim.months, submittedOn };
  const checks = [
    checkOf('employer-kind', clause, employerKind(facts, rules)),
    checkOf('workshop-recognised', clause, recognised(facts)),
    ...poorWorkerChecks(worker, { clause, on: claim.hiredOn, statusMatters: true }, rules),
    checkOf('figures-in-force', clause, inForce(claim.hiredOn, rules)),
    ...contractChecks(clause, facts, rules),
    ...(basis === 'WORKSHOP' ? workChecks(clause, work, rules) : noWorkChecks(clause)),
    checkOf('sum', clause, sumIsSet(basis, rules)),
    checkOf('once-per-worker', clause, oncePerWorker(facts, rules)),
    combinationCheck('HIRING_SUBSIDY', clause, {
      others: trulyOthers(facts),
      during: hiringMonths(facts.claim),
    }),
  ];
  return conclude('HIRING_SUBSIDY', clause, checks, partOf(sumOf(basis, rules).fen));
};
