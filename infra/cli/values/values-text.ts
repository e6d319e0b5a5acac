import Table from 'cli-table3';
import type * as z from 'zod';
import type {
  listRuleProposalsOperation,
  listRuleValuesOperation,
} from '../../../functions/contracts/api/rule-values.ts';
import { divisionName } from '../../../functions/contracts/divisions.ts';

type Values = z.output<(typeof listRuleValuesOperation)['response']>;
type Proposals = z.output<(typeof listRuleProposalsOperation)['response']>['items'];

const plain: { head: string[]; border: string[] } = { head: [], border: [] };
const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const cellsOf = ({ ruleId, meaning, unit, inForce }: Values['values'][number]): string[] => {
  const name = [ruleId, `${meaning.zh}（${unit}）`];
  if (inForce === undefined) return [...name, '未设定 not set', '', '', ''];
  const { value, level, from, source } = inForce;
  return [...name, told(value), level, from, source];
};

/** What is in force, and what nobody has set. */
export const valuesText = ({ division, on, values, missing }: Values, openOnly: boolean): string => {
  const table = new Table({
    head: ['规则值 Rule value', '含义', '值 Value', '级别', '起', '依据 Source'],
    colWidths: [null, null, 20, 12, 12, 42],
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: plain,
  });
  const shown = openOnly ? values.filter(({ inForce }) => inForce === undefined) : values;
  for (const value of shown) table.push(cellsOf(value));
  return `${divisionName(division)} ${on}\n${table.toString()}\n未设定 not set: ${missing.length}\n`;
};

export const proposalsText = (proposals: Proposals): string => {
  if (proposals.length === 0) return '没有提案。 No proposals.\n';
  const table = new Table({ head: ['提案 Proposal', '状态', '提出人 By', '内容 Changes'], style: plain });
  for (const { proposalId, state, enteredBy, changes } of proposals)
    table.push([
      proposalId,
      state,
      enteredBy,
      changes
        .map(
          ({ ruleId, value, from, to, source }) =>
            `${ruleId} = ${told(value)}  ${from} – ${to ?? '…'}  ${source}`,
        )
        .join('\n'),
    ]);
  return `${table.toString()}\n`;
};
