import type { EmploymentSpell } from '../../contracts/registers/worker.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { isLocalKind, isPost } from '../retention-allowance/standing.ts';
import type { ClaimedSpell } from '../retention-allowance/claim.ts';
import { tierOf } from '../tier.ts';
import { knownOf, lastKnownDay, valuesOfNotice } from './known-facts.ts';
import type { Presume } from './presumed-claim.ts';

/** The most stretches of work that one claim may name. */
const mostSpells = 30;

const mayCount = ({ kind, workplace }: EmploymentSpell, home: string): boolean =>
  !isPost(kind) && (isLocalKind(kind) || tierOf(home, workplace) !== 'IN_COUNTY');

/** The part of a registered job that lies between two days; undefined where none does. */
const within = (spell: EmploymentSpell, from: IsoDate, to: IsoDate): ClaimedSpell | undefined => {
  const startsOn = spell.startsOn > from ? spell.startsOn : from;
  const endsOn = spell.endsOn !== undefined && spell.endsOn < to ? spell.endsOn : to;
  if (startsOn > endsOn) return undefined;
  const { kind, employerName, employerCode, workplace, wageProof } = spell;
  return {
    kind,
    employerName,
    ...(employerCode !== undefined && { employerCode }),
    workplace,
    startsOn,
    endsOn,
    wageProof,
  };
};

/** 稳岗补贴 from the employment register: jobs outside the county, or in a local workshop or enterprise. */
export const presumeRetention: Presume = (worker, around) => {
  const { start, end } = valuesOfNotice(around).window;
  const known = lastKnownDay(worker);
  const last = known < end ? known : end;
  const spells = worker.spells
    .flatMap((spell) => (mayCount(spell, worker.homeDivision) ? (within(spell, start, last) ?? []) : []))
    .slice(0, mostSpells);
  if (spells.length === 0) return [];
  return [
    {
      name: 'RETENTION_ALLOWANCE',
      facts: { instrument: 'RETENTION_ALLOWANCE', claim: { spells }, ...knownOf(worker) },
      missing: spells.every(({ wageProof }) => wageProof) ? [] : ['WAGE_PROOF'],
      supposed: [],
      amount: 'KNOWN',
    },
  ];
};
