import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { addDays, monthOf } from '../calendar/days.ts';
import { caveat, claimed, fail, pass, registered, unavailable, used, type Finding } from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import type { UnemploymentFacts } from './facts.ts';

/** 受疫情影响失业: lost on 20 January 2020 or later, and the epidemic is declared as the cause (POLICY 3.12 b). */
export const epidemicLoss = ({ claim }: UnemploymentFacts, rules: RuleSet): Finding => {
  const { lostOn, epidemicDeclared } = claim;
  const from = rules.values.unemployment.epidemicFrom;
  const rest = {
    inputs: [claimed('lostOn', lostOn), claimed('epidemicDeclared', epidemicDeclared)],
    values: [used(rules, 'unemployment.epidemicFrom', from)],
  };
  if (!epidemicDeclared)
    return fail(
      'NOT_EPIDEMIC_LOSS',
      '没有声明因疫情失业。',
      'The epidemic is not declared as the cause.',
      rest,
    );
  return lostOn >= from
    ? pass(`${lostOn} 失业，声明受疫情影响。`, `Lost on ${lostOn}, declared as due to the epidemic.`, rest)
    : fail(
        'NOT_EPIDEMIC_LOSS',
        `${lostOn} 失业，早于 ${from}，不属受疫情影响。`,
        `Lost on ${lostOn}, before ${from}.`,
        rest,
      );
};

/** The national rule lets those who resigned have it; this notice says 受疫情影响, so a person looks (POLICY 3.12 d). */
export const cause = ({ claim }: UnemploymentFacts, rules: RuleSet): Finding => {
  const reading = rules.values.unemployment.resigned;
  const rest = {
    inputs: [claimed('cause', claim.cause)],
    values: [used(rules, 'unemployment.resigned', reading)],
  };
  if (claim.cause !== 'RESIGNED' || reading === 'PAID')
    return pass('失业原因符合。', 'The cause is one that counts.', rest);
  return reading === 'NOT_PAID'
    ? fail('NOT_EPIDEMIC_LOSS', '本人自愿离职，本县不予发放。', 'Resigned by choice; not paid here.', rest)
    : caveat(
        'CAUSE_UNCLEAR',
        '本人自愿离职，由工作人员核实。',
        'Resigned by choice; an officer looks.',
        rest,
      );
};

/** A post of public welfare is no job to lose or to keep here. */
const jobs = ({ spells }: WorkerRecord) => spells.filter(({ kind }) => kind !== 'PUBLIC_WELFARE_POST');

/** A register may learn some days late that a job ended. */
const registrationSlackDays = 31;

/** Whether the registers show work until about the day of the loss, work that ended well before it, or none. */
const employment = (worker: WorkerRecord, lostOn: IsoDate): 'UNTIL_THEN' | 'ENDED_BEFORE' | 'NONE' => {
  const about = addDays(lostOn, -registrationSlackDays);
  const before = jobs(worker).filter(({ startsOn }) => startsOn <= lostOn);
  const worked = before.some(({ endsOn }) => endsOn === undefined || endsOn >= about);
  const paidFor = worker.contributions.some(
    ({ month }) => monthOf(about) <= month && month <= monthOf(lostOn),
  );
  if (worked || paidFor) return 'UNTIL_THEN';
  return before.length > 0 ? 'ENDED_BEFORE' : 'NONE';
};

const endedBefore = (lostOn: IsoDate, rest: Pick<Finding, 'inputs'>): Finding =>
  caveat(
    'REGISTER_DIFFERS',
    `登记的工作早于 ${lostOn} 一个多月即已结束，由工作人员核实失业日期。`,
    `The registered job ended more than a month before ${lostOn}; an officer looks when it was lost.`,
    rest,
  );

/** Jobless: the registers show work until about that day, and none that went on over it. */
export const jobLost = ({ worker, claim: { lostOn } }: UnemploymentFacts): Finding => {
  if (!isKnown(worker)) return needsWorker;
  const goesOn = jobs(worker).some(
    ({ startsOn, endsOn }) => startsOn <= lostOn && (endsOn === undefined || endsOn > lostOn),
  );
  const shown = employment(worker, lostOn);
  const inputs = [
    claimed('lostOn', lostOn),
    registered('employed', shown, worker.source),
    registered('jobGoesOn', goesOn, worker.source),
  ];
  if (goesOn)
    return caveat(
      'REGISTER_DIFFERS',
      `就业登记显示 ${lostOn} 之后仍在岗，由工作人员核实。`,
      `The employment register shows a job that went on after ${lostOn}; an officer looks.`,
      { inputs },
    );
  if (shown === 'ENDED_BEFORE') return endedBefore(lostOn, { inputs });
  return shown === 'UNTIL_THEN'
    ? pass('登记数据显示已失业。', 'The registers show that the job ended.', { inputs })
    : unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '登记数据中没有查到失业前的就业，由工作人员核实。',
        'No register shows the job that was lost; an officer looks.',
        { inputs },
      );
};
