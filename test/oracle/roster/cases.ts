import type {
  OrganisationRecord,
  RecognitionRecord,
} from '../../../functions/contracts/registers/organisation.ts';
import type { EmploymentSpell, WageTransfer } from '../../../functions/contracts/registers/worker.ts';
import type { RosterMember } from '../../../functions/rules/facts.ts';
import { laterBy, monthsLater } from '../almanac.ts';
import { answered, aWorker, homes, source } from '../cases.ts';
import type { Chance } from '../chance.ts';

/* Whoever employs poor workers, its roster and its recognition; a workshop and a base are the same in this. */

export const ownCode = '91141124MA0TEEE15W';
export const otherCode = '91140200MA0TBBB24W';

const aSpell = (employerCode: string, startsOn: string, endsOn?: string): EmploymentSpell => ({
  spellId: `S-${employerCode}`,
  kind: 'LOCAL_ENTERPRISE',
  employerCode,
  employerName: '测试单位',
  workplace: '141124',
  startsOn,
  ...(endsOn !== undefined && { endsOn }),
  wageProof: true,
  source: source('EMPLOYMENT'),
});

/** At work here on the day; or gone, not yet there, elsewhere, at two employers, or nowhere by the register. */
const jobs = (chance: Chance, on: string): EmploymentSpell[] => {
  const usual = aSpell(ownCode, laterBy(on, -90));
  if (!chance.once(8)) return [usual];
  return chance.pick<EmploymentSpell[]>([
    [],
    [aSpell(otherCode, laterBy(on, -90))],
    [aSpell(ownCode, laterBy(on, chance.whole(0, 1)))],
    [aSpell(ownCode, laterBy(on, -500), laterBy(on, chance.whole(-1, 0)))],
    [aSpell(ownCode, laterBy(on, -800), laterBy(monthsLater(on, -12), chance.whole(-1, 1)))],
    [usual, aSpell(otherCode, laterBy(on, -200))],
    [usual, aSpell(otherCode, laterBy(on, -200))],
  ]);
};

const wages = (chance: Chance, on: string): WageTransfer[] =>
  [ownCode, otherCode].flatMap((employerCode) =>
    chance.once(2)
      ? []
      : [
          {
            month: monthsLater(on, chance.pick([-13, -2, -1, 0, 1])).slice(0, 7),
            employerCode,
            paidFen: 200_000,
            paidOn: on,
            source: source('WAGES'),
          },
        ],
  );

const aMember = (chance: Chance, on: string, at: number): RosterMember => {
  const subject = `W-${at}`;
  const home = chance.once(6) ? '140802' : '141124';
  const record = aWorker(chance, home, on, { subject, spells: jobs(chance, on), wages: wages(chance, on) });
  const { povertyStatuses } = record;
  const usual = [{ status: 'REGISTERED_POOR', startsOn: '2014-05-31' } as const];
  return {
    subject,
    startsOn: laterBy(on, chance.once(15) ? chance.whole(0, 1) : -90),
    ...(chance.once(12) && { endsOn: laterBy(on, chance.pick([-1, 0, 30])) }),
    worker: answered(chance, {
      ...record,
      ...(!chance.once(4) && {
        povertyStatuses: usual,
        birthDate: '1985-06-12',
        workCapacity: 'ABLE' as const,
      }),
      ...(chance.once(4) && { povertyStatuses }),
    }),
  };
};

/** About as many as are needed; once in a while somebody is on it twice. */
export const aRoster = (chance: Chance, on: string, needed: number): RosterMember[] => {
  const wanted = Math.max(0, needed + chance.pick([-2, -1, 0, 1, 2, 3, 4]));
  const members = Array.from({ length: wanted }, (_, at) => aMember(chance, on, at));
  const [first] = members;
  return first !== undefined && chance.once(8)
    ? [...members, { ...first, startsOn: laterBy(on, chance.whole(-5, 5)) }]
    : members;
};

export const anEnterprise = (chance: Chance): OrganisationRecord => ({
  organisationId: ownCode,
  name: '测试单位',
  type: chance.pick(['ENTERPRISE', 'WORKSHOP', 'LEADING_FARM_ENTERPRISE']),
  povertyRelief: !chance.once(8),
  licences: [],
  source: source('ORGANISATIONS'),
});

/** In force, not yet, suspended, revoked, or back in force, close to the day or long since. */
export const aRecognition = (
  chance: Chance,
  kind: RecognitionRecord['kind'],
  on: string,
): RecognitionRecord => {
  const from = laterBy(on, chance.once(5) ? chance.whole(-1, 1) : -200);
  const then = laterBy(from, chance.pick([1, 30, 199, 200, 201]));
  const next = { status: chance.pick(['SUSPENDED', 'REVOKED'] as const), from: then, reason: '复核' };
  const back = { status: 'ACTIVE', from: laterBy(then, 10), reason: '恢复' } as const;
  return {
    recognitionNo: 'C-1',
    organisationId: ownCode,
    kind,
    level: chance.pick(['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY']),
    division: chance.once(15) ? '140802' : '141124',
    recognisedOn: from,
    history: [
      { status: 'ACTIVE', from, reason: '认定' },
      ...(chance.once(4) ? [next, ...(chance.once(4) ? [back] : [])] : []),
    ],
    source: source('RECOGNITIONS'),
  };
};

/** The number of the notice now and then, else one that makes a short roster. */
export const aNumber = (chance: Chance, shipped: number): number | null => {
  if (chance.once(25)) return shipped;
  return chance.once(12) ? null : chance.pick([1, 2, 3, 3, 4]);
};

export const homeCounty = homes[0];
