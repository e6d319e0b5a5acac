import type { EntitlementPart, LineAssessment } from '../../contracts/assessment.ts';
import { applicantNotKnown } from '../applicant-known.ts';
import { addDays, addMonths } from '../calendar/days.ts';
import {
  checkOf,
  claimed,
  fail,
  notConfigured,
  pass,
  registered,
  used,
  yuan,
  type Finding,
} from '../check.ts';
import { conclude } from '../conclude.ts';
import { countDay, handledWhereItIs, rosterDay } from '../count-day.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { countHeads, enoughWorkers } from '../head-count.ts';
import type { BaseAwardFacts } from './facts.ts';
import { recognised } from './recognised.ts';

const clause = '四.4';
/** 一次性: one award to a base, of whatever level. */
const period = 'ONCE';

const organisation = ({ applicant }: BaseAwardFacts): Finding =>
  isKnown(applicant)
    ? pass('机构名录中有申请单位。', 'The register of organisations knows the applicant.', {
        inputs: [registered('applicantType', applicant.type, applicant.source)],
      })
    : applicantNotKnown(applicant);

const enough = (facts: BaseAwardFacts, rules: RuleSet): Finding => {
  const { base, minimumAge } = rules.values;
  const on = countDay(facts);
  const from = base.countOver === 'APPLICATION_DAY' ? on : addDays(addMonths(on, -12), 1);
  const count = countHeads(facts.roster, { employer: facts.applicant, from, on, minimumAge });
  return enoughWorkers(count, { ruleId: 'base.minPoorWorkers', value: base.minPoorWorkers }, rules);
};

const award = (rules: RuleSet): Finding => {
  const { awardFen } = rules.values.base;
  if (awardFen === null) return notConfigured('base.awardFen');
  return pass(`一次性奖励 ${yuan(awardFen)} 元。`, `An award of ${yuan(awardFen)} yuan, once.`, {
    values: [used(rules, 'base.awardFen', awardFen)],
  });
};

const once = ({ held }: BaseAwardFacts): Finding => {
  const [holder] = held;
  return holder === undefined
    ? pass('该基地没有领取过奖励。', 'This base has had no award yet.', { inputs: [] })
    : fail(
        'DUPLICATE',
        `该基地已由申请 ${holder.applicationId} 申请或领取奖励，一个基地只奖一次。`,
        `Application ${holder.applicationId} has the award of this base, or applies for it; it is paid once.`,
        { inputs: [claimed('otherApplication', holder.applicationId)] },
      );
};

const partsOf = ({ values: { base } }: RuleSet): EntitlementPart[] =>
  base.awardFen === null ? [] : [{ period, amountFen: base.awardFen }];

/** 就业扶贫基地奖励, clause 四.4: what README.md beside this file says. */
export const assessBase = (facts: BaseAwardFacts, rules: RuleSet): LineAssessment => {
  const checks = [
    checkOf('organisation', clause, organisation(facts)),
    checkOf('recognised', clause, recognised(facts, countDay(facts))),
    checkOf('roster-day', clause, rosterDay(facts)),
    checkOf('head-count', clause, enough(facts, rules)),
    checkOf('award', clause, award(rules)),
    checkOf('handled-where-it-is', clause, handledWhereItIs(facts)),
    checkOf('once-per-base', clause, once(facts)),
  ];
  return conclude('BASE_AWARD', clause, checks, partsOf(rules));
};
