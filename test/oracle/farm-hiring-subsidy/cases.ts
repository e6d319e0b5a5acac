import type { FarmHiringFacts } from '../../../functions/rules/farm-hiring-subsidy/facts.ts';
import { laterBy } from '../almanac.ts';
import { answered, aWorker, handledBy, heldFor, homes, someOthers } from '../cases.ts';
import type { Chance } from '../chance.ts';
import {
  aHiringDay,
  anEmployer,
  someJobs,
  someMonths,
  someWages,
  wageSignals,
} from '../hiring-subsidy/cases.ts';

const farms = [
  'FARM_INPUT_ENTERPRISE',
  'FARM_COOPERATIVE',
  'FAMILY_FARM',
  'LEADING_FARM_ENTERPRISE',
  'LARGE_GROWER',
  'FARM_SERVICE_ORGANISATION',
  'ENTERPRISE',
] as const;

export const aFarmCase = (chance: Chance): FarmHiringFacts => {
  const home = chance.pick(homes);
  const hiredOn = aHiringDay(chance);
  const months = someMonths(chance, hiredOn);
  const rest = { spells: someJobs(chance, hiredOn, months), wages: someWages(chance, months) };
  return {
    instrument: 'FARM_HIRING_SUBSIDY',
    claim: { hiredOn, workplace: home, months, ofOwnersFamily: chance.once(9) },
    worker: answered(chance, aWorker(chance, home, hiredOn, rest)),
    applicant: answered(chance, anEmployer(chance, farms)),
    held: chance.once(15) ? [heldFor('ONCE')] : [],
    ...someOthers(chance, months[0]?.month ?? '2020-03'),
    ...handledBy(chance, home),
    submittedOn: chance.once(8) ? laterBy(hiredOn, chance.whole(0, 300)) : '2023-06-01',
    ...wageSignals(chance),
  };
};
