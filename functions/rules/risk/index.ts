import type { Check } from '../../contracts/assessment.ts';
import { instruments } from '../instruments.ts';
import { checkOf } from '../check.ts';
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
  const { clause, paidTo, risks } = instruments[facts.instrument];
  const { signals } = facts;
  const job = risks.includes('JOB') ? jobOf(facts) : undefined;
  return [
    ...(paidTo === 'WORKER'
      ? [checkOf('risk-shared-account', clause, sharedMark('account', signals, rules))]
      : []),
    ...('worker' in facts ? [checkOf('risk-shared-phone', clause, sharedMark('phone', signals, rules))] : []),
    ...(risks.includes('JOB')
      ? [
          checkOf('risk-contract-ended', clause, contractEnded(job, rules)),
          checkOf('risk-insurance-gap', clause, insuranceGap(job)),
        ]
      : []),
    ...(risks.includes('WAGES') ? [checkOf('risk-wage-transfers', clause, wageTransfers(signals))] : []),
    ...(risks.includes('DEVICES')
      ? [checkOf('risk-shared-device', clause, sharedMark('device', signals, rules))]
      : []),
  ];
};
