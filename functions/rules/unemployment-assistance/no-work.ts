import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoMonth } from '../../contracts/scalars.ts';
import { monthOf } from '../calendar/days.ts';
import { caveat, pass, registered, type Finding } from '../check.ts';
import { isKnown } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import type { UnemploymentFacts } from './facts.ts';
import type { Plan } from './months.ts';

/** Work that began after the loss, or a post: one that went on over it was not the job that was lost. */
const inWork = ({ spells, wages }: WorkerRecord, month: IsoMonth, lostOn: string): boolean =>
  wages.some((wage) => wage.month === month && wage.paidFen > 0) ||
  spells.some(
    ({ startsOn, endsOn, kind }) =>
      (startsOn > lostOn || kind === 'PUBLIC_WELFARE_POST') &&
      monthOf(startsOn) <= month &&
      (endsOn === undefined || month <= monthOf(endsOn)),
  );

/** Not together with wages or a public-welfare post in the same month; a reading of POLICY 3.12, so a person looks. */
export const noWork = ({ payable }: Plan, { worker, claim }: UnemploymentFacts): Finding => {
  if (!isKnown(worker)) return needsWorker;
  const months = payable.filter((month) => inWork(worker, month, claim.lostOn));
  const inputs = [registered('monthsInWork', months.join(' '), worker.source)];
  return months.length === 0
    ? pass('这些月份没有工资和就业登记。', 'No wages and no job in these months.', { inputs })
    : caveat(
        'EXCLUDED_BENEFIT',
        `${months.join('、')} 有工资或就业登记，由工作人员核实。`,
        `There are wages or a job in ${months.join(', ')}; an officer looks.`,
        { inputs },
      );
};
