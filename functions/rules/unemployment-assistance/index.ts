import type { LineAssessment } from '../../contracts/assessment.ts';
import { checkOf } from '../check.ts';
import { combinationCheck } from '../combinations.ts';
import { conclude } from '../conclude.ts';
import type { RuleSet } from '../facts.ts';
import { ownAccount } from '../own-account.ts';
import { poorWorkerChecks } from '../poor-worker.ts';
import { unemployedMonths } from './claim.ts';
import type { UnemploymentFacts } from './facts.ts';
import { insured, insuredHere } from './insured.ts';
import { cause, epidemicLoss, jobLost } from './loss.ts';
import { partsOf, planOf } from './months.ts';
import { noWork } from './no-work.ts';
import { monthlySum } from './sum.ts';
import { monthChecks } from './which-months.ts';

const clause = '七.3';

/** 失业补助金, clause 七.3: what README.md beside this file says. */
export const assessUnemployment = (facts: UnemploymentFacts, rules: RuleSet): LineAssessment => {
  const plan = planOf(facts, rules);
  const checks = [
    ...poorWorkerChecks(facts.worker, { clause, on: facts.claim.lostOn, statusMatters: true }, rules),
    checkOf('insured-here', clause, insuredHere(facts)),
    checkOf('insured', clause, insured(facts)),
    checkOf('epidemic-loss', clause, epidemicLoss(facts, rules)),
    checkOf('cause', clause, cause(facts, rules)),
    checkOf('job-lost', clause, jobLost(facts)),
    ...monthChecks(clause, plan, facts, rules),
    checkOf('no-work-in-month', clause, noWork(plan, facts)),
    checkOf('monthly-sum', clause, monthlySum(plan, rules)),
    checkOf('own-account', clause, ownAccount(facts)),
    combinationCheck('UNEMPLOYMENT_ASSISTANCE', clause, {
      others: facts.others,
      during: unemployedMonths(facts.claim),
    }),
  ];
  return conclude('UNEMPLOYMENT_ASSISTANCE', clause, checks, partsOf(plan, rules));
};
