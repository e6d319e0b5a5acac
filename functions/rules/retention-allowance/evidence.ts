import type { IsoMonth } from '../../contracts/scalars.ts';
import { caveat, claimed, pass, registered, unavailable, type Finding } from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import type { RetentionFacts } from './facts.ts';
import { needsWorker } from '../poor-worker.ts';
import { monthsWith, nothingCounts, openMonths } from './months.ts';
import type { Work } from './work-days.ts';

const without = (months: readonly IsoMonth[], others: readonly IsoMonth[]): IsoMonth[] =>
  months.filter((month) => !others.includes(month));

/** 稳定就业 in the county asks for a contract and wage records; a month that counts only without them is for a person. */
export const proof = (work: Work, facts: RetentionFacts, rules: RuleSet): Finding => {
  const months = openMonths(work, facts, rules);
  if (months.length === 0) return nothingCounts;
  const unproven = without(months, monthsWith('proven', work, rules));
  const inputs = [claimed('monthsWithoutProof', unproven.join(' '))];
  return unproven.length === 0
    ? pass('工作证明齐全。', 'The proof of work is complete.', { inputs })
    : unavailable(
        'PROOF_MISSING',
        `${unproven.join('、')} 县内就业缺少合同或工资凭证，由工作人员核实。`,
        `A contract or wage record is missing for work in the county in ${unproven.join(', ')}; an officer looks.`,
        { inputs },
      );
};

/**
 * The months to be paid against the employment register; of one that another application holds nothing is asked. A
 * day more or less that moves no month changes nothing; a month that the register does not bear out goes to a
 * person, it is not struck out.
 */
export const confirmed = (work: Work, facts: RetentionFacts, rules: RuleSet): Finding => {
  const { worker } = facts;
  if (!isKnown(worker)) return needsWorker;
  const months = openMonths(work, facts, rules);
  if (months.length === 0) return nothingCounts;
  const open = without(months, monthsWith('confirmed', work, rules));
  const known = work.months.some(({ registered: days }) => days > 0);
  const inputs = [
    claimed('countedMonths', months.join(' ')),
    registered('monthsNotConfirmed', open.join(' '), worker.source),
  ];
  if (open.length === 0) return pass('就业登记与申报一致。', 'The employment register agrees.', { inputs });
  return known
    ? caveat(
        'REGISTER_DIFFERS',
        `${open.join('、')} 的就业登记与申报不一致，由工作人员核实。`,
        `For ${open.join(', ')} the employment register says something else than the claim; an officer looks.`,
        { inputs },
      )
    : unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '就业登记中没有查到此项务工，由工作人员核实。',
        'The employment register does not show this work; an officer looks.',
        { inputs },
      );
};
