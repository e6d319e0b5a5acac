import type { PlacementClaim, RetentionClaim, TransportClaim } from '../contracts/claims.ts';
import type { OrganisationRecord, WorkerRecord } from '../contracts/registers.ts';
import type { RuleValues } from '../contracts/rule-values.ts';
import type { IsoDate } from '../contracts/scalars.ts';

/** What a register answered. That it does not know, or did not answer, is no refusal: a person looks. */
export type Lookup<Record> = Record | 'UNKNOWN' | 'UNAVAILABLE';

/** An entitlement of this subject that another line holds already. */
export type HeldEntitlement = {
  readonly period: string;
  readonly applicationId: string;
  /** Placement: the day the holder's contract was signed; the earlier one wins (POLICY 3.2 f). */
  readonly precedence?: string;
};

type AnyLine = {
  readonly worker: Lookup<WorkerRecord>;
  readonly held: readonly HeldEntitlement[];
  /** The county that handles the claim; it should be the worker's home county. */
  readonly division?: string;
  /** The day the claim was made: what had not happened by then is not counted as work. */
  readonly submittedOn?: IsoDate;
  /** Whether the account is in the worker's name; absent where nobody has compared the names. */
  readonly payeeIsWorker?: boolean;
};

export type TransportFacts = AnyLine & {
  readonly instrument: 'TRANSPORT_SUBSIDY';
  readonly claim: TransportClaim;
};
export type PlacementFacts = AnyLine & {
  readonly instrument: 'PLACEMENT_SUBSIDY';
  readonly claim: PlacementClaim;
  readonly applicant: Lookup<OrganisationRecord>;
  readonly employer: Lookup<OrganisationRecord>;
};
export type RetentionFacts = AnyLine & {
  readonly instrument: 'RETENTION_ALLOWANCE';
  readonly claim: RetentionClaim;
};

/** Everything the rules may know about one line. */
export type LineFacts = TransportFacts | PlacementFacts | RetentionFacts;

/** The rule values in force, and the document each rests on. */
export type RuleSet = { readonly values: RuleValues; readonly sources: Readonly<Record<string, string>> };

export const isKnown = <Record extends object>(lookup: Lookup<Record>): lookup is Record =>
  typeof lookup === 'object';

/** The home county as the register has it; where it does not know the worker, the county that handles the claim. */
export const homeOf = ({ worker, division }: AnyLine): string | undefined =>
  isKnown(worker) ? worker.homeDivision : division;
