import type { LineAssessment } from '../contracts/assessment.ts';
import type { LineFacts, RuleSet } from './facts.ts';
import { assessPlacement } from './placement-subsidy/index.ts';
import { assessRetention } from './retention-allowance/index.ts';
import { assessTransport } from './transport-subsidy/index.ts';

/**
 * Decides one line: every check runs, every reason is given, and nothing is read but the facts and the rule values.
 * The same facts and values give the same answer on any day.
 */
export const assessLine = (facts: LineFacts, rules: RuleSet): LineAssessment => {
  switch (facts.instrument) {
    case 'TRANSPORT_SUBSIDY':
      return assessTransport(facts, rules);
    case 'PLACEMENT_SUBSIDY':
      return assessPlacement(facts, rules);
    case 'RETENTION_ALLOWANCE':
      return assessRetention(facts, rules);
  }
};
