import type { RosterMember, RuleSet } from './facts.ts';
import { fail, notConfigured, pass, unavailable, used, caveat, type Finding } from './check.ts';
import { standingOf, type CountBasis, type MemberStanding } from './roster-member.ts';

/** Distinct people of a roster by what they come to; `open` and `differs` are for a person to look at. */
export type HeadCount = {
  readonly on: string;
  readonly counted: number;
  readonly open: number;
  readonly differs: number;
  /** Where on the roster they stand whom a person must look at, counted from 1. */
  readonly toLookAt: readonly number[];
};

const strength: Record<MemberStanding, number> = { NOT_COUNTED: 0, DIFFERS: 1, UNKNOWN: 2, COUNTED: 3 };

type Person = { readonly standing: MemberStanding; readonly position: number };

/** One person counts once, however often the roster names them; the entry that says most for them stands. */
const peopleOf = (roster: readonly RosterMember[], basis: CountBasis): Person[] => {
  const people = new Map<string, Person>();
  roster.forEach((member, index) => {
    const standing = standingOf(member, basis);
    const before = people.get(member.subject);
    if (before === undefined || strength[standing] > strength[before.standing])
      people.set(member.subject, { standing, position: index + 1 });
  });
  return [...people.values()];
};

/** Counts the poor workers of a roster who were employed on the count date (POLICY 3.7, 3.9). */
export const countHeads = (roster: readonly RosterMember[], basis: CountBasis): HeadCount => {
  const people = peopleOf(roster, basis);
  const of = (standing: MemberStanding) => people.filter((person) => person.standing === standing).length;
  return {
    on: basis.on,
    counted: of('COUNTED'),
    open: of('UNKNOWN'),
    differs: of('DIFFERS'),
    toLookAt: people.flatMap(({ standing, position }) =>
      standing === 'UNKNOWN' || standing === 'DIFFERS' ? position : [],
    ),
  };
};

export type Threshold = { readonly ruleId: string; readonly value: number | null };

const input = (count: HeadCount, name: string, value: number | string) => ({
  name,
  value,
  source: 'WORKERS',
  asOf: count.on,
});

/** Whether they reach the number asked for; the number itself is inside (以上). */
export const enoughWorkers = (count: HeadCount, { ruleId, value }: Threshold, rules: RuleSet): Finding => {
  if (value === null) return notConfigured(ruleId);
  const { on, counted, open, differs, toLookAt } = count;
  const values = [used(rules, ruleId, value)];
  const inputs = [
    input(count, 'poorWorkersEmployed', counted),
    input(count, 'poorWorkersToLookAt', open + differs),
    input(count, 'rosterPositionsToLookAt', toLookAt.slice(0, 100).join(' ')),
  ];
  if (counted >= value)
    return pass(
      `${on} 在岗贫困劳动力 ${counted} 人，达到 ${value} 人。`,
      `${counted} poor workers were employed on ${on}; ${value} are needed.`,
      { inputs, values },
    );
  if (counted + open + differs < value)
    return fail(
      'TOO_FEW_WORKERS',
      `${on} 在岗贫困劳动力至多 ${counted + open + differs} 人，不足 ${value} 人。`,
      `At most ${counted + open + differs} poor workers were employed on ${on}; ${value} are needed.`,
      { inputs, values },
    );
  const zh = `${on} 可确认在岗贫困劳动力 ${counted} 人，另有 ${open + differs} 人须核实，达到 ${value} 人方可。`;
  const en = `${counted} poor workers are confirmed on ${on}, ${open + differs} more must be looked at; ${value} are needed. An officer looks.`;
  return counted + differs >= value && open === 0
    ? caveat('REGISTER_DIFFERS', zh, en, { inputs, values })
    : unavailable('REGISTER_DOES_NOT_KNOW', zh, en, { inputs, values });
};
