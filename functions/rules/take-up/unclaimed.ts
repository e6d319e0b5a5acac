import type { LineOutcome } from '../../contracts/assessment.ts';
import type { Instrument } from '../../contracts/instruments.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { Fen, Sentence } from '../../contracts/scalars.ts';
import { assessLine } from '../assess-line.ts';
import { ruleDayOf } from '../line-definition.ts';
import { presumedClaims } from './index.ts';
import type { Around, PresumedClaim } from './presumed-claim.ts';

/** Why somebody who is entitled has nothing yet, as far as the desk can know. */
export const whyUnclaimed = {
  DRAFT_NOT_SENT: { zh: '已起草，未提交', en: 'a draft was begun and not sent' },
  CLAIM_OPEN: { zh: '申请在办', en: 'a claim is open' },
  REFUSED_BEFORE: { zh: '曾被拒绝', en: 'a claim was refused before' },
  WITHDRAWN: { zh: '曾撤回', en: 'a claim was withdrawn' },
  NOT_ORGANISED_ON_RECORD: { zh: '名单中没有有组织外出记录', en: 'not organised, by the manifests' },
  VALUE_MISSING: { zh: '本县未设定标准', en: 'the county has set no figure' },
  UNKNOWN: { zh: '原因不明', en: 'no reason known' },
} as const satisfies Readonly<Record<string, Sentence>>;
export type WhyUnclaimed = keyof typeof whyUnclaimed;

/** What the desk knows of one person's claims of one instrument. */
export type ClaimsSoFar = {
  /** Periods that a claim of theirs holds or was paid for. */
  readonly held: readonly string[];
  /** The last claim that came to nothing yet. */
  readonly last?: {
    readonly why: 'DRAFT_NOT_SENT' | 'CLAIM_OPEN' | 'REFUSED_BEFORE' | 'WITHDRAWN';
    readonly applicationId: string;
  };
};

/** Entitled by the registers, and not claimed. */
export type Unclaimed = Pick<PresumedClaim, 'facts' | 'missing' | 'supposed' | 'amount'> & {
  readonly instrument: Instrument;
  readonly outcome: Exclude<LineOutcome, 'REJECT'>;
  readonly periods: readonly string[];
  readonly amountFen: Fen;
  readonly why: WhyUnclaimed;
  readonly applicationId?: string;
};

const whyOf = ({ missing }: PresumedClaim, outcome: LineOutcome, last: ClaimsSoFar['last']): WhyUnclaimed => {
  if (last) return last.why;
  if (outcome === 'NOT_CONFIGURED') return 'VALUE_MISSING';
  return missing.includes('ORGANISER') ? 'NOT_ORGANISED_ON_RECORD' : 'UNKNOWN';
};

const decide = (
  claim: PresumedClaim,
  { rulesOn }: Around,
  { held, last }: ClaimsSoFar,
): Unclaimed | undefined => {
  const { facts, missing, supposed, amount } = claim;
  const { outcome, entitlements } = assessLine(facts, rulesOn(ruleDayOf(facts)));
  if (outcome === 'REJECT') return undefined;
  const open = entitlements.filter(({ period }) => !held.includes(period));
  if (open.length === 0 && outcome !== 'NOT_CONFIGURED') return undefined;
  return {
    facts,
    missing,
    supposed,
    amount,
    instrument: facts.instrument,
    outcome,
    periods: open.map(({ period }) => period),
    amountFen: open.reduce((sum, { amountFen }) => sum + amountFen, 0),
    why: whyOf(claim, outcome, last),
    ...(last && { applicationId: last.applicationId }),
  };
};

/** What a worker is entitled to by the registers and has not been granted, instrument by instrument. */
export const unclaimedBy = (
  worker: WorkerRecord,
  around: Around,
  claimsOf: (instrument: Instrument) => ClaimsSoFar,
): Unclaimed[] =>
  presumedClaims(worker, around).flatMap(
    (claim) => decide(claim, around, claimsOf(claim.facts.instrument)) ?? [],
  );
