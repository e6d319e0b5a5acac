import type { HeldEntitlement, OtherEntitlement, Signals } from '../../functions/rules/facts.ts';
import type { Contribution, WorkerRecord } from '../../functions/contracts/registers/worker.ts';
import { laterBy, monthsFrom, monthsLater } from './almanac.ts';
import type { Chance } from './chance.ts';

/*
 * Parts of cases that all instruments share. Most parts are clear, so that each case has a fault or two at the most
 * and every reason stands alone often enough.
 */

const otherInstruments = [
  'TRANSPORT_SUBSIDY',
  'PLACEMENT_SUBSIDY',
  'OVERSEAS_SUBSIDY',
  'HIRING_SUBSIDY',
  'FARM_HIRING_SUBSIDY',
  'SOCIAL_INSURANCE_SUBSIDY',
  'RETENTION_ALLOWANCE',
  'PUBLIC_WORKS_POST',
  'UNEMPLOYMENT_ASSISTANCE',
] as const;
const monthly = new Set<string>([
  'SOCIAL_INSURANCE_SUBSIDY',
  'RETENTION_ALLOWANCE',
  'PUBLIC_WORKS_POST',
  'UNEMPLOYMENT_ASSISTANCE',
]);

export const source = (register: string) => ({ register, asOf: '2020-07-01', version: 1 });

/** Two districts of one city, counties of four prefectures, a county-level city. */
export const homes = ['141124', '140105', '140106', '140925', '141030', '140181', '140223'] as const;

const places = {
  sameCity: { '141124': '141125', '140105': '140106', '140106': '140105', '140925': '140981' } as Record<
    string,
    string
  >,
  elsewhereInShanxi: ['140221', '140500', '140802', '141002', '140181'],
  otherProvinces: ['320583', '110108', '410100', '330000', '130102'],
  abroad: ['JPN', 'SGP', 'HKG', '810000', '710000'],
};

/** A workplace somewhere: in the next county, across the province border, abroad, or named by its city only. */
export const aWorkplace = (chance: Chance, home: string): string => {
  if (chance.once(8)) return home;
  if (chance.once(10)) return chance.pick([`${home.slice(0, 4)}00`, '140000']);
  if (chance.once(12)) return chance.pick(places.abroad);
  if (chance.once(4)) return places.sameCity[home] ?? '141125';
  return chance.pick(chance.once(2) ? places.elsewhereInShanxi : places.otherProvinces);
};

/** Sixteen on the day itself, on the day before and after it, or long since. */
const aBirthDate = (chance: Chance, on: string): string => {
  if (!chance.once(10)) return chance.pick(['1956-08-01', '1985-06-12', '1990-01-01', '2001-12-31']);
  if (chance.once(4)) return '2004-02-29';
  return laterBy(monthsLater(on, -192), chance.whole(-1, 1));
};

const someStatuses = (chance: Chance, on: string): WorkerRecord['povertyStatuses'] => {
  const poor = { status: 'REGISTERED_POOR', startsOn: '2014-05-31' } as const;
  if (!chance.once(7)) return [chance.once(3) ? { ...poor, status: 'LIFTED_STILL_ASSISTED' } : poor];
  const edge = laterBy(on, chance.whole(-1, 1));
  const then = chance.pick(['NONE', 'LIFTED_STILL_ASSISTED'] as const);
  return chance.pick([
    [{ ...poor, endsOn: edge }],
    [
      { ...poor, endsOn: edge },
      { status: then, startsOn: laterBy(edge, 1) },
    ],
    [{ ...poor, startsOn: edge }],
    [{ ...poor, status: 'NONE' }],
    [],
  ]);
};

export type Parts = Partial<WorkerRecord>;

export const aWorker = (chance: Chance, home: string, on: string, rest: Parts): WorkerRecord => ({
  subject: 'W-1',
  birthDate: aBirthDate(chance, on),
  homeDivision: home,
  ...(chance.once(6) && { resettlementDivision: '141102' }),
  povertyStatuses: someStatuses(chance, on),
  workCapacity: chance.once(20)
    ? chance.pick(['LOST', 'NONE'])
    : chance.pick(['ABLE', 'ABLE', 'ABLE', 'PARTIAL']),
  relocated: chance.once(6),
  spells: [],
  seats: [],
  wages: [],
  contributions: [],
  otherBenefits: [],
  courses: [],
  overseasListings: [],
  circumstances: [],
  source: source('WORKERS'),
  ...rest,
});

/** The employer's insurance of a worker month by month, as far as the register has any; a gap now and then. */
export const someInsurance = (
  chance: Chance,
  employerCode: string,
  from: string,
  to: string,
): Contribution[] => {
  if (!chance.once(4)) return [];
  const gaps = chance.once(2);
  return monthsFrom(from, to)
    .filter(() => !gaps || !chance.once(6))
    .map((month) => ({
      month,
      line: 'PENSION',
      employerCode,
      employerFen: 10_000,
      employeeFen: 5_000,
      waivedFen: 0,
      paidOn: `${month}-25`,
      source: source('INSURANCE'),
    }));
};

/** The register's answer: the record, or once in a while that it does not know or did not answer. */
export const answered = <Record>(chance: Chance, record: Record): Record | 'UNKNOWN' | 'UNAVAILABLE' =>
  chance.once(25) ? chance.pick(['UNKNOWN', 'UNAVAILABLE'] as const) : record;

export const handledBy = (chance: Chance, home: string): { division?: string } =>
  chance.once(40) ? {} : { division: chance.once(20) ? '140221' : home };

/** A claim of the same subject that another application holds. */
export const heldFor = (period: string, precedence?: string): HeldEntitlement => ({
  period,
  applicationId: 'A20200316-0000000001',
  ...(precedence !== undefined && { precedence }),
});

/** The months of a job that a grant rests on: over, going on, or not noted. */
const someJob = (chance: Chance, from: string): { from?: string; to?: string } => {
  if (chance.once(3)) return {};
  return chance.once(2)
    ? { from }
    : { from, to: monthsLater(`${from}-01`, chance.pick([0, 1, 2, 6, 12])).slice(0, 7) };
};

/** A grant that another instrument made to this worker. */
export const someOthers = (chance: Chance, month: string): { others?: OtherEntitlement[] } => {
  if (chance.once(20)) return {};
  if (!chance.once(12)) return { others: [] };
  const instrument = chance.pick(otherInstruments);
  const then = chance.once(2) ? month : monthsLater(`${month}-01`, chance.whole(-14, 14)).slice(0, 7);
  const applicationId = 'A20200316-0000000002';
  if (monthly.has(instrument)) return { others: [{ instrument, period: then, applicationId }] };
  const period = instrument === 'TRANSPORT_SUBSIDY' ? then.slice(0, 4) : 'ONCE';
  return { others: [{ instrument, period, applicationId, ...someJob(chance, then) }] };
};

export const someSignals = (chance: Chance): { signals?: Signals } =>
  chance.once(6) ? { signals: { accountUsers: chance.once(4) ? 1 : 0, phoneUsers: chance.whole(0, 3) } } : {};
