import type { EmploymentSpell } from '../../contracts/registers/worker.ts';
import { dayNumber, daysInclusive } from '../calendar/days.ts';
import {
  caveat,
  claimed,
  fail,
  notApplicable,
  pass,
  registered,
  unavailable,
  used,
  type Finding,
} from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import type { PlacementFacts } from './facts.ts';
import { needsWorker } from '../poor-worker.ts';
import { samePlace } from '../tier.ts';

/** A job may be registered some days after it began. */
const registrationSlackDays = 31;

const isMeant = ({ employerCode, startsOn, endsOn }: EmploymentSpell, { claim }: PlacementFacts): boolean =>
  employerCode === claim.employerCode &&
  (endsOn === undefined || endsOn >= claim.contract.startsOn) &&
  dayNumber(startsOn) - dayNumber(claim.contract.startsOn) <= registrationSlackDays;

const lastsLonger = (a: EmploymentSpell, b: EmploymentSpell): boolean => {
  if (a.endsOn !== b.endsOn) return a.endsOn === undefined || (b.endsOn !== undefined && a.endsOn > b.endsOn);
  return a.startsOn === b.startsOn ? a.spellId < b.spellId : a.startsOn < b.startsOn;
};

const fits = ({ kind, workplace }: EmploymentSpell, { claim }: PlacementFacts): boolean =>
  kind !== 'PUBLIC_WELFARE_POST' && samePlace(workplace, claim.workplace);

const isBetter = (a: EmploymentSpell, b: EmploymentSpell, facts: PlacementFacts): boolean =>
  fits(a, facts) === fits(b, facts) ? lastsLonger(a, b) : fits(a, facts);

/** The registered job that the contract speaks of; of several entries the one that fits, then the longest. */
const spellOf = (facts: PlacementFacts): EmploymentSpell | undefined => {
  if (!isKnown(facts.worker)) return undefined;
  let found: EmploymentSpell | undefined;
  for (const spell of facts.worker.spells)
    if (isMeant(spell, facts) && (found === undefined || isBetter(spell, found, facts))) found = spell;
  return found;
};

/**
 * 成功就业: the employment register shows the worker with this employer, at this place, after the referral. A
 * public-welfare post is no placement (POLICY section 5).
 */
export const employed = (facts: PlacementFacts): Finding => {
  if (!isKnown(facts.worker)) return needsWorker;
  const { workplace, referredOn, contract } = facts.claim;
  const spell = spellOf(facts);
  if (spell === undefined)
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      '就业登记中没有查到此项就业，由工作人员核实。',
      'The employment register does not show this job; an officer looks.',
      { inputs: [claimed('workplace', workplace), claimed('startsOn', contract.startsOn)] },
    );
  const inputs = [
    registered('employedFrom', spell.startsOn, spell.source),
    registered('workplace', spell.workplace, spell.source),
    claimed('workplace', workplace),
    claimed('referredOn', referredOn),
  ];
  if (spell.kind === 'PUBLIC_WELFARE_POST')
    return fail(
      'WRONG_EMPLOYMENT_KIND',
      '就业登记显示此项就业为公益岗位，不属市场化职业介绍。',
      'The register shows a public-welfare post, which is no placement on the market.',
      { inputs: [...inputs, registered('employmentKind', spell.kind, spell.source)] },
    );
  if (!samePlace(spell.workplace, workplace))
    return caveat(
      'REGISTER_DIFFERS',
      `就业登记的工作地为 ${spell.workplace}，申报为 ${workplace}，由工作人员核实。`,
      `The employment register names ${spell.workplace} as the workplace, the claim ${workplace}; an officer looks.`,
      { inputs },
    );
  return spell.startsOn < referredOn
    ? caveat(
        'REGISTER_DIFFERS',
        `就业登记显示 ${spell.startsOn} 已在该单位就业，早于推荐日期 ${referredOn}，由工作人员核实。`,
        `The worker was with this employer from ${spell.startsOn}, before the referral on ${referredOn}; an officer looks.`,
        { inputs },
      )
    : pass('就业登记与申报一致。', 'The employment register agrees.', { inputs });
};

const noEnd = ({ source }: EmploymentSpell): Finding =>
  pass('没有离职登记。', 'No end of the job is registered.', {
    inputs: [registered('employedTo', null, source)],
  });
const noJob = notApplicable('就业登记中没有此项就业。', 'The employment register does not show this job.');

/** A job that ended within 30 days goes to an officer: the term is what the clause asks, not the stay (POLICY 3.2 g). */
export const stayed = (facts: PlacementFacts, rules: RuleSet): Finding => {
  const spell = spellOf(facts);
  if (spell === undefined) return noJob;
  if (spell.endsOn === undefined) return noEnd(spell);
  const limit = rules.values.placement.earlyQuitDays;
  const { startsOn } = facts.claim.contract;
  const days = daysInclusive(spell.startsOn > startsOn ? spell.startsOn : startsOn, spell.endsOn);
  const inputs = [registered('daysEmployed', days, spell.source)];
  const values = [used(rules, 'placement.earlyQuitDays', limit)];
  return days <= limit
    ? caveat(
        'LEFT_WITHIN_30_DAYS',
        `就业 ${days} 天后离职，由工作人员核实。`,
        `The job ended after ${days} days; an officer looks.`,
        { inputs, values },
      )
    : pass(`已就业 ${days} 天。`, `Employed for ${days} days.`, { inputs, values });
};
