import type { WorkerRecord } from '../../../functions/contracts/registers/worker.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { SocialInsuranceFacts } from '../../../functions/rules/social-insurance-subsidy/facts.ts';
import { monthsLater } from '../almanac.ts';

/** The month of retirement, whether the county has set its age, and whether it was near at the first approval. */
export type Retirement = { readonly month: string; readonly ageSet: boolean; readonly near: boolean };

/** The earliest ages of the law, where the county has set none. */
const earliest = { MALE: 60, FEMALE: 50 } as const;

type Ages = RuleSet['values']['socialInsurance']['retirementAge'];

const ageOf = ({ sex }: WorkerRecord, inCadrePost: boolean, ages: Ages): number | null => {
  if (sex === undefined) return null;
  if (sex === 'MALE') return ages.MALE;
  return inCadrePost ? ages.FEMALE_CADRE : ages.FEMALE_WORKER;
};

const firstApproval = ({ claim, held }: SocialInsuranceFacts): string => {
  const months = [...claim.months.map(({ month }) => month), ...held.map(({ period }) => period)].sort();
  return claim.firstApprovedOn ?? `${months[0] ?? ''}-01`;
};

export const retirementOf = (facts: SocialInsuranceFacts, { values }: RuleSet): Retirement => {
  const { worker, claim } = facts;
  if (typeof worker === 'string') return { month: '9999-12', ageSet: false, near: false };
  const { retirementAge, nearRetirementYears } = values.socialInsurance;
  const age = ageOf(worker, claim.inCadrePost, retirementAge);
  const retiresOn = monthsLater(worker.birthDate, 12 * (age ?? earliest[worker.sex ?? 'FEMALE']));
  return {
    month: retiresOn.slice(0, 7),
    ageSet: age !== null,
    near: monthsLater(retiresOn, -12 * nearRetirementYears) <= firstApproval(facts),
  };
};
