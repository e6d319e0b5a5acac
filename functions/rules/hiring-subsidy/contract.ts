import type { Check } from '../../contracts/assessment.ts';
import { checkOf, notApplicable, unavailable, type Finding } from '../check.ts';
import { contractTerm, type Term } from '../contract-term.ts';
import type { RuleSet } from '../facts.ts';
import { basisOf, type Basis } from './employer.ts';
import type { HiringFacts } from './facts.ts';
import { employed, newlyHired } from './job.ts';

type ByContract = Exclude<Basis, 'WORKSHOP'>;

const termOf = (basis: ByContract, { values: { hiring } }: RuleSet): Term => {
  switch (basis) {
    case 'SMALL_ENTERPRISE':
      return { ruleId: 'hiring.enterpriseMinContractMonths', months: hiring.enterpriseMinContractMonths };
    case 'LARGE_ENTERPRISE':
      return {
        ruleId: 'hiring.largeEnterpriseMinContractMonths',
        months: hiring.largeEnterpriseMinContractMonths,
      };
    case 'KEY_PROJECT':
      return { ruleId: 'hiring.keyProjectMinContractMonths', months: hiring.keyProjectMinContractMonths };
  }
};

const term = (basis: ByContract, { claim: { contract } }: HiringFacts, rules: RuleSet): Finding =>
  contract === undefined
    ? unavailable(
        'PROOF_MISSING',
        '企业招用须有劳动合同，申报中没有，由工作人员核实。',
        'An enterprise needs a contract and the claim names none; an officer looks.',
      )
    : contractTerm(contract, termOf(basis, rules), rules);

/** What is asked of everybody but a workshop. A workshop's months add up over gaps, so coming back is no matter. */
export const contractChecks = (clause: string, facts: HiringFacts, rules: RuleSet): Check[] => {
  const basis = basisOf(facts);
  if (basis === 'WORKSHOP') {
    const byWork = notApplicable('按工作月数和工资核定。', 'Judged by months and pay.');
    return ['contract-term', 'employed', 'newly-hired'].map((id) => checkOf(id, clause, byWork));
  }
  return [
    checkOf('contract-term', clause, term(basis, facts, rules)),
    checkOf('employed', clause, employed(facts)),
    checkOf('newly-hired', clause, newlyHired(facts, rules)),
  ];
};
