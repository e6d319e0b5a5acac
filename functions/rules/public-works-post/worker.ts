import type { EmploymentSpell, WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoMonth } from '../../contracts/scalars.ts';
import { daysCovered } from '../calendar/days-covered.ts';
import { daysInMonth } from '../calendar/days.ts';
import {
  caveat,
  claimed,
  fail,
  notApplicable,
  pass,
  registered,
  unavailable,
  type Finding,
} from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import type { PostFacts } from './facts.ts';
import type { Plan } from './months.ts';

/** 无法外出: a declared reason, confirmed by the village (POLICY 3.11). */
export const unableToLeave = ({ claim }: PostFacts): Finding => {
  const { reason, villageConfirmed } = claim.unableToLeave;
  const inputs = [claimed('unableToLeave', reason), claimed('villageConfirmed', villageConfirmed)];
  if (reason === 'NONE')
    return fail(
      'ABLE_TO_LEAVE',
      '临时公益岗位安置无法外出的贫困劳动力，本人不属此类。',
      'The posts are for those who cannot leave, and nothing keeps this worker.',
      { inputs },
    );
  return villageConfirmed
    ? pass('因故无法外出，村级已确认。', 'Cannot leave; the village confirms it.', { inputs })
    : unavailable(
        'PROOF_MISSING',
        '无法外出的理由未经村级确认，由工作人员核实。',
        'The village has not confirmed that the worker cannot leave; an officer looks.',
        { inputs },
      );
};

const isPost = ({ kind }: EmploymentSpell): boolean => kind === 'PUBLIC_WELFARE_POST';

/** The employment register shows the worker in a post in each paid month. */
export const inRegister = ({ payable }: Plan, { worker }: PostFacts): Finding => {
  if (!isKnown(worker)) return needsWorker;
  if (payable.length === 0) return notApplicable('没有可计发的月份。', 'There is no month to pay.');
  const posts = worker.spells.filter(isPost);
  const open = payable.filter((month) => !posts.some((spell) => daysCovered([spell], month) > 0));
  const inputs = [registered('monthsNotConfirmed', open.join(' '), worker.source)];
  if (open.length === 0)
    return pass('就业登记显示在公益岗位。', 'The employment register shows the post.', { inputs });
  return posts.length === 0
    ? unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '就业登记中没有查到公益岗位，由工作人员核实。',
        'The employment register shows no post; an officer looks.',
        { inputs },
      )
    : caveat(
        'REGISTER_DIFFERS',
        `就业登记没有显示 ${open.join('、')} 在公益岗位，由工作人员核实。`,
        `The employment register does not show the post in ${open.join(', ')}; an officer looks.`,
        { inputs },
      );
};

/** As many days as make a month in the post: under the strict reading (31) the whole month, whatever its length. */
const hasFullJob = ({ spells }: WorkerRecord, month: IsoMonth, days: number): boolean =>
  spells.some((spell) => !isPost(spell) && daysCovered([spell], month) >= Math.min(days, daysInMonth(month)));

/** Not together with another full job in the month; a reading of POLICY 3.11, so a person looks. */
export const noOtherJob = ({ payable }: Plan, { worker }: PostFacts, rules: RuleSet): Finding => {
  if (!isKnown(worker)) return needsWorker;
  const days = rules.values.publicWorks.minDaysPerMonth;
  const months = payable.filter((month) => hasFullJob(worker, month, days));
  const inputs = [registered('monthsInOtherJob', months.join(' '), worker.source)];
  return months.length === 0
    ? pass('这些月份没有其他全职工作。', 'No other full job in these months.', { inputs })
    : caveat(
        'EXCLUDED_BENEFIT',
        `${months.join('、')} 另有全职工作，由工作人员核实。`,
        `There is another full job in ${months.join(', ')}; an officer looks.`,
        { inputs },
      );
};
