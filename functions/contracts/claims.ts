import * as z from 'zod';
import { both } from './both.ts';
import { creditCode } from './credit-code.ts';
import { citizenId } from './citizen-id.ts';
import { divisionCode, workplaceCode } from './divisions.ts';
import { phone } from './phone.ts';
import { plainText } from './plain-text.ts';
import { fen, isoDate } from './scalars.ts';

/** The person a line is about. Sealed before it is stored; only `maskedName` is ever listed. */
export const claimedWorker = z.strictObject({
  name: plainText(50),
  citizenId,
  phone: phone.optional(),
});
export type ClaimedWorker = z.infer<typeof claimedWorker>;

export const legModes = ['TRAIN', 'COACH', 'CAR', 'PLANE', 'BOAT'] as const;
export const legPayers = ['SELF', 'GOVERNMENT', 'EMPLOYER'] as const;
export const organiserKinds = ['GOVERNMENT', 'AGENCY', 'VILLAGE', 'EMPLOYER', 'NONE'] as const;

/** One way, one ticket (notice 二.1; POLICY 3.1). */
export const leg = z.strictObject({
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

export const contractTypes = ['FIXED_TERM', 'OPEN_ENDED', 'TASK_BASED'] as const;

/** A labour contract; only a fixed term has an end (POLICY 2, "contract of n months"). */
export const labourContract = z
  .strictObject({
    number: plainText(60),
    type: z.enum(contractTypes),
    signedOn: isoDate,
    startsOn: isoDate,
    endsOn: isoDate.optional(),
  })
  .refine(({ type, endsOn }) => type !== 'FIXED_TERM' || endsOn !== undefined, {
    path: ['endsOn'],
    message: both('a fixed-term contract needs its last day', '固定期限合同须填写终止日期'),
  })
  .refine(({ startsOn, endsOn }) => endsOn === undefined || endsOn >= startsOn, {
    path: ['endsOn'],
    message: both('the contract ends before it starts', '合同终止日期早于起始日期'),
  });
export type LabourContract = z.infer<typeof labourContract>;

export const placementClaim = z.strictObject({
  referredOn: isoDate,
  employerCode: creditCode,
  workplace: workplaceCode,
  contract: labourContract,
});
export type PlacementClaim = z.infer<typeof placementClaim>;

export const spellKinds = [
  'OUTSIDE_COUNTY',
  'LOCAL_WORKSHOP',
  'LOCAL_ENTERPRISE',
  'LOCAL_FARM_ENTITY',
  'SELF_EMPLOYED',
  'PUBLIC_WELFARE_POST',
] as const;
export const spellKind = z.enum(spellKinds);
export type SpellKind = z.infer<typeof spellKind>;

/** A stretch of work, both days included (notice 六.2; POLICY 3.10). */
export const claimedSpell = z
  .strictObject({
    kind: spellKind,
    employerName: plainText(100),
    employerCode: creditCode.optional(),
    workplace: workplaceCode,
    startsOn: isoDate,
    endsOn: isoDate,
    /** A contract or agreement and a wage record for these months are attached. */
    wageProof: z.boolean(),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ['endsOn'],
    message: both('the work ends before it starts', '工作结束日期早于开始日期'),
  });
export type ClaimedSpell = z.infer<typeof claimedSpell>;

export const retentionClaim = z.strictObject({
  spells: z
    .array(claimedSpell)
    .min(1, both('name at least one stretch of work', '至少填写一段务工经历'))
    .max(30),
});
export type RetentionClaim = z.infer<typeof retentionClaim>;

export const lineClaim = z.discriminatedUnion('instrument', [
  z.strictObject({ instrument: z.literal('TRANSPORT_SUBSIDY'), claim: transportClaim }),
  z.strictObject({ instrument: z.literal('PLACEMENT_SUBSIDY'), claim: placementClaim }),
  z.strictObject({ instrument: z.literal('RETENTION_ALLOWANCE'), claim: retentionClaim }),
]);
export type LineClaim = z.infer<typeof lineClaim>;
