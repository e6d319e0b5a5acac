import * as z from 'zod';
import { isoDate, isoMonth } from '../contracts/scalars.ts';
import { courseRecord } from '../contracts/registers/course.ts';
import {
  organisationRecord,
  premisesRecord,
  recognitionRecord,
  type recognitionKinds,
} from '../contracts/registers/organisation.ts';
import { postRecord } from '../contracts/registers/post.ts';
import { workerRecord } from '../contracts/registers/worker.ts';
import type { RuleValues } from '../contracts/rule-values.ts';

/** What a register answered. That it does not know, or did not answer, is no refusal: a person looks. */
export type Lookup<Record> = Record | 'UNKNOWN' | 'UNAVAILABLE';

const lookup = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([schema, z.enum(['UNKNOWN', 'UNAVAILABLE'])]);

/** The kinds of record a line may rest on beside its worker, and the answer a register gives. */
export const lookups = {
  ORGANISATION: lookup(organisationRecord),
  COURSE: lookup(courseRecord),
  PREMISES: lookup(premisesRecord),
  RECOGNITION: lookup(recognitionRecord),
  POST: lookup(postRecord),
} as const;

/** Which record a line needs: the register, and the id it is known by there. */
export type RecordRef =
  | { readonly kind: 'ORGANISATION' | 'COURSE' | 'PREMISES' | 'POST'; readonly id: string }
  | { readonly kind: 'RECOGNITION'; readonly id: string; readonly of: (typeof recognitionKinds)[number] };

/** An entitlement of this subject that another line holds already. */
export const heldEntitlement = z.strictObject({
  period: z.string(),
  applicationId: z.string(),
  /** Placement: the day the holder's contract was signed; the earlier one wins (POLICY 3.2 f). */
  precedence: z.string().optional(),
});
export type HeldEntitlement = z.infer<typeof heldEntitlement>;

/** A month or a whole claim that another instrument has granted this worker (POLICY section 5). */
export const otherEntitlement = z.strictObject({
  instrument: z.string(),
  period: z.string(),
  applicationId: z.string(),
  /** The months of the job that a whole claim rests on; absent where nobody noted them, `to` while it goes on. */
  from: isoMonth.optional(),
  to: isoMonth.optional(),
});
export type OtherEntitlement = z.infer<typeof otherEntitlement>;

/** Somebody on the roster of an organisation's line, as the register knows them. */
export const rosterMember = z.strictObject({
  subject: z.string(),
  startsOn: isoDate,
  endsOn: isoDate.optional(),
  worker: lookup(workerRecord),
});
export type RosterMember = z.infer<typeof rosterMember>;

/** What the desk counted over other claims; the risk checks read it. Numbers of other people, never who they are. */
export const lineSignals = z.strictObject({
  accountUsers: z.int().min(0).optional(),
  phoneUsers: z.int().min(0).optional(),
  deviceUsers: z.int().min(0).optional(),
  /** Workers of this application, and how many of them the bank shows wages for from whoever applies. */
  peopleClaimed: z.int().min(0).optional(),
  peoplePaid: z.int().min(0).optional(),
});
export type Signals = z.infer<typeof lineSignals>;

const anyLine = {
  held: z.array(heldEntitlement),
  /** What other instruments granted this worker; absent where nobody has looked. */
  others: z.array(otherEntitlement).optional(),
  /** The county that handles the claim; it should be the worker's home county. */
  division: z.string().optional(),
  /** The day the claim was made: what had not happened by then is not counted as work. */
  submittedOn: isoDate.optional(),
  /** Whether the account is in the worker's name; absent where nobody has compared the names. */
  payeeIsWorker: z.boolean().optional(),
  signals: lineSignals.optional(),
} as const;

/** The facts of a line about one worker: the claim, the worker's record and the records named beside it. */
export const workerLine = <
  const Code extends string,
  Claim extends z.ZodType,
  const Beside extends z.core.$ZodLooseShape,
>(
  instrument: Code,
  claim: Claim,
  beside: Beside,
) =>
  z.strictObject({
    instrument: z.literal(instrument),
    claim,
    worker: lookup(workerRecord),
    ...anyLine,
    ...beside,
  });

/** The facts of a line about an organisation: the claim, its roster and the records named beside it. */
export const organisationLine = <
  const Code extends string,
  Claim extends z.ZodType,
  const Beside extends z.core.$ZodLooseShape,
>(
  instrument: Code,
  claim: Claim,
  beside: Beside,
) =>
  z.strictObject({
    instrument: z.literal(instrument),
    claim,
    roster: z.array(rosterMember),
    ...anyLine,
    ...beside,
  });

type AboutWorker = {
  readonly worker: Lookup<z.infer<typeof workerRecord>>;
  readonly division?: string | undefined;
};

/** The rule values in force, and the document each rests on. */
export type RuleSet = { readonly values: RuleValues; readonly sources: Readonly<Record<string, string>> };

export const isKnown = <Record extends object>(lookup: Lookup<Record>): lookup is Record =>
  typeof lookup === 'object';

/** The home county as the register has it; where it does not know the worker, the county that handles the claim. */
export const homeOf = ({ worker, division }: AboutWorker): string | undefined =>
  isKnown(worker) ? worker.homeDivision : division;
