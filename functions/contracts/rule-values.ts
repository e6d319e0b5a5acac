import * as z from 'zod';
import { fen, isoDate } from './scalars.ts';

/** A figure that a county or the province may not have set yet; null blocks payment and says so. */
const configured = <Schema extends z.ZodType>(schema: Schema) => z.nullable(schema);
const workingDays = z.int().min(0).max(250);

/**
 * The rule values in force, by their dotted names (`transport.capFen`). The shape of `defaultConfig` in the policy
 * cases, and the desk's own day counts beside it.
 */
export const ruleValues = z.strictObject({
  window: z.strictObject({ start: isoDate, end: isoDate }),
  minimumAge: z.int().min(0),
  transport: z.strictObject({
    capFen: configured(fen),
    mode: configured(z.enum(['ACTUAL_FARE_CAPPED', 'FLAT_BY_DESTINATION'])),
    scope: z.enum(['OUTSIDE_HOME_COUNTY', 'OUTSIDE_PROVINCE']),
    oncePer: z.enum(['CALENDAR_YEAR']),
    requireOrganised: z.boolean(),
    /** For FLAT_BY_DESTINATION: what a county pays by distance; it may have set one figure and not the other. */
    flatFen: configured(
      z.strictObject({
        IN_PROVINCE: configured(fen).default(null),
        OUT_OF_PROVINCE: configured(fen).default(null),
      }),
    ),
  }),
  placement: z.strictObject({
    tierFen: z.strictObject({
      IN_COUNTY: configured(fen),
      IN_PROVINCE: configured(fen),
      OUT_OF_PROVINCE: configured(fen),
    }),
    minContractMonths: configured(z.int().min(0)),
    targetGroup: z.enum(['REGISTERED_POOR', 'ALL_WORKERS']),
    oncePerWorker: z.boolean(),
    requireHrLicence: z.boolean(),
    earlyQuitDays: z.int().min(0),
  }),
  retention: z.strictObject({ monthlyFen: configured(fen), minDaysPerMonth: z.int().min(1).max(31) }),
  publicNotice: z.strictObject({ workingDays }),
  verification: z.strictObject({ everyClaim: z.boolean() }),
  approval: z.strictObject({ secondApproverAboveFen: configured(fen) }),
  /** Working days a step may take before it counts as overdue. */
  deadlines: z.strictObject({
    verification: workingDays,
    correction: workingDays,
    reexamination: workingDays,
    approval: workingDays,
    payment: workingDays,
    configuration: workingDays,
  }),
});
export type RuleValues = z.infer<typeof ruleValues>;
