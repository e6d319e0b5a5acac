import type * as z from 'zod';
import type { LineAssessment } from '../contracts/assessment.ts';
import type { IsoDate, Sentence } from '../contracts/scalars.ts';
import type { RecognitionKind } from '../contracts/registers/organisation.ts';
import type { RuleValues } from '../contracts/rule-values.ts';
import type { RecordRef, RuleSet } from './facts.ts';
import type { Stretch } from './grid/stretch.ts';

/** A paper or a data share that a claim rests on; `from` says who brings it. */
export type Evidence = {
  readonly zh: string;
  readonly en: string;
  readonly from: 'APPLICANT' | 'REGISTER';
};

/** The key of an entitlement of another instrument, for the same subject. */
export type OtherKey = { readonly instrument: string; readonly period: string };

/**
 * What the whole desk asks of an instrument: words and switches, no shapes and no rules. These types are written out
 * where an instrument is defined, or the lists of `instruments.ts` would be a part of their own type.
 */
export type InstrumentProfile<Section extends string = string> = {
  readonly names: Sentence;
  /** Of the notice, as POLICY numbers it. */
  readonly clause: string;
  /** What one line is about: its entitlement is that worker's, or the organisation's that applies. */
  readonly about: 'WORKER' | 'ORGANISATION';
  /** Whose account the money goes to. Recognitions pay nobody. */
  readonly paidTo: 'WORKER' | 'APPLICANT' | 'NOBODY';
  /** The status that closing the application enters in the register of recognitions. */
  readonly recognises?: RecognitionKind;
  /** Who may claim. A labour broker is a person who claims for their own trade. */
  readonly claimedBy: readonly ('WORKER' | 'ORGANISATION' | 'BROKER')[];
  /** Whether the notice's window (February to June 2020) binds it. */
  readonly windowed: boolean;
  /** The name its rule values go by (`transport.capFen`). */
  readonly section: Section;
  /** The risk checks it can meet beside those of account and phone (risk/README.md). */
  readonly risks: readonly ('JOB' | 'WAGES' | 'DEVICES')[];
};

/** What an instrument reads out of a line's claim. */
export type LineDefinition<Claim extends z.ZodType = z.ZodType> = {
  /** The records to look up, by the name under which `facts` holds them. */
  records(claim: z.output<Claim>, applicant: string): Readonly<Record<string, RecordRef>>;
  /** The day whose rule values count (POLICY section 2, rule store). */
  eventDate(claim: z.output<Claim>): IsoDate;
  /** The periods a claim could earn: their keys are looked up before the rules run. */
  periods(claim: z.output<Claim>, values: RuleValues): string[];
  /** The months it is about, for the grid of a person's months; an organisation's own line has none. */
  during(claim: z.output<Claim>): Stretch[];
  /** Every period of a year that it could have granted a person; none where it is about organisations. */
  periodsIn(year: string): readonly string[];
  /** Entitlements of other instruments that this one must know of (POLICY section 5); their keys are looked up too. */
  besides?(claim: z.output<Claim>, values: RuleValues): OtherKey[];
  /** What decides between two claims of one subject and period: the smaller text wins. */
  precedence?(claim: z.output<Claim>): string;
  /** The place a public notice shows: where the work is, or the organisation's county. */
  place(claim: z.output<Claim>): string;
};

/** How an instrument decides a line. */
export type Decision<Facts extends z.ZodType = z.ZodType> = {
  readonly facts: Facts;
  /** The ids of its checks, in their order; every one runs on every line. */
  readonly checks: readonly string[];
  readonly evidence: readonly Evidence[];
  assess(facts: z.output<Facts>, rules: RuleSet): LineAssessment;
};
