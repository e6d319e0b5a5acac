import type { LineAssessment } from '../../contracts/assessment.ts';
import { dateOf } from '../calendar/days.ts';
import {
  caveat,
  checkOf,
  claimed,
  fail,
  notApplicable,
  pass,
  registered,
  unavailable,
  used,
  type Finding,
} from '../check.ts';
import { conclude } from '../conclude.ts';
import { isKnown, type RetentionFacts, type RuleSet } from '../facts.ts';
import { homeCountyCheck, poorWorkerChecks } from '../poor-worker.ts';
import { counted, eachMonthOnce, inWindow, partsOf } from './months.ts';
import {
  coveredDays,
  countingSpells,
  firstCountingDay,
  qualifyingDays,
  registeredDays,
  standingOf,
} from './qualifying.ts';

const clause = '六.2';

/** (A) outside the county or (B) a local workshop or enterprise; one stretch that counts is enough. */
const employmentKind = (facts: RetentionFacts): Finding => {
  const standings = facts.claim.spells.map((spell) => standingOf(facts, spell));
  const kinds = facts.claim.spells.map(({ kind }) => kind).join(' ');
  const inputs = [claimed('spellKinds', kinds)];
  if (countingSpells(facts).length > 0)
    return pass('有符合条件的务工经历。', 'There is work of a kind that counts.', { inputs });
  return standings.every((standing) => standing === 'IN_COUNTY_AS_OUTSIDE')
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

/** 稳定就业 in the county asks for a contract and wage records; without them a person looks. */
const proof = (facts: RetentionFacts): Finding => {
  const missing = facts.claim.spells.filter((spell) => standingOf(facts, spell) === 'LOCAL_WITHOUT_PROOF');
  return missing.length === 0
    ? pass('工作证明齐全。', 'The proof of work is complete.')
    : unavailable(
        'PROOF_MISSING',
        '县内就业缺少合同或工资凭证，由工作人员核实。',
        'A contract or wage record is missing for work in the county.',
        {
          inputs: [claimed('spellsWithoutProof', missing.length)],
        },
      );
};

/** Work before the sixteenth birthday does not count; all of it before is a refusal. */
const ofAge = (facts: RetentionFacts, rules: RuleSet): Finding => {
  const { worker } = facts;
  const minimum = rules.values.minimumAge;
  if (!isKnown(worker)) return notApplicable('年龄未知。', 'The age is not known.');
  const first = firstCountingDay(facts, rules);
  const { start, end } = rules.values.window;
  const anyDays = coveredDays(countingSpells(facts), start, end).size > 0;
  const inputs = [registered('countsFrom', first, worker.source)];
  const values = [used(rules, 'minimumAge', minimum)];
  return anyDays && qualifyingDays(facts, rules).size === 0
    ? fail(
        'UNDER_AGE',
        `务工期间未满 ${minimum} 周岁。`,
        `The worker was not ${minimum} years old while working.`,
        { inputs, values },
      )
    : pass(`自 ${first} 起计算。`, `Days count from ${first} on.`, { inputs, values });
};

/** The claimed days against the employment register: unknown days go to a person, they are not struck out. */
const confirmed = (facts: RetentionFacts, rules: RuleSet): Finding => {
  if (!isKnown(facts.worker)) return notApplicable('劳动者未知。', 'The worker is not known.');
  const claimedDays = qualifyingDays(facts, rules);
  const known = registeredDays(facts, rules);
  const missing = [...claimedDays].filter((day) => !known.has(day)).length;
  const inputs = [
    claimed('claimedDays', claimedDays.size),
    registered('daysNotRegistered', missing, facts.worker.source),
  ];
  if (missing === 0) return pass('就业登记与申报一致。', 'The employment register agrees.', { inputs });
  return missing === claimedDays.size
    ? unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '就业登记中没有查到此项务工，由工作人员核实。',
        'The employment register does not show this work; an officer looks.',
        {
          inputs,
        },
      )
    : caveat(
        'REGISTER_DIFFERS',
        `就业登记比申报少 ${missing} 天。`,
        `The employment register shows ${missing} days less than claimed.`,
        {
          inputs,
        },
      );
};

/** The day the register's status is asked for: the first day that counts. */
const eventDate = (facts: RetentionFacts, rules: RuleSet): string => {
  const days = [...qualifyingDays(facts, rules)];
  return days.length > 0 ? dateOf(Math.min(...days)) : firstCountingDay(facts, rules);
};

const withoutAge = <T extends { checkId: string }>(checks: readonly T[]): T[] =>
  checks.filter(({ checkId }) => checkId !== 'worker-of-age');

/** 稳岗补贴, clause 六.2: what README.md beside this file says. */
export const assessRetention = (facts: RetentionFacts, rules: RuleSet): LineAssessment => {
  const basis = { clause, on: eventDate(facts, rules), statusMatters: true };
  const checks = [
    ...withoutAge(poorWorkerChecks(facts.worker, basis, rules)),
    checkOf('worker-of-age', clause, ofAge(facts, rules)),
    ...homeCountyCheck(facts.worker, facts.division, clause),
    checkOf('employment-kind', clause, employmentKind(facts)),
    checkOf('in-window', clause, inWindow(facts, rules)),
    checkOf('counted-months', clause, counted(facts, rules)),
    checkOf('proof', clause, proof(facts)),
    checkOf('confirmed-by-register', clause, confirmed(facts, rules)),
    checkOf('each-month-once', clause, eachMonthOnce(facts, rules)),
  ];
  return conclude('RETENTION_ALLOWANCE', clause, checks, partsOf(facts, rules));
};
