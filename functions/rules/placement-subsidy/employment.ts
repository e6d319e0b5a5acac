import type { EmploymentSpell } from '../../contracts/registers.ts';
import { addDays, daysInclusive } from '../calendar/days.ts';
import {
  caveat,
  claimed,
  notApplicable,
  pass,
  registered,
  unavailable,
  used,
  type Finding,
} from '../check.ts';
import { isKnown, type PlacementFacts, type RuleSet } from '../facts.ts';
import { samePlace } from '../tier.ts';

/** A job may be registered some days after it began. */
const registrationSlackDays = 31;

/** The registered job that the contract speaks of. */
const spellOf = ({ worker, claim }: PlacementFacts): EmploymentSpell | undefined =>
  isKnown(worker)
    ? worker.spells.find(
        ({ employerCode, startsOn, endsOn }) =>
          employerCode === claim.employerCode &&
          startsOn <= addDays(claim.contract.startsOn, registrationSlackDays) &&
          (endsOn === undefined || endsOn >= claim.contract.startsOn),
      )
    : undefined;

/** 成功就业: the employment register shows the worker with this employer, at this place. */
export const employed = (facts: PlacementFacts): Finding => {
  if (!isKnown(facts.worker)) return notApplicable('劳动者未知。', 'The worker is not known.');
  const spell = spellOf(facts);
  if (spell === undefined)
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      '就业登记中没有查到此项就业，由工作人员核实。',
      'The employment register does not show this job; an officer looks.',
    );
  const inputs = [
    registered('employedFrom', spell.startsOn, spell.source),
    registered('workplace', spell.workplace, spell.source),
    claimed('workplace', facts.claim.workplace),
  ];
  return samePlace(spell.workplace, facts.claim.workplace)
    ? pass('就业登记与申报一致。', 'The employment register agrees.', { inputs })
    : caveat(
        'REGISTER_DIFFERS',
        '就业登记的工作地与申报不一致。',
        'The employment register names another workplace.',
        { inputs },
      );
};

/** A job that ended within 30 days goes to an officer: the term is what the clause asks, not the stay (POLICY 3.2 g). */
export const stayed = (facts: PlacementFacts, rules: RuleSet): Finding => {
  const spell = spellOf(facts);
  if (spell?.endsOn === undefined) return pass('没有离职登记。', 'No end of the job is registered.');
  const limit = rules.values.placement.earlyQuitDays;
  const days = daysInclusive(spell.startsOn, spell.endsOn);
  const inputs = [registered('daysEmployed', days, spell.source)];
  const values = [used(rules, 'placement.earlyQuitDays', limit)];
  return days <= limit
    ? caveat(
        'LEFT_WITHIN_30_DAYS',
        `就业 ${days} 天后离职，由工作人员核实。`,
        `The job ended after ${days} days; an officer looks.`,
        {
          inputs,
          values,
        },
      )
    : pass(`已就业 ${days} 天。`, `Employed for ${days} days.`, { inputs, values });
};
