import type { Licence, OrganisationRecord } from '../../../functions/contracts/registers/organisation.ts';
import type { EmploymentSpell } from '../../../functions/contracts/registers/worker.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { PlacementFacts } from '../../../functions/rules/placement-subsidy/facts.ts';
import { laterBy, monthsLater } from '../almanac.ts';
import {
  answered,
  aWorker,
  aWorkplace,
  handledBy,
  heldFor,
  homes,
  someInsurance,
  someOthers,
  someSignals,
  source,
} from '../cases.ts';
import type { Chance } from '../chance.ts';

type Claim = PlacementFacts['claim'];

const employerCode = '91141124MA0TEEE15W';
const agencyCode = '91140100MA0TAAA11Q';

/** The first and the last day of the window, the days beside them, and 31 August, which has no twin in February. */
const edges = ['2020-01-31', '2020-02-01', '2020-02-29', '2020-03-05', '2020-06-30', '2020-07-01'];

const aDay = (chance: Chance): string =>
  chance.once(5) ? chance.pick(edges) : laterBy('2020-02-01', chance.whole(0, 130));

const aContract = (chance: Chance, signedOn: string): Claim['contract'] => {
  const startsOn = chance.once(12) ? '2020-08-31' : laterBy(signedOn, chance.whole(0, 5));
  const months = chance.pick([6, 6, 12, 36]);
  const common = { number: 'HT-1', signedOn, startsOn };
  if (chance.once(8)) return { ...common, type: 'OPEN_ENDED' };
  if (chance.once(12)) return { ...common, type: 'TASK_BASED' };
  const days = chance.once(2) ? -1 : chance.pick([-2, -1, 0, 30]);
  return { ...common, type: 'FIXED_TERM', endsOn: laterBy(monthsLater(startsOn, months), days) };
};

const aLicence = (chance: Chance, on: string): Licence => ({
  kind: chance.once(20) ? 'VOCATIONAL_TRAINING' : 'HR_SERVICE',
  number: 'RL-1',
  startsOn: chance.once(12) ? laterBy(on, chance.whole(-1, 1)) : '2018-01-01',
  ...(chance.once(2) && { endsOn: laterBy(on, chance.once(6) ? chance.whole(-1, 1) : 400) }),
});

const agencyTypes = ['TRAINING_PROVIDER', 'LABOUR_BROKER', 'OTHER_MARKET_BODY'] as const;

const aType = (chance: Chance): OrganisationRecord['type'] => {
  if (chance.once(12)) return 'PUBLIC_EMPLOYMENT_SERVICE';
  return chance.once(2) ? 'HR_AGENCY' : chance.pick(agencyTypes);
};

const anAgency = (chance: Chance, on: string): OrganisationRecord => ({
  organisationId: chance.once(20) ? employerCode : agencyCode,
  name: '测试机构',
  type: aType(chance),
  povertyRelief: false,
  ...(chance.once(5) && { ownerGroup: 'G-1' }),
  licences: chance.once(15) ? [] : [aLicence(chance, on)],
  source: source('ORGANISATIONS'),
});

const anEmployer = (chance: Chance): OrganisationRecord => ({
  organisationId: employerCode,
  name: '测试单位',
  type: 'ENTERPRISE',
  povertyRelief: false,
  ...(chance.once(3) && { ownerGroup: chance.pick(['G-1', 'G-2']) }),
  licences: [],
  source: source('ORGANISATIONS'),
});

const someSpells = (chance: Chance, claim: Claim): EmploymentSpell[] => {
  if (chance.once(15)) return [];
  const startsOn = chance.once(12) ? laterBy(claim.referredOn, chance.whole(-1, 0)) : claim.contract.startsOn;
  const spell: EmploymentSpell = {
    spellId: 'S-1',
    kind: chance.once(15) ? 'PUBLIC_WELFARE_POST' : 'OUTSIDE_COUNTY',
    employerCode: chance.once(15) ? '91140200MA0TBBB24W' : employerCode,
    employerName: '测试单位',
    workplace: chance.once(15) ? '350203' : claim.workplace,
    startsOn,
    ...(chance.once(6) && { endsOn: laterBy(startsOn, chance.pick([0, 28, 29, 30, 31, 200])) }),
    wageProof: true,
    source: source('EMPLOYMENT'),
  };
  return [spell];
};

/** The job, its insurance, and often the day of the claim: close to the end of the job now and then. */
const worked = (chance: Chance, claim: Claim) => {
  const spells = someSpells(chance, claim);
  const { startsOn } = claim.contract;
  const ends = spells[0]?.endsOn ?? laterBy(startsOn, 100);
  return {
    spells,
    contributions: someInsurance(chance, employerCode, startsOn, ends),
    day: chance.once(3) ? {} : { submittedOn: laterBy(ends, chance.once(4) ? chance.whole(-33, 1) : 10) },
  };
};

export const aPlacementCase = (chance: Chance): PlacementFacts => {
  const home = chance.pick(homes);
  const referredOn = aDay(chance);
  const signedOn = chance.once(8) ? aDay(chance) : laterBy(referredOn, chance.whole(0, 4));
  const claim: Claim = {
    referredOn,
    employerCode,
    workplace: aWorkplace(chance, home),
    contract: aContract(chance, signedOn),
  };
  const { day, ...records } = worked(chance, claim);
  const held = heldFor('ONCE', chance.once(4) ? undefined : laterBy(signedOn, chance.whole(-1, 1)));
  return {
    instrument: 'PLACEMENT_SUBSIDY',
    claim,
    worker: answered(chance, aWorker(chance, home, signedOn, { ...records, seats: [] })),
    applicant: answered(chance, anAgency(chance, referredOn)),
    employer: answered(chance, anEmployer(chance)),
    held: chance.once(12) ? [held] : [],
    ...someOthers(chance, claim.contract.startsOn.slice(0, 7)),
    ...handledBy(chance, home),
    ...day,
    ...someSignals(chance),
  };
};

export const placementValues = (chance: Chance, { values, sources }: RuleSet): RuleSet => {
  if (!chance.once(5)) return { values, sources };
  const { tierFen } = values.placement;
  const turned = chance.pick<Partial<RuleSet['values']['placement']>>([
    { tierFen: { ...tierFen, IN_COUNTY: null } },
    { tierFen: { ...tierFen, IN_PROVINCE: 60_000 } },
    { tierFen: { ...tierFen, OUT_OF_PROVINCE: null } },
    { minContractMonths: null },
    { minContractMonths: 12 },
    { targetGroup: 'ALL_WORKERS' },
    { oncePerWorker: false },
    { requireHrLicence: false },
    { earlyQuitDays: 15 },
  ]);
  return { values: { ...values, placement: { ...values.placement, ...turned } }, sources };
};
