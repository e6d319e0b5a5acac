import { draft, type Draft } from '../../functions/contracts/application.ts';
import { numberedLine, type NumberedLine } from '../../functions/contracts/numbered-line.ts';
import { paysNobody, type Instrument } from '../../functions/contracts/instruments.ts';
import type { WorkerRecord } from '../../functions/contracts/registers/worker.ts';

/** Synthetic citizens of 临县: sequence numbers 996 to 999 and computed check characters. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export const citizen = (
  birthDate: string,
  sequence: 996 | 997 | 998 | 999 = 997,
  division = '141124',
): string => {
  const body = `${division}${birthDate.replaceAll('-', '')}${sequence}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body.charAt(index)), 0);
  return body + '10X98765432'.charAt(sum % 11);
};

/** One distinct synthetic citizen for each number. */
export const citizenNo = (n: number): { citizenId: string; birthDate: string } => {
  const day = new Date(Date.UTC(1970, 0, 1) + Math.floor(n / 4) * 86_400_000).toISOString().slice(0, 10);
  const sequence = ([996, 997, 998, 999] as const)[n % 4] ?? 996;
  return { citizenId: citizen(day, sequence), birthDate: day };
};

let accounts = 0;

/** A bank card nobody else uses; its last digit makes the Luhn sum come out. */
export const aBankCard = (): string => {
  const body = `621700001${String(accounts++).padStart(9, '0')}`;
  const sum = Array.from(body)
    .reverse()
    .map(Number)
    .reduce((total, digit, index) => {
      const worth = index % 2 === 0 ? digit * 2 : digit;
      return total + (worth > 9 ? worth - 9 : worth);
    }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

export const aDraft = (instrument: Instrument, rest: Partial<Draft> = {}): Draft =>
  draft.parse({
    instrument,
    division: '141124',
    commitmentSigned: true,
    ...(!paysNobody(instrument) && {
      payee: {
        holderName: '测试工人',
        bankName: '测试农商银行',
        account: { kind: 'BANK_CARD', number: aBankCard() },
      },
    }),
    ...rest,
  });

export const aTransportLine = (citizenId: string, claim: Record<string, unknown> = {}): NumberedLine =>
  numberedLine.parse({
    lineNo: 1,
    worker: { name: '测试工人', citizenId },
    content: {
      instrument: 'TRANSPORT_SUBSIDY',
      claim: {
        departedOn: '2020-03-12',
        workplace: '320500',
        employerName: '测试电子厂',
        organiserKind: 'GOVERNMENT',
        tripId: 'T-1',
        legs: [
          {
            mode: 'TRAIN',
            from: '141124',
            to: '320500',
            travelledOn: '2020-03-12',
            fareFen: 55300,
            paidBy: 'SELF',
          },
        ],
        ...claim,
      },
    },
  });

export const aPlacementLine = (
  lineNo: number,
  citizenId: string,
  claim: Record<string, unknown> = {},
): NumberedLine =>
  numberedLine.parse({
    lineNo,
    worker: { name: '测试工人', citizenId },
    content: {
      instrument: 'PLACEMENT_SUBSIDY',
      claim: {
        referredOn: '2020-04-01',
        employerCode: '91141124MA0TEEE15W',
        workplace: '141124',
        contract: {
          number: 'HT-1',
          type: 'FIXED_TERM',
          signedOn: '2020-04-08',
          startsOn: '2020-04-08',
          endsOn: '2021-04-07',
        },
        ...claim,
      },
    },
  });

export const aRetentionLine = (citizenId: string, spells: Record<string, unknown>[] = [{}]): NumberedLine =>
  numberedLine.parse({
    lineNo: 1,
    worker: { name: '测试工人', citizenId },
    content: {
      instrument: 'RETENTION_ALLOWANCE',
      claim: {
        spells: spells.map((spell) => ({
          kind: 'OUTSIDE_COUNTY',
          employerName: '测试电子厂',
          workplace: '320500',
          startsOn: '2020-02-01',
          endsOn: '2020-06-30',
          wageProof: true,
          ...spell,
        })),
      },
    },
  });

const source = { register: 'TEST', asOf: '2020-06-01', version: 1 };

export const aSeat = (rest: Partial<WorkerRecord['seats'][number]> = {}): WorkerRecord['seats'][number] => ({
  tripId: 'T-1',
  organiserKind: 'GOVERNMENT',
  departsOn: '2020-03-12',
  destination: '320500',
  freeOfCharge: false,
  source,
  ...rest,
});

export const aSpell = (
  rest: Partial<WorkerRecord['spells'][number]> = {},
): WorkerRecord['spells'][number] => ({
  spellId: 'S-1',
  kind: 'LOCAL_ENTERPRISE',
  employerCode: '91141124MA0TEEE15W',
  employerName: '测试企业',
  workplace: '141124',
  startsOn: '2020-04-08',
  wageProof: true,
  source,
  ...rest,
});

export const anAgency = (organisationId = '91140106MA0TAAA172') => ({
  organisationId,
  name: '测试人力资源公司',
  type: 'HR_AGENCY' as const,
  povertyRelief: false,
  licences: [{ kind: 'HR_SERVICE' as const, number: 'L-1', startsOn: '2019-01-01', endsOn: '2023-12-31' }],
  source,
});
