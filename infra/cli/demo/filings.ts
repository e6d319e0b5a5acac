import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { draft } from '../../../functions/contracts/application.ts';
import { numberedLine } from '../../../functions/contracts/numbered-line.ts';
import { agencyA, agencyB } from '../../local/sample/generator/organisations.ts';
import {
  readRetentionClaims,
  readRoster,
  readTransportClaims,
  type RetentionRow,
  type RosterRow,
  type TransportRow,
} from './claims-files.ts';

type Line = z.input<typeof numberedLine>;

/** One application as it will be filed: by whom, its head, and its lines. */
export type Filing = {
  /** The claim's number in the file, or the roster's batch. */
  readonly name: string;
  readonly filedBy: string;
  readonly head: z.input<typeof draft>;
  readonly lines: readonly Line[];
  /** What the file remarks on each line, by line number: what a telephone call would tell the verifier. */
  readonly remarks: ReadonlyMap<number, string>;
};

type Person = Pick<
  TransportRow,
  | 'name'
  | 'citizenId'
  | 'phone'
  | 'remark'
  | 'claimNo'
  | 'filedBy'
  | 'relation'
  | 'consent'
  | 'holderName'
  | 'bankName'
  | 'accountKind'
  | 'accountNo'
>;

/** The county of the office the filer works for; the demo's village assistants serve two. */
const countyOf = (filedBy: string): string => (filedBy === 'village-ningwu' ? '140925' : '141124');

const claimedWorker = ({ name, citizenId, phone }: Pick<Person, 'name' | 'citizenId' | 'phone'>) => ({
  name,
  citizenId,
  ...(phone !== undefined && { phone }),
});

const ofPerson = (
  instrument: 'TRANSPORT_SUBSIDY' | 'RETENTION_ALLOWANCE',
  person: Person,
  content: Line['content'],
): Filing => ({
  name: person.claimNo,
  filedBy: person.filedBy,
  head: {
    instrument,
    division: countyOf(person.filedBy),
    channel: 'VILLAGE',
    commitmentSigned: true,
    payee: {
      holderName: person.holderName,
      bankName: person.bankName,
      account: { kind: person.accountKind, number: person.accountNo },
    },
    proxy: { relation: person.relation, consentTextVersion: '2020-03', takenBy: person.consent },
  },
  lines: [{ lineNo: 1, worker: claimedWorker(person), content }],
  remarks: new Map([[1, person.remark ?? '']]),
});

const grouped = <Row>(rows: readonly Row[], nameOf: (row: Row) => string): [Row, ...Row[]][] =>
  [...Map.groupBy(rows, nameOf).values()].flatMap(([first, ...rest]): [Row, ...Row[]][] =>
    first === undefined ? [] : [[first, ...rest]],
  );

const transportFiling = (rows: readonly [TransportRow, ...TransportRow[]]): Filing => {
  const [first] = rows;
  return ofPerson('TRANSPORT_SUBSIDY', first, {
    instrument: 'TRANSPORT_SUBSIDY',
    claim: {
      departedOn: first.departedOn,
      workplace: first.workplace,
      employerName: first.employerName,
      organiserKind: first.organiserKind,
      ...(first.tripId !== undefined && { tripId: first.tripId }),
      legs: rows.map(({ mode, from, to, travelledOn, fareFen, paidBy }) => ({
        mode,
        from,
        to,
        travelledOn,
        fareFen,
        paidBy,
      })),
    },
  });
};

export const retentionFiling = (rows: readonly [RetentionRow, ...RetentionRow[]]): Filing =>
  ofPerson('RETENTION_ALLOWANCE', rows[0], {
    instrument: 'RETENTION_ALLOWANCE',
    claim: {
      spells: rows.map(({ kind, employerName, employerCode, workplace, startsOn, endsOn, wageProof }) => ({
        kind,
        employerName,
        ...(employerCode !== undefined && { employerCode }),
        workplace,
        startsOn,
        endsOn,
        wageProof,
      })),
    },
  });

const placementLine = (row: RosterRow): Line => ({
  lineNo: Number(row.lineNo),
  worker: claimedWorker(row),
  content: {
    instrument: 'PLACEMENT_SUBSIDY',
    claim: {
      referredOn: row.referredOn,
      employerCode: row.employerCode,
      workplace: row.workplace,
      contract: {
        number: row.contractNo,
        type: row.contractType,
        signedOn: row.signedOn,
        startsOn: row.startsOn,
        ...(row.endsOn !== undefined && { endsOn: row.endsOn }),
      },
    },
  },
});

type Agency = { readonly user: string; readonly name: string; readonly account: string };

const rosterFiling = (
  { user, name, account }: Agency,
  rows: readonly [RosterRow, ...RosterRow[]],
): Filing => ({
  name: rows[0].batch,
  filedBy: user,
  head: {
    instrument: 'PLACEMENT_SUBSIDY',
    division: '141124',
    channel: 'ONLINE',
    commitmentSigned: true,
    payee: {
      holderName: name,
      bankName: '样例商业银行太原分行',
      account: { kind: 'CORPORATE', number: account },
    },
  },
  lines: rows.map(placementLine),
  remarks: new Map(rows.map((row) => [Number(row.lineNo), row.remark ?? ''])),
});

const rosterFilings = (name: Parameters<typeof readRoster>[0], agency: Agency): Filing[] =>
  grouped(readRoster(name), ({ batch }) => batch).map((rows) => rosterFiling(agency, rows));

const otherClaims = z.array(
  z.strictObject({ name: z.string(), filedBy: z.string(), head: draft, lines: z.array(numberedLine) }),
);

/** A few claims of every other instrument, as the API takes them. */
const readOtherClaims = (): Filing[] =>
  otherClaims
    .parse(
      JSON.parse(
        readFileSync(new URL('../../local/sample/claims/other-claims.json', import.meta.url), 'utf8'),
      ),
    )
    .map((claim) => ({ ...claim, remarks: new Map() }));

/** Every application of the sample, in the order of the files. */
export const readFilings = (): Filing[] => [
  ...readOtherClaims(),
  ...grouped(readTransportClaims(), ({ claimNo }) => claimNo).map(transportFiling),
  ...grouped(readRetentionClaims('retention-claims.csv'), ({ claimNo }) => claimNo).map(retentionFiling),
  ...rosterFilings('agency-a.csv', { user: 'agency', name: agencyA.name, account: '0412000000000001' }),
  ...rosterFilings('agency-b.csv', { user: 'agency-b', name: agencyB.name, account: '0412000000000002' }),
];

/** The claim that is returned, as the village corrects it. */
export const readCorrections = (): Filing[] =>
  grouped(readRetentionClaims('corrections.csv'), ({ claimNo }) => claimNo).map(retentionFiling);

/**
 * Filings in waves: nobody is in one wave twice for the same subsidy, so that who comes first, and is paid, does not
 * hang on which request was faster.
 */
export const inWaves = (filings: readonly Filing[]): Filing[][] => {
  const seen = new Map<string, number>();
  const waves: Filing[][] = [];
  for (const filing of filings) {
    const keys = filing.lines.map(({ worker }) => `${filing.head.instrument} ${worker?.citizenId ?? ''}`);
    const wave = Math.max(0, ...keys.map((key) => (seen.get(key) ?? -1) + 1));
    for (const key of keys) seen.set(key, wave);
    (waves[wave] ??= []).push(filing);
  }
  return waves;
};
