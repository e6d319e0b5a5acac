import type { Check } from '../contracts/assessment.ts';
import type { ReasonCode } from '../contracts/reasons.ts';
import type { RecordSource } from '../contracts/registers/record-source.ts';
import type { RuleSet } from './facts.ts';

type Input = Check['inputs'][number];
type Value = Check['values'][number];

/** What a check found: its outcome, its sentence in both languages, and what it read. */
export type Finding = {
  readonly outcome: Check['outcome'];
  readonly reason?: ReasonCode | undefined;
  readonly zh: string;
  readonly en: string;
  readonly inputs?: Input[] | undefined;
  readonly values?: Value[] | undefined;
};
type Read = Pick<Finding, 'inputs' | 'values'>;

/** One check of one clause; every check of a line always runs, so that all reasons come at once. */
export const checkOf = (checkId: string, clause: string, found: Finding): Check => {
  const { outcome, reason, zh, en, inputs = [], values = [] } = found;
  const sentence = { zh, en };
  return reason === undefined
    ? { checkId, outcome, clause, inputs, values, sentence }
    : { checkId, outcome, clause, reasonCode: reason, inputs, values, sentence };
};

/** Written out, not spread: a line makes a score of these. */
export const pass = (
  zh: string,
  en: string,
  { reason, inputs, values }: Read & Pick<Finding, 'reason'> = {},
): Finding => ({ outcome: 'PASS', reason, zh, en, inputs, values });

const negative =
  (outcome: 'FAIL' | 'CAVEAT' | 'UNAVAILABLE') =>
  (reason: ReasonCode, zh: string, en: string, { inputs, values }: Read = {}): Finding => ({
    outcome,
    reason,
    zh,
    en,
    inputs,
    values,
  });

/** The notice does not pay this. */
export const fail = negative('FAIL');
/** A person must look; it refuses nothing. */
export const caveat = negative('CAVEAT');
/** The register does not know, or the value is not set. */
export const unavailable = negative('UNAVAILABLE');

/** Another check has said already why this one has nothing to look at. */
export const notApplicable = (zh: string, en: string): Finding => ({ outcome: 'NOT_APPLICABLE', zh, en });

/** A rule value is missing: the case is kept and payment is blocked (POLICY section 1). */
export const notConfigured = (ruleId: string): Finding =>
  unavailable(
    'RULE_NOT_CONFIGURED',
    `本县尚未设定规则值 ${ruleId}，设定后自动重新核算。`,
    `The county has not set the rule value ${ruleId} yet; the claim is kept and checked again once it is set.`,
    { values: [{ ruleId, value: null, source: '未设定' }] },
  );

type Scalar = Input['value'];

export const claimed = (name: string, value: Scalar): Input => ({ name, value, source: 'CLAIM' });

export const registered = (name: string, value: Scalar, source: RecordSource): Input => ({
  name,
  value,
  source: `${source.register}#${source.version}`,
  asOf: source.asOf,
});

/** Something the desk itself counted or holds, as it stood when the check ran. */
export const heldByDesk = (
  name: string,
  value: Scalar,
  source: 'CLAIMS' | 'WAGES' | 'ENTITLEMENTS',
): Input => ({
  name,
  value,
  source,
});

export const used = ({ sources }: RuleSet, ruleId: string, value: Scalar): Value => ({
  ruleId,
  value,
  source: sources[ruleId] ?? '未注明',
});

/** 553.00: fen as yuan, the way an office writes money. */
export const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
