import {
  decideRuleProposalOperation,
  proposeRuleValuesOperation,
} from '../../../functions/contracts/api/rule-values.ts';
import type { Progress } from '../progress.ts';
import type { Crew } from './crew.ts';
import { settle } from './settle.ts';

const division = '141124';
/** No such document exists; the figures are the demo's own. */
const source = '示例文件：临人社发〔2020〕999号';
const change = (ruleId: string, value: number) => ({ ruleId, value, from: '2020-01-01', source });

const changes = [
  change('overseas.amountFen', 300_000),
  change('publicWorks.monthlyFen', 60_000),
  change('publicWorks.maxMonths', 12),
  change('unemployment.assistanceMonthlyFen', 90_000),
  change('unemployment.uiBenefitMonthlyFen', 117_000),
];

/** What the county had not set is proposed by one administrator and approved by another; the claims that waited go on. */
export const setValues = async (crew: Crew, progress: Progress): Promise<number> => {
  progress.begin('设定规则值 rule values set', changes.length);
  const { proposalId } = await crew.as('rule-admin', proposeRuleValuesOperation, {
    params: { division },
    body: { changes },
  });
  await crew.as('rule-admin-2', decideRuleProposalOperation, {
    params: { proposalId },
    body: { decision: 'APPROVE', reason: '与示例文件核对一致' },
  });
  await settle(crew);
  progress.set(changes.length);
  progress.end();
  return changes.length;
};
