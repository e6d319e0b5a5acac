import type { Check } from '../../contracts/assessment.ts';
import { definitionOf, type Instrument } from '../../contracts/instruments.ts';
import { checkOf, type Finding } from '../check.ts';
import type { LineFacts } from '../assess-line.ts';
import type { RuleSet } from '../facts.ts';
import { contractEnded, insuranceGap, type Job } from './job.ts';
import { sharedMark } from './shared.ts';
import { wageTransfers } from './wage-transfers.ts';

const codeOf = (organisation: unknown): string | undefined =>
  typeof organisation === 'object' && organisation !== null && 'organisationId' in organisation
    ? String(organisation.organisationId)
    : undefined;

/** The employer: the one the claim names, otherwise the one that claims. */
const employerOf = (facts: LineFacts): string | undefined => {
  if ('employerCode' in facts.claim) return facts.claim.employerCode;
  return 'applicant' in facts ? codeOf(facts.applicant) : undefined;
};

/** Undefined where the claim is about no contract with an employer. */
const jobOf = (facts: LineFacts): Job | undefined => {
  const employerCode = employerOf(facts);
  if (employerCode === undefined || !('worker' in facts) || !('contract' in facts.claim)) return undefined;
  const { contract } = facts.claim;
  if (contract === undefined) return undefined;
  const { startsOn, endsOn } = contract;
  return { worker: facts.worker, employerCode, startsOn, endsOn, submittedOn: facts.submittedOn };
};

/**
 * The frauds that audits found, asked of one line (README.md beside this file). They give caveats, never a refusal.
 * A check is asked only where its instrument can meet it.
 */
export const riskChecks = (facts: LineFacts, rules: RuleSet): Check[] => {
  const { clause, paidTo, risks } = definitionOf(facts.instrument);
  const { signals } = facts;
  const checks: Check[] = [];
  const ask = (checkId: string, found: Finding) => checks.push(checkOf(checkId, clause, found));
  if (paidTo === 'WORKER') ask('risk-shared-account', sharedMark('account', signals, rules));
  if ('worker' in facts) ask('risk-shared-phone', sharedMark('phone', signals, rules));
  if (risks.includes('JOB')) {
    const job = jobOf(facts);
    ask('risk-contract-ended', contractEnded(job, rules));
    ask('risk-insurance-gap', insuranceGap(job));
  }
  if (risks.includes('WAGES')) ask('risk-wage-transfers', wageTransfers(signals));
  if (risks.includes('DEVICES')) ask('risk-shared-device', sharedMark('device', signals, rules));
  return checks;
};

/** The ids of the risk checks that an instrument meets. */
export const riskCheckIds = (instrument: Instrument): string[] => {
  const { about, paidTo, risks } = definitionOf(instrument);
  return [
    ...(paidTo === 'WORKER' ? ['risk-shared-account'] : []),
    ...(about === 'WORKER' ? ['risk-shared-phone'] : []),
    ...(risks.includes('JOB') ? ['risk-contract-ended', 'risk-insurance-gap'] : []),
    ...(risks.includes('WAGES') ? ['risk-wage-transfers'] : []),
    ...(risks.includes('DEVICES') ? ['risk-shared-device'] : []),
  ];
};
