import type { LineAssessment } from '../../contracts/assessment.ts';
import { checkOf } from '../check.ts';
import { conclude } from '../conclude.ts';
import { countDay, handledWhereItIs, rosterDay } from '../count-day.ts';
import type { RuleSet } from '../facts.ts';
import { countHeads, enoughWorkers } from '../head-count.ts';
import { notYetRecognised, povertyRelief } from './enterprise.ts';
import type { WorkshopFacts } from './facts.ts';
import { agreementRuns, premisesFit, threshold } from './premises.ts';

const clause = '六.1';

const countOf = (facts: WorkshopFacts, { values }: RuleSet) => {
  const on = countDay(facts);
  return countHeads(facts.roster, {
    employer: facts.applicant,
    from: on,
    on,
    minimumAge: values.minimumAge,
    homeOnly: values.workshop.countOtherCounties ? undefined : facts.claim.county,
  });
};

/** 扶贫车间认定, clause 六.1: what README.md beside this file says. It pays nothing; other claims rest on it. */
export const assessWorkshop = (facts: WorkshopFacts, rules: RuleSet): LineAssessment => {
  const on = countDay(facts);
  const checks = [
    checkOf('poverty-relief-enterprise', clause, povertyRelief(facts)),
    checkOf('premises', clause, premisesFit(facts, rules)),
    checkOf('agreement-runs', clause, agreementRuns(facts, on)),
    checkOf('roster-day', clause, rosterDay(facts)),
    checkOf('head-count', clause, enoughWorkers(countOf(facts, rules), threshold(facts, rules), rules)),
    checkOf('handled-where-it-is', clause, handledWhereItIs(facts)),
    checkOf('not-yet-recognised', clause, notYetRecognised(facts, on)),
  ];
  return conclude('WORKSHOP_RECOGNITION', clause, checks, [{ period: 'ONCE', amountFen: 0 }]);
};
