import type { LineAssessment } from '../../contracts/assessment.ts';
import { checkOf } from '../check.ts';
import { combinationCheck } from '../combinations.ts';
import { conclude } from '../conclude.ts';
import type { RuleSet } from '../facts.ts';
import { ownAccount } from '../own-account.ts';
import { handledAtHome, poorWorkerChecks } from '../poor-worker.ts';
import { postMonths } from './claim.ts';
import type { PostFacts } from './facts.ts';
import { attended, eachMonthOnce, monthlyPay, partsOf, planOf, withinTerm } from './months.ts';
import { postChecks } from './post.ts';
import { inRegister, noOtherJob, unableToLeave } from './worker.ts';

const clause = '六.3';

/** 临时公益岗位, clause 六.3: what README.md beside this file says. */
export const assessPost = (facts: PostFacts, rules: RuleSet): LineAssessment => {
  const { worker, claim, division } = facts;
  const plan = planOf(facts, rules);
  const checks = [
    ...poorWorkerChecks(worker, { clause, on: claim.agreedFrom, statusMatters: true }, rules),
    checkOf('handled-by-home-county', clause, handledAtHome(worker, division)),
    checkOf('unable-to-leave', clause, unableToLeave(facts)),
    ...postChecks(clause, facts),
    checkOf('attended', clause, attended(plan, rules)),
    checkOf('in-register', clause, inRegister(plan, facts)),
    checkOf('no-other-job', clause, noOtherJob(plan, facts, rules)),
    checkOf('within-term', clause, withinTerm(plan, rules)),
    checkOf('monthly-pay', clause, monthlyPay(plan, rules)),
    checkOf('own-account', clause, ownAccount(facts)),
    checkOf('each-month-once', clause, eachMonthOnce(plan, facts)),
    combinationCheck('PUBLIC_WORKS_POST', clause, {
      others: facts.others,
      during: postMonths(facts.claim),
    }),
  ];
  return conclude('PUBLIC_WORKS_POST', clause, checks, partsOf(plan, rules));
};
