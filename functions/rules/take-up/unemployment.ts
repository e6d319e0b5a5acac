import type { EmploymentSpell, WorkerRecord } from '../../contracts/registers/worker.ts';
import { addMonths, monthOf, monthsBetween } from '../calendar/days.ts';
import { isPost } from '../retention-allowance/standing.ts';
import { knownOf, lastKnownDay, valuesOfNotice } from './known-facts.ts';
import type { Presume } from './presumed-claim.ts';

/** The job that ended last; undefined while one goes on, or where none is registered. */
const lastLost = ({ spells }: WorkerRecord): (EmploymentSpell & { endsOn: string }) | undefined => {
  let last: (EmploymentSpell & { endsOn: string }) | undefined;
  for (const spell of spells) {
    if (isPost(spell.kind)) continue;
    const { endsOn } = spell;
    if (endsOn === undefined) return undefined;
    if (last === undefined || endsOn > last.endsOn) last = { ...spell, endsOn };
  }
  return last;
};

/** A claim names no more months than this; the rules pay the first of them up to the longest term. */
const mostMonths = 24;

/** 失业补助金 from the registers: insured against unemployment, and the last job ended in the epidemic. */
export const presumeUnemployment: Presume = (worker, around) => {
  if (!worker.contributions.some(({ line }) => line === 'UNEMPLOYMENT')) return [];
  const lost = lastLost(worker);
  if (lost === undefined || lost.endsOn < valuesOfNotice(around).unemployment.epidemicFrom) return [];
  const next = addMonths(`${monthOf(lost.endsOn)}-01`, 1);
  const months = monthsBetween(next, lastKnownDay(worker)).slice(0, mostMonths);
  if (months.length === 0) return [];
  return [
    {
      name: `UNEMPLOYMENT_ASSISTANCE ${lost.endsOn}`,
      facts: {
        instrument: 'UNEMPLOYMENT_ASSISTANCE',
        claim: {
          lostOn: lost.endsOn,
          lastEmployerName: lost.employerName,
          cause: 'OTHER',
          epidemicDeclared: true,
          insuredIn: worker.homeDivision,
          months,
        },
        ...knownOf(worker),
      },
      missing: ['LOSS_DECLARED'],
      supposed: ['cause', 'epidemicDeclared', 'insuredIn'],
      amount: 'KNOWN',
    },
  ];
};
