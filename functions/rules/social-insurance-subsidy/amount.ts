import { claimed, notApplicable, notConfigured, pass, used, yuan, type Finding } from '../check.ts';
import type { RuleSet } from '../facts.ts';
import { monthsWith, partsOf, type Judged } from './months.ts';

/** The employer's share that was paid into the lines that count, at the county's rate; never the worker's own. */
export const amount = (judged: Judged, rules: RuleSet): Finding => {
  const { lines, rateBp, maxMonths } = rules.values.socialInsurance;
  if (lines === null) return notConfigured('socialInsurance.lines');
  if (rateBp === null) return notConfigured('socialInsurance.rateBp');
  if (maxMonths === null) return notConfigured('socialInsurance.maxMonths');
  const counted = monthsWith(judged, 'COUNTS');
  if (counted.length === 0)
    return notApplicable(
      '没有可补贴的月份，原因见其他各项。',
      'There is no month to pay for; the other checks say why.',
    );
  const total = partsOf(judged, rules).reduce((sum, { amountFen }) => sum + amountFen, 0);
  return pass(
    `${counted.join('、')} 单位实缴部分，共补 ${yuan(total)} 元。`,
    `The employer’s share of ${counted.join(', ')}: ${yuan(total)} yuan.`,
    {
      inputs: [claimed('monthsCounted', counted.length)],
      values: [
        used(rules, 'socialInsurance.lines', lines.join(' ')),
        used(rules, 'socialInsurance.rateBp', rateBp),
        used(rules, 'socialInsurance.maxMonths', maxMonths),
      ],
    },
  );
};
