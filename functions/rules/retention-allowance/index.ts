import type { LineAssessment } from '../../contracts/assessment.ts';
import { checkOf, claimed, fail, pass, unavailable, type Finding } from '../check.ts';
import { combinationCheck } from '../combinations.ts';
import { conclude } from '../conclude.ts';
import { retentionMonths } from './claim.ts';
import type { RetentionFacts } from './facts.ts';
import type { OtherEntitlement, RuleSet } from '../facts.ts';
import { ownAccount } from '../own-account.ts';
import { ableToWork, handledAtHome } from '../poor-worker.ts';
import { confirmed, proof } from './evidence.ts';
import { counted, eachMonthOnce, inWindow, openMonths, partsOf } from './months.ts';
import { counts } from './standing.ts';
import { ofAge, registeredPoor } from './worker.ts';
import { workOf, type Work } from './work-days.ts';

const clause = '六.2';

/** (A) outside the county or (B) a local workshop or enterprise; one stretch that counts is enough. */
const employmentKind = ({ spells }: Work): Finding => {
  const counting = spells.filter(({ standing }) => counts(standing)).length;
  const inputs = [
    claimed('spellKinds', spells.map(({ spell }) => spell.kind).join(' ')),
    claimed('spellsThatCount', counting),
  ];
  if (counting > 0 && spells.every(({ standing }) => standing === 'HOME_UNKNOWN' || !counts(standing)))
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      '登记数据中没有此人的户籍县，无法判断是否在县外务工，由工作人员核实。',
      'No register says where home is, so nobody can tell whether the work is outside the county. An officer looks.',
      { inputs },
    );
  if (counting > 0)
    return pass(
      `${spells.length} 段务工经历中 ${counting} 段符合条件。`,
      `${counting} of ${spells.length} stretches of work are of a kind that counts.`,
      { inputs },
    );
  return spells.every(({ standing }) => standing === 'IN_COUNTY_AS_OUTSIDE')
    ? fail('NOT_OUTSIDE_COUNTY', '务工地在户籍县内，不属县外务工。', 'The workplace is in the home county.', {
        inputs,
      })
    : fail(
        'WRONG_EMPLOYMENT_KIND',
        '县内只补助在扶贫车间、企业稳定就业，此项务工不在范围内。',
        'In the county only work in a workshop or an enterprise counts; this work does not.',
        { inputs },
      );
};

/** What was granted for a month that is to be paid here; another month stands for itself. */
const sameMonths = (
  work: Work,
  facts: RetentionFacts,
  rules: RuleSet,
): readonly OtherEntitlement[] | undefined => {
  const months = openMonths(work, facts, rules);
  return facts.others?.filter(({ period }) => months.includes(period));
};

/** 稳岗补贴, clause 六.2: what README.md beside this file says. */
export const assessRetention = (facts: RetentionFacts, rules: RuleSet): LineAssessment => {
  const work = workOf(facts, rules);
  const checks = [
    checkOf('worker-registered', clause, registeredPoor(work, facts)),
    checkOf('worker-of-age', clause, ofAge(work, facts, rules)),
    checkOf('worker-able', clause, ableToWork(facts.worker)),
    checkOf('handled-by-home-county', clause, handledAtHome(facts.worker, facts.division)),
    checkOf('employment-kind', clause, employmentKind(work)),
    checkOf('in-window', clause, inWindow(work, facts, rules)),
    checkOf('counted-months', clause, counted(work, rules)),
    checkOf('proof', clause, proof(work, facts, rules)),
    checkOf('confirmed-by-register', clause, confirmed(work, facts, rules)),
    checkOf('own-account', clause, ownAccount(facts)),
    checkOf('each-month-once', clause, eachMonthOnce(work, facts, rules)),
    combinationCheck('RETENTION_ALLOWANCE', clause, {
      others: sameMonths(work, facts, rules),
      during: retentionMonths(facts.claim),
    }),
  ];
  return conclude('RETENTION_ALLOWANCE', clause, checks, partsOf(work, facts, rules));
};
