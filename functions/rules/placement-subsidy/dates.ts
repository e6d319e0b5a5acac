import type { IsoDate } from '../../contracts/scalars.ts';
import { caveat, claimed, fail, pass, used, type Finding } from '../check.ts';
import { contractTerm } from '../contract-term.ts';
import type { PlacementFacts } from './facts.ts';
import type { RuleSet } from '../facts.ts';

/** 2020年2月到6月底之前: both ends count, and the phrase governs referral and contract alike (POLICY 3.2 c). */
const inWindow = (name: 'referredOn' | 'signedOn', on: IsoDate, rules: RuleSet): Finding => {
  const { start, end } = rules.values.window;
  const inputs = [claimed(name, on)];
  const values = [used(rules, 'window.start', start), used(rules, 'window.end', end)];
  const what =
    name === 'referredOn'
      ? { zh: '推荐日期', en: 'The referral' }
      : { zh: '合同签订日期', en: 'The signing' };
  return start <= on && on <= end
    ? pass(`${what.zh} ${on} 在规定期间内。`, `${what.en} on ${on} lies in the window.`, { inputs, values })
    : fail(
        'OUT_OF_WINDOW',
        `${what.zh} ${on} 不在 ${start} 至 ${end} 之间。`,
        `${what.en} on ${on} lies outside ${start} to ${end}.`,
        {
          inputs,
          values,
        },
      );
};

export const referralInWindow = ({ claim }: PlacementFacts, rules: RuleSet): Finding =>
  inWindow('referredOn', claim.referredOn, rules);

export const signingInWindow = ({ claim }: PlacementFacts, rules: RuleSet): Finding =>
  inWindow('signedOn', claim.contract.signedOn, rules);

/** 推荐…成功就业且…签订: the contract follows from the referral, so it cannot have been signed before it. */
export const signedAfterReferral = ({ claim: { referredOn, contract } }: PlacementFacts): Finding => {
  const { signedOn } = contract;
  const inputs = [claimed('referredOn', referredOn), claimed('signedOn', signedOn)];
  return referredOn <= signedOn
    ? pass('先推荐，后签订合同。', 'The contract was signed after the referral.', { inputs })
    : caveat(
        'PROOF_MISSING',
        `合同签订于 ${signedOn}，早于推荐日期 ${referredOn}，由工作人员核实是否由申请单位推荐。`,
        `The contract was signed on ${signedOn}, before the referral on ${referredOn}; an officer looks who found the job.`,
        { inputs },
      );
};

/** 签订规定期限劳动合同. */
export const placementTerm = ({ claim: { contract } }: PlacementFacts, rules: RuleSet): Finding =>
  contractTerm(
    contract,
    { ruleId: 'placement.minContractMonths', months: rules.values.placement.minContractMonths },
    rules,
  );
