import * as z from 'zod';
import { both } from '../../contracts/both.ts';
import { divisionCode, workplaceCode } from '../../contracts/divisions.ts';
import { plainText } from '../../contracts/plain-text.ts';
import { fen, isoDate } from '../../contracts/scalars.ts';
import { organiserKinds } from '../../contracts/work.ts';
import { stretchBetween, type Stretch } from '../grid/stretch.ts';

export const legModes = ['TRAIN', 'COACH', 'CAR', 'PLANE', 'BOAT'] as const;
export const legPayers = ['SELF', 'GOVERNMENT', 'EMPLOYER'] as const;

/** One way, one ticket (notice 二.1; POLICY 3.1). */
const leg = z.strictObject({
  mode: z.enum(legModes),
  from: divisionCode,
  to: workplaceCode,
  travelledOn: isoDate,
  fareFen: fen,
  paidBy: z.enum(legPayers),
});
export type Leg = z.infer<typeof leg>;

export const transportClaim = z.strictObject({
  departedOn: isoDate,
  workplace: workplaceCode,
  employerName: plainText(100),
  organiserKind: z.enum(organiserKinds),
  tripId: plainText(40).optional(),
  legs: z.array(leg).min(1, both('a transport claim needs at least one leg', '至少填写一段行程')).max(20),
});
export type TransportClaim = z.infer<typeof transportClaim>;

/** Away from the day of departure on. */
export const transportMonths = ({ departedOn }: TransportClaim): Stretch[] => [stretchBetween(departedOn)];
