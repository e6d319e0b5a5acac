import type { Check } from '../../contracts/assessment.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import {
  caveat,
  checkOf,
  claimed,
  fail,
  notApplicable,
  notConfigured,
  pass,
  registered,
  unavailable,
  used,
  yuan,
  type Finding,
} from '../check.ts';
import { isKnown, type Lookup, type RuleSet } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import type { MonthOfWork } from './months-of-work.ts';
import { bestYear, confirmedYear, monthsWorked, type WorkYear } from './work-year.ts';

type Work = {
  readonly worker: Lookup<WorkerRecord>;
  /** Undefined where no register knows the applicant. */
  readonly employerCode: string | undefined;
  readonly hiredOn: IsoDate;
  readonly months: readonly MonthOfWork[];
  readonly submittedOn?: IsoDate | undefined;
};

const noneNamed = unavailable(
  'PROOF_MISSING',
  '未填写工作月份和工资，由工作人员核实。',
  'No months of work and pay are named; an officer looks.',
);
const saidAbove = notApplicable('见其他各项。', 'The other checks say why.');

const enoughMonths = ({ from, months }: WorkYear, rules: RuleSet): Finding => {
  const needed = rules.values.hiring.workshopMinMonths;
  if (needed === null) return notConfigured('hiring.workshopMinMonths');
  const inputs = [claimed('yearFrom', from), claimed('monthsIn12', months)];
  const values = [used(rules, 'hiring.workshopMinMonths', needed)];
  return months >= needed
    ? pass(`一年内累计工作 ${months} 个月。`, `${months} months of work within a year.`, { inputs, values })
    : fail(
        'MONTHS_SHORT',
        `一年内累计工作 ${months} 个月，不足 ${needed} 个月。`,
        `${months} months of work within a year; ${needed} are needed.`,
        { inputs, values },
      );
};

const enoughPay = ({ from, payFen }: WorkYear, rules: RuleSet): Finding => {
  const needed = rules.values.hiring.workshopMinPayFen;
  if (needed === null) return notConfigured('hiring.workshopMinPayFen');
  const inputs = [claimed('yearFrom', from), claimed('payIn12Fen', payFen)];
  const values = [used(rules, 'hiring.workshopMinPayFen', needed)];
  return payFen >= needed
    ? pass(`一年内工资 ${yuan(payFen)} 元。`, `${yuan(payFen)} yuan of pay within a year.`, {
        inputs,
        values,
      })
    : fail(
        'PAY_SHORT',
        `一年内工资 ${yuan(payFen)} 元，不足 ${yuan(needed)} 元。`,
        `${yuan(payFen)} yuan of pay within a year; ${yuan(needed)} are needed.`,
        { inputs, values },
      );
};

const confirmed = ({ worker, employerCode, months }: Work, { values: { hiring } }: RuleSet): Finding => {
  if (!isKnown(worker)) return needsWorker;
  const { year, knowsWork, knowsPay } = confirmedYear(worker, employerCode, months, hiring);
  const inputs = [
    registered('monthsIn12', year.months, worker.source),
    registered('payIn12Fen', year.payFen, worker.source),
  ];
  if (!knowsWork)
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      '就业登记和银行工资记录中没有查到此人在申请单位工作，由工作人员核实。',
      'Neither the employment register nor the bank shows this worker with the applicant; an officer looks.',
      { inputs },
    );
  if (!knowsPay)
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      '没有查到申请单位通过银行发放的工资记录，由工作人员核实。',
      'The bank shows no wages from the applicant; an officer looks.',
      { inputs },
    );
  const borneOut =
    year.months >= (hiring.workshopMinMonths ?? 0) && year.payFen >= (hiring.workshopMinPayFen ?? 0);
  return borneOut
    ? pass('就业登记和银行工资记录与申报相符。', 'The employment register and the bank bear it out.', {
        inputs,
      })
    : caveat(
        'REGISTER_DIFFERS',
        `登记数据只显示 ${year.months} 个月、工资 ${yuan(year.payFen)} 元，由工作人员核实。`,
        `The registers show ${year.months} months and ${yuan(year.payFen)} yuan of pay only; an officer looks.`,
        { inputs },
      );
};

/**
 * At least six months of work within a year and 6,000 yuan of pay (POLICY 3.5). A claim that is short itself is
 * refused; where the registers show less than the claim, a person looks.
 */
export const workChecks = (clause: string, work: Work, rules: RuleSet): Check[] => {
  const months = monthsWorked(work);
  const none = work.months.length === 0;
  const year = bestYear(months, rules.values.hiring);
  return [
    checkOf('months-in-a-year', clause, none ? noneNamed : enoughMonths(year, rules)),
    checkOf('pay-in-a-year', clause, none ? saidAbove : enoughPay(year, rules)),
    checkOf('borne-out-by-registers', clause, none ? saidAbove : confirmed({ ...work, months }, rules)),
  ];
};

/** The same three, where another kind of employer is asked for a contract instead. */
export const noWorkChecks = (clause: string): Check[] => {
  const byContract = notApplicable('按劳动合同期限核定。', 'Judged by the term of the contract.');
  return ['months-in-a-year', 'pay-in-a-year', 'borne-out-by-registers'].map((id) =>
    checkOf(id, clause, byContract),
  );
};
