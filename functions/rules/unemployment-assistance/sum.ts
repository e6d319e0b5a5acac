import { notApplicable, notConfigured, pass, used, yuan, type Finding } from '../check.ts';
import type { RuleSet } from '../facts.ts';
import { ceilingFen, type Plan } from './months.ts';

/** 不高于当地失业保险金标准: equal is allowed (POLICY 3.12 a). What is above the ceiling is not paid. */
export const monthlySum = ({ payable }: Plan, rules: RuleSet): Finding => {
  const { assistanceMonthlyFen, uiBenefitMonthlyFen, ceilingBpOfUiBenefit } = rules.values.unemployment;
  if (assistanceMonthlyFen === null) return notConfigured('unemployment.assistanceMonthlyFen');
  if (uiBenefitMonthlyFen === null) return notConfigured('unemployment.uiBenefitMonthlyFen');
  if (payable.length === 0) return notApplicable('没有可发放的月份。', 'There is no month to pay.');
  const ceiling = ceilingFen(uiBenefitMonthlyFen, ceilingBpOfUiBenefit);
  const values = [
    used(rules, 'unemployment.assistanceMonthlyFen', assistanceMonthlyFen),
    used(rules, 'unemployment.uiBenefitMonthlyFen', uiBenefitMonthlyFen),
    used(rules, 'unemployment.ceilingBpOfUiBenefit', ceilingBpOfUiBenefit),
  ];
  return assistanceMonthlyFen > ceiling
    ? pass(
        `每月标准 ${yuan(assistanceMonthlyFen)} 元高于上限，按 ${yuan(ceiling)} 元发给。`,
        `${yuan(assistanceMonthlyFen)} yuan are above the ceiling; ${yuan(ceiling)} are paid for each month.`,
        { reason: 'CAPPED', values },
      )
    : pass(`每月 ${yuan(assistanceMonthlyFen)} 元。`, `${yuan(assistanceMonthlyFen)} yuan for each month.`, {
        values,
      });
};
