import type { EmploymentSpell, WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { addDays, addMonths, monthOf } from '../calendar/days.ts';
import {
  caveat,
  claimed,
  fail,
  notApplicable,
  pass,
  registered,
  unavailable,
  used,
  type Finding,
} from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import type { HiringFacts } from './facts.ts';

/** The worker's jobs with this employer. A public-welfare post is paid for itself (六.3). */
export const spellsWith = ({ spells }: WorkerRecord, code: string): readonly EmploymentSpell[] =>
  spells.filter(({ employerCode, kind }) => employerCode === code && kind !== 'PUBLIC_WELFARE_POST');

/** A job may be registered some days before or after it began. */
const slackDays = 31;

const goesOnAfter = (on: IsoDate, { startsOn, endsOn }: EmploymentSpell): boolean =>
  startsOn <= addDays(on, slackDays) && (endsOn === undefined || endsOn >= on);

const inOtherRegisters = ({ wages, contributions }: WorkerRecord, code: string, on: IsoDate): boolean => {
  const isAfter = ({ month, employerCode }: { month: string; employerCode: string }): boolean =>
    employerCode === code && month >= monthOf(on);
  return wages.some(isAfter) || contributions.some(isAfter);
};

const applicantUnknown = notApplicable('申请单位未知。', 'The applicant is not known.');

/** The registers show the worker with this employer from about the day of hiring: by job, wage or insurance. */
export const employed = ({ worker, applicant, claim: { hiredOn } }: HiringFacts): Finding => {
  if (!isKnown(worker)) return needsWorker;
  if (!isKnown(applicant)) return applicantUnknown;
  const code = applicant.organisationId;
  const jobs = spellsWith(worker, code).filter((spell) => goesOnAfter(hiredOn, spell));
  const early = jobs.find(({ startsOn }) => startsOn < addDays(hiredOn, -slackDays));
  const inputs = [registered('jobsWithApplicant', jobs.length, worker.source), claimed('hiredOn', hiredOn)];
  if (early !== undefined)
    return caveat(
      'REGISTER_DIFFERS',
      `就业登记显示招用日期 ${hiredOn} 之前早已在申请单位就业，由工作人员核实。`,
      `The employment register shows the worker with the applicant well before ${hiredOn}; an officer looks.`,
      { inputs },
    );
  return jobs.length > 0 || inOtherRegisters(worker, code, hiredOn)
    ? pass('登记数据显示在申请单位就业。', 'The registers show the job.', { inputs })
    : unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '登记数据中没有查到此项就业，由工作人员核实。',
        'No register shows this job; an officer looks.',
        { inputs },
      );
};

/** The day on which the worker last left this employer before the hiring. */
const leftOn = (worker: WorkerRecord, code: string, before: IsoDate): IsoDate | undefined =>
  spellsWith(worker, code)
    .flatMap(({ endsOn }) => (endsOn !== undefined && endsOn < before ? endsOn : []))
    .sort()
    .at(-1);

/** 招用: who left and came back within a year is not newly hired (POLICY 3.5 e). */
export const newlyHired = (
  { worker, applicant, claim: { hiredOn } }: HiringFacts,
  rules: RuleSet,
): Finding => {
  if (!isKnown(worker)) return needsWorker;
  if (!isKnown(applicant)) return applicantUnknown;
  const months = rules.values.hiring.rehireMonths;
  const left = leftOn(worker, applicant.organisationId, hiredOn);
  const rest = {
    inputs: [registered('leftOn', left ?? null, worker.source), claimed('hiredOn', hiredOn)],
    values: [used(rules, 'hiring.rehireMonths', months)],
  };
  return left === undefined || addMonths(left, months) < hiredOn
    ? pass('属新招用。', 'Newly hired.', rest)
    : fail(
        'NOT_NEWLY_HIRED',
        `${left} 离开本单位后 ${months} 个月内再次招用，不属新招用。`,
        `The worker left this employer on ${left} and came back within ${months} months.`,
        rest,
      );
};
