import type { LineAssessment } from '../../contracts/assessment.ts';
import { applicantNotKnown } from '../applicant-known.ts';
import { checkOf } from '../check.ts';
import { combinationCheck } from '../combinations.ts';
import { conclude } from '../conclude.ts';
import { contractTerm } from '../contract-term.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { handledAtHome, poorWorkerChecks } from '../poor-worker.ts';
import { insuredMonths } from './claim.ts';
import { amount } from './amount.ts';
import type { SocialInsuranceFacts } from './facts.ts';
import {
  eachMonthOnce,
  monthsInContract,
  notFlexible,
  notOnBenefit,
  somethingPaid,
  term,
} from './left-out.ts';
import { judge, partsOf } from './months.ts';
import { contributionsAgree, employer, insuredOnce, paidBefore } from './registered-months.ts';

const clause = '四.3';

/** 社会保险补贴, clause 四.3, one worker of an employer: what README.md beside this file says. */
export const assessSocialInsurance = (facts: SocialInsuranceFacts, rules: RuleSet): LineAssessment => {
  const { worker, applicant, claim } = facts;
  const judged = judge(facts, rules);
  const basis = { clause, on: claim.contract.startsOn, statusMatters: true };
  const months = rules.values.socialInsurance.minContractMonths;
  const checks = [
    checkOf('employer', clause, isKnown(applicant) ? employer(facts) : applicantNotKnown(applicant)),
    ...poorWorkerChecks(worker, basis, rules),
    checkOf('handled-by-home-county', clause, handledAtHome(worker, facts.division)),
    checkOf(
      'contract-term',
      clause,
      contractTerm(claim.contract, { ruleId: 'socialInsurance.minContractMonths', months }, rules),
    ),
    checkOf('months-in-contract', clause, monthsInContract(judged)),
    checkOf('contributions-agree', clause, contributionsAgree(judged, facts)),
    checkOf('paid-before', clause, paidBefore(judged, facts)),
    checkOf('insured-once', clause, insuredOnce(judged, facts)),
    checkOf('something-paid', clause, somethingPaid(judged)),
    checkOf('each-month-once', clause, eachMonthOnce(judged, facts)),
    checkOf('not-on-benefit', clause, notOnBenefit(judged, facts)),
    checkOf('not-flexible', clause, notFlexible(facts)),
    checkOf('longest-term', clause, term(judged)),
    checkOf('amount', clause, amount(judged, rules)),
    combinationCheck('SOCIAL_INSURANCE_SUBSIDY', clause, {
      others: facts.others,
      during: insuredMonths(facts.claim),
    }),
  ];
  return conclude('SOCIAL_INSURANCE_SUBSIDY', clause, checks, partsOf(judged, rules));
};
