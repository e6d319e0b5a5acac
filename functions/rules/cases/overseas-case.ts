import * as z from 'zod';
import type { OrganisationRecord } from '../../contracts/registers/organisation.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import { isoDate } from '../../contracts/scalars.ts';
import type { Lookup } from '../facts.ts';
import { caseContract } from './case-contract.ts';
import type { CaseWorld } from './case-file.ts';
import type { CaseLine } from './case-line.ts';
import { casePlace } from './case-place.ts';
import { caseSource, idOf, organisationRecordOf, workerRecordOf } from './case-records.ts';

const overseasFacts = z.object({
  worker: z.string(),
  country: casePlace,
  /** On the list before the departure; a case that does not speak of it is about something else. */
  priorityListed: z.boolean().nullable().default(true),
  meetsConditions: z.boolean().nullish(),
  trainingHours: z.number().min(0).nullish(),
  trained: z.boolean().nullish(),
  operator: z.string().nullish(),
  operatorLicensed: z.boolean().nullish(),
  departureDate: isoDate.nullish(),
  contractStart: isoDate.nullish(),
  contractEnd: isoDate.nullish(),
  alreadyPaid: z.boolean().nullish(),
});
type Facts = z.infer<typeof overseasFacts>;

const someHours = 8;

const trainingMinutes = ({ trainingHours, trained }: Facts): number =>
  Math.round((trainingHours ?? (trained === false ? 0 : someHours)) * 60);

const listingsOf = (facts: Facts, on: string): WorkerRecord['overseasListings'] =>
  facts.priorityListed === true
    ? [
        {
          listedOn: on,
          meetsConditions: facts.meetsConditions ?? true,
          trainingMinutes: trainingMinutes(facts),
          source: caseSource,
        },
      ]
    : [];

/** A company that the case does not name, or of whose licence it does not speak, is a licensed one. */
const operatorOf = (world: CaseWorld, { operator, operatorLicensed }: Facts): Lookup<OrganisationRecord> => {
  const record: Lookup<OrganisationRecord> =
    typeof operator === 'string'
      ? organisationRecordOf(world, operator)
      : {
          organisationId: 'OPERATOR',
          name: '未注明',
          type: 'OTHER_MARKET_BODY',
          povertyRelief: false,
          licences: [],
          source: caseSource,
        };
  if (typeof record === 'string' || operatorLicensed === false) return record;
  return { ...record, licences: [{ kind: 'OVERSEAS_LABOUR', number: 'CASE', startsOn: '1900-01-01' }] };
};

export const overseasLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const facts = overseasFacts.parse(raw);
  const { worker, country, contractEnd } = facts;
  const contractStart = facts.contractStart ?? facts.departureDate ?? '2020-03-16';
  const departedOn = facts.departureDate ?? contractStart;
  return [
    {
      facts: {
        instrument: 'OVERSEAS_SUBSIDY',
        operator: operatorOf(world, facts),
        worker: {
          ...workerRecordOf(world, worker, {
            spells: [
              {
                spellId: 'CASE',
                kind: 'OUTSIDE_COUNTY',
                employerName: '未注明',
                workplace: country,
                startsOn: departedOn,
                wageProof: true,
                source: caseSource,
              },
            ],
          }),
          overseasListings: listingsOf(facts, departedOn),
        },
        held: [],
        claim: {
          country,
          contract: caseContract({ contractStart, contractEnd }, contractStart),
          departedOn,
          permitAttached: true,
        },
      },
      subject: idOf(world, worker),
      alreadyPaid: facts.alreadyPaid === true ? ['ONCE'] : [],
      turn: departedOn,
    },
  ];
};
