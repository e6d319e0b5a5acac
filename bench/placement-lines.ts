import { shanxiCounties } from '../functions/contracts/divisions.ts';
import type { OrganisationRecord } from '../functions/contracts/registers/organisation.ts';
import type { RecordSource } from '../functions/contracts/registers/record-source.ts';
import type { PlacementFacts } from '../functions/rules/placement-subsidy/facts.ts';
import { addDays, addMonths } from '../functions/rules/calendar/days.ts';
import { createChance, type Chance } from './chance.ts';

const sourceOf = (register: string): RecordSource => ({ register, asOf: '2020-06-01', version: 1 });
const sources = {
  workers: sourceOf('WORKERS'),
  organisations: sourceOf('ORGANISATIONS'),
  employment: sourceOf('EMPLOYMENT'),
};

const organisation = (
  organisationId: string,
  type: OrganisationRecord['type'],
  licences: OrganisationRecord['licences'],
): OrganisationRecord => ({
  organisationId,
  name: `测试单位 ${organisationId}`,
  type,
  povertyRelief: false,
  licences,
  source: sources.organisations,
});

/** Some agencies have let their licence end in the window. */
const anAgency = (no: number): OrganisationRecord =>
  organisation(`AGENCY-${no}`, 'HR_AGENCY', [
    {
      kind: 'HR_SERVICE',
      number: `L-${no}`,
      startsOn: '2018-01-01',
      ...(no % 20 === 0 && { endsOn: '2020-04-15' }),
    },
  ]);
const anEmployer = (no: number): OrganisationRecord => organisation(`EMPLOYER-${no}`, 'ENTERPRISE', []);

const agencies = Array.from({ length: 100 }, (_, no) => anAgency(no));
const employers = Array.from({ length: 2000 }, (_, no) => anEmployer(no));
const elsewhere = ['320500', '330100', '110105', '440300'] as const;

const workerOf = (
  chance: Chance,
  no: number,
  { home, workplace, employerCode, startsOn }: Readonly<Record<string, string>> & Job,
): PlacementFacts['worker'] => {
  if (chance.oneIn(50)) return 'UNKNOWN';
  const quit = chance.oneIn(20) && { endsOn: addDays(startsOn, 10 + chance.below(60)) };
  return {
    subject: `W-${no}`,
    birthDate: addDays('1960-01-01', chance.below(16_500)),
    homeDivision: home,
    povertyStatuses: [{ status: chance.oneIn(25) ? 'NONE' : 'REGISTERED_POOR', startsOn: '2014-05-31' }],
    workCapacity: chance.oneIn(100) ? 'LOST' : 'ABLE',
    relocated: false,
    spells: [
      {
        spellId: `S-${no}`,
        kind: 'OUTSIDE_COUNTY',
        employerCode,
        employerName: '测试用人单位',
        workplace,
        startsOn,
        ...quit,
        wageProof: true,
        source: sources.employment,
      },
    ],
    seats: [],
    wages: [],
    contributions: [],
    otherBenefits: [],
    courses: [],
    overseasListings: [],
    circumstances: [],
    source: sources.workers,
  };
};

type Job = {
  readonly home: string;
  readonly workplace: string;
  readonly employerCode: string;
  readonly startsOn: string;
};

/** One line in the shape in which the check gathers it; no two are alike. */
const aLine = (chance: Chance, no: number): PlacementFacts => {
  const home = chance.among(shanxiCounties);
  const workplace = chance.among([home, chance.among(shanxiCounties), chance.among(elsewhere)]);
  const employer = chance.among(employers);
  const referredOn = addDays('2020-01-20', chance.below(165));
  const signedOn = addDays(referredOn, chance.below(12) - 1);
  const startsOn = addDays(signedOn, chance.below(8));
  const job = { home, workplace, employerCode: employer.organisationId, startsOn };
  const others = chance.oneIn(40) && {
    held: [{ period: 'ONCE', applicationId: 'A20200316-7K3M9QW2ZD', precedence: addDays(signedOn, -3) }],
  };
  return {
    instrument: 'PLACEMENT_SUBSIDY',
    claim: {
      referredOn,
      employerCode: employer.organisationId,
      workplace,
      contract: {
        number: `HT-${no}`,
        type: chance.oneIn(10) ? 'OPEN_ENDED' : 'FIXED_TERM',
        signedOn,
        startsOn,
        endsOn: addDays(addMonths(startsOn, 4 + chance.below(21)), -1),
      },
    },
    worker: workerOf(chance, no, job),
    applicant: chance.among(agencies),
    employer,
    held: [],
    ...others,
    others: [],
    division: home,
    submittedOn: addDays(signedOn, 45),
    signals: { phoneUsers: chance.below(3) },
  };
};

/** Lines of made-up workers from all 117 counties; about a third are refused or go to an officer. */
export const placementLines = (count: number): readonly PlacementFacts[] => {
  const chance = createChance(12_345);
  return Array.from({ length: count }, (_, no) => aLine(chance, no));
};
