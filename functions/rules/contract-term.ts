import type { LabourContract } from '../contracts/labour-contract.ts';
import type { IsoDate } from '../contracts/scalars.ts';
import { addDays, addMonths } from './calendar/days.ts';
import { caveat, claimed, fail, notConfigured, pass, used, type Finding } from './check.ts';
import type { RuleSet } from './facts.ts';

const lastDayNeeded = (startsOn: IsoDate, months: number): IsoDate =>
  addDays(addMonths(startsOn, months), -1);

/** How long a contract must run, and the rule value that says so; null where nobody has set it. */
export type Term = { readonly ruleId: string; readonly months: number | null };

/**
 * A contract of n months: met if the last day is `start + n months - 1 day` or later; an open end always meets it; a
 * task-based term is for a person (POLICY section 2).
 */
export const contractTerm = (
  { type, startsOn, endsOn }: LabourContract,
  { ruleId, months }: Term,
  rules: RuleSet,
): Finding => {
  const values = [used(rules, ruleId, months)];
  const inputs = [
    claimed('contractType', type),
    claimed('startsOn', startsOn),
    claimed('endsOn', endsOn ?? null),
  ];
  if (type === 'TASK_BASED')
    return caveat(
      'TASK_BASED_CONTRACT',
      '合同以完成一定任务为期限，由工作人员核实。',
      'The contract runs until a task is done; an officer looks.',
      { inputs, values },
    );
  if (type === 'OPEN_ENDED')
    return pass('无固定期限劳动合同。', 'An open-ended contract.', { inputs, values });
  if (endsOn === undefined)
    return caveat(
      'PROOF_MISSING',
      '固定期限合同未注明终止日期，由工作人员核实。',
      'A fixed term without a last day; an officer looks.',
      { inputs, values },
    );
  if (months === null) return notConfigured(ruleId);
  const needed = lastDayNeeded(startsOn, months);
  return endsOn >= needed
    ? pass(`合同期满 ${months} 个月。`, `The contract runs ${months} months or more.`, { inputs, values })
    : fail(
        'CONTRACT_TOO_SHORT',
        `合同至 ${endsOn}，满 ${months} 个月须至 ${needed}。`,
        `The contract ends on ${endsOn}; ${months} months run to ${needed}.`,
        { inputs, values },
      );
};
