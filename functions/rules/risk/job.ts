import type { EmploymentSpell, WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoDate, IsoMonth } from '../../contracts/scalars.ts';
import { addDays, monthOf, monthsBetween } from '../calendar/days.ts';
import { caveat, claimed, notApplicable, pass, registered, used, type Finding } from '../check.ts';
import { isKnown, type Lookup, type RuleSet } from '../facts.ts';

/** The job a line is about, as far as its claim names one. */
export type Job = {
  readonly worker: Lookup<WorkerRecord>;
  readonly employerCode: string;
  readonly startsOn: IsoDate;
  /** By the contract; absent where it has no end. */
  readonly endsOn?: IsoDate | undefined;
  readonly submittedOn?: IsoDate | undefined;
};

const noJob = notApplicable('登记数据中没有此项就业。', 'The registers do not show this job.');

const spellsOf = ({ worker, employerCode }: Job): readonly EmploymentSpell[] =>
  isKnown(worker) ? worker.spells.filter((spell) => spell.employerCode === employerCode) : [];

type EndedSpell = EmploymentSpell & { readonly endsOn: IsoDate };

/** The spell that ended last; undefined while one goes on. */
const lastEnd = (spells: readonly EmploymentSpell[]): EndedSpell | undefined => {
  let last: EndedSpell | undefined;
  for (const spell of spells) {
    const { endsOn } = spell;
    if (endsOn === undefined) return undefined;
    if (last === undefined || endsOn > last.endsOn) last = { ...spell, endsOn };
  }
  return last;
};

const isSoon = ({ endsOn }: EndedSpell, submittedOn: IsoDate, days: number): boolean =>
  submittedOn <= endsOn && endsOn <= addDays(submittedOn, days);

const isEarly = ({ endsOn }: EndedSpell, job: Job): boolean =>
  job.endsOn === undefined || endsOn < job.endsOn;

/** A job that ended soon after the money was claimed, although its contract goes on. */
export const contractEnded = (job: Job | undefined, rules: RuleSet): Finding => {
  const spells = job ? spellsOf(job) : [];
  if (job?.submittedOn === undefined || spells.length === 0) return noJob;
  const days = rules.values.risk.contractEndedWithinDays;
  const values = [used(rules, 'risk.contractEndedWithinDays', days)];
  const last = lastEnd(spells);
  if (last === undefined) return pass('仍在岗。', 'The job goes on.', { values });
  const inputs = [
    registered('employedTo', last.endsOn, last.source),
    claimed('submittedOn', job.submittedOn),
  ];
  return isSoon(last, job.submittedOn, days) && isEarly(last, job)
    ? caveat(
        'RISK_FOUND',
        `申报后不久（${last.endsOn}）即离职，早于合同期满，由工作人员核实。`,
        `The job ended on ${last.endsOn}, soon after the claim and before the contract says; an officer looks.`,
        { inputs, values },
      )
    : pass('离职时间没有异常。', 'The end of the job shows nothing unusual.', { inputs, values });
};

const monthsWorked = (job: Job, spells: readonly EmploymentSpell[]): Set<IsoMonth> => {
  const months = new Set<IsoMonth>();
  for (const { startsOn, endsOn } of spells) {
    const from = startsOn > job.startsOn ? startsOn : job.startsOn;
    const to = endsOn ?? job.submittedOn ?? from;
    // The month in which somebody starts is often insured with the next one.
    for (const month of monthsBetween(from, to).slice(1)) months.add(month);
  }
  return months;
};

/** A month of the job that nobody insured, where the insurance register knows this worker at all. */
export const insuranceGap = (job: Job | undefined): Finding => {
  if (job === undefined || !isKnown(job.worker)) return noJob;
  const { contributions, source } = job.worker;
  if (contributions.length === 0)
    return notApplicable(
      '参保登记没有此人的缴费。',
      'The insurance register has no contributions of this worker.',
    );
  const worked = monthsWorked(job, spellsOf(job));
  for (const { month, employerCode } of contributions)
    if (employerCode === job.employerCode) worked.delete(month);
  // The newest month may not have been paid yet.
  if (job.submittedOn !== undefined) worked.delete(monthOf(job.submittedOn));
  const missing = [...worked].sort();
  const inputs = [registered('monthsWithoutInsurance', missing.join(' '), source)];
  return missing.length > 0
    ? caveat(
        'RISK_FOUND',
        `${missing.join('、')} 在岗但没有该单位的参保缴费，由工作人员核实。`,
        `In ${missing.join(', ')} the worker was employed and this employer paid no insurance; an officer looks.`,
        { inputs },
      )
    : pass('在岗月份均有参保缴费。', 'Every month of the job was insured.', { inputs });
};
