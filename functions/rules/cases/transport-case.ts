import * as z from 'zod';
import { fen, isoDate } from '../../contracts/scalars.ts';
import type { TripSeat } from '../../contracts/registers/worker.ts';
import type { CaseWorld } from './case-file.ts';
import { casePlace } from './case-place.ts';
import { caseSource, idOf, personOf, workerRecordOf } from './case-records.ts';
import type { CaseLine } from './case-line.ts';

const transportFacts = z.object({
  worker: z.string(),
  /** Absent where nobody has said: an officer looks. */
  organised: z.boolean().nullish(),
  workplace: casePlace,
  departureDate: isoDate,
  selfPaidFareFen: fen,
  alreadyPaidInYear: z.boolean().nullish(),
});
type Facts = z.infer<typeof transportFacts>;

const seatsOf = ({ organised, departureDate, workplace }: Facts): TripSeat[] =>
  organised === true
    ? [
        {
          tripId: 'TRIP',
          organiserKind: 'GOVERNMENT',
          departsOn: departureDate,
          destination: workplace,
          // What the worker paid is stated; whether the seat itself was free is in that figure already.
          freeOfCharge: false,
          source: caseSource,
        },
      ]
    : [];

export const transportLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const facts = transportFacts.parse(raw);
  const { worker, workplace, departureDate, selfPaidFareFen, organised, alreadyPaidInYear } = facts;
  return [
    {
      facts: {
        instrument: 'TRANSPORT_SUBSIDY',
        worker: workerRecordOf(world, worker, { seats: seatsOf(facts) }),
        held: [],
        claim: {
          departedOn: departureDate,
          workplace,
          employerName: '未注明',
          organiserKind: organised === false ? 'NONE' : 'GOVERNMENT',
          legs: [
            {
              mode: 'TRAIN',
              from: personOf(world, worker).homeCounty,
              to: workplace,
              travelledOn: departureDate,
              fareFen: selfPaidFareFen,
              paidBy: 'SELF',
            },
          ],
        },
      },
      subject: idOf(world, worker),
      alreadyPaid: alreadyPaidInYear === true ? [departureDate.slice(0, 4)] : [],
      turn: departureDate,
    },
  ];
};
