import type { EntitlementPart, LineAssessment } from '../../contracts/assessment.ts';
import { checkOf } from '../check.ts';
import { conclude } from '../conclude.ts';
import type { RuleSet } from '../facts.ts';
import { handledAtHome, poorWorkerChecks } from '../poor-worker.ts';
import { asClaimed, plan, provider } from './course.ts';
import { amountOf, trainingDays } from './days.ts';
import type { TrainingFacts } from './facts.ts';
import { attendedOf, hours, passed, plausible, platforms } from './hours.ts';
import { oncePerYear, otherProgrammes } from './once.ts';
import { periodOf } from './period-of.ts';

const clause = '三.2';

const partsOf = (facts: TrainingFacts, rules: RuleSet): EntitlementPart[] => {
  const amountFen = amountOf(facts, rules);
  const { oncePerYearPerType } = rules.values.training;
  return amountFen === null ? [] : [{ period: periodOf(facts.claim, oncePerYearPerType), amountFen }];
};

/** 职业培训补贴, clause 三.2, one trainee of a provider's roster: what README.md beside this file says. */
export const assessTraining = (facts: TrainingFacts, rules: RuleSet): LineAssessment => {
  const { worker, claim } = facts;
  const attended = attendedOf(facts, rules);
  const basis = { clause, on: claim.startsOn, statusMatters: true, relocatedToo: true };
  const checks = [
    checkOf('provider', clause, provider(facts)),
    ...poorWorkerChecks(worker, basis, rules),
    checkOf('handled-by-home-county', clause, handledAtHome(worker, facts.division)),
    checkOf('course-plan', clause, plan(facts)),
    checkOf('hours', clause, hours(attended, facts, rules)),
    checkOf('platforms', clause, platforms(attended, rules)),
    checkOf('hours-plausible', clause, plausible(attended)),
    checkOf('assessment-passed', clause, passed(facts)),
    checkOf('as-registered', clause, asClaimed(facts, attended)),
    checkOf('training-days', clause, trainingDays(facts, rules)),
    checkOf('other-programmes', clause, otherProgrammes(facts)),
    checkOf('once-per-year-and-type', clause, oncePerYear(facts, rules)),
  ];
  return conclude('TRAINING_SUBSIDY', clause, checks, partsOf(facts, rules));
};
