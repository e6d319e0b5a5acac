import type { Check } from '../contracts/assessment.ts';
import type { WorkerRecord } from '../contracts/registers/worker.ts';
import type { IsoDate } from '../contracts/scalars.ts';
import { ageOn } from './calendar/days.ts';
import {
  caveat,
  checkOf,
  claimed,
  fail,
  notApplicable,
  pass,
  registered,
  unavailable,
  used,
  type Finding,
} from './check.ts';
import { isKnown, type Lookup, type RuleSet } from './facts.ts';
import { isPoorOn } from './poverty-status.ts';

/** The register knows nobody of this id, or did not answer: no refusal, a person looks. */
export const workerNotKnown = (lookup: 'UNKNOWN' | 'UNAVAILABLE'): Finding =>
  lookup === 'UNKNOWN'
    ? unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '劳动力建档立卡库中没有查到此人，由工作人员核实。',
        'The workers’ register does not know this person; an officer looks.',
      )
    : unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '劳动力建档立卡库暂时无法查询，由工作人员核实。',
        'The workers’ register could not be asked; an officer looks.',
      );

/** A check that needs the worker's record, where there is none. */
export const needsWorker = notApplicable(
  '登记数据中没有此人，无从比对。',
  'The register has no record of this worker to compare with.',
);

/** Two records of one person: which of them counts, and whether both were paid, is for a person to say. */
export const mergedElsewhere = ({ source }: WorkerRecord): Finding =>
  caveat(
    'REGISTER_DIFFERS',
    '登记数据显示，此人与另一条登记记录是同一人，两条记录已合并；由工作人员核实是否重复申领。',
    'The register says that this record and another are one person; an officer looks whether both were claimed for.',
    { inputs: [registered('mergedIntoAnotherRecord', true, source)] },
  );

/** Whoever stays after a merger may have been paid under the other record: a claim that would pass goes to a person. */
export const besideMerged = (found: Finding, { mergedFrom = [], source }: WorkerRecord): Finding =>
  found.outcome !== 'PASS' || mergedFrom.length === 0
    ? found
    : caveat(
        'REGISTER_DIFFERS',
        '登记数据显示，另有登记记录已合并至此人；由工作人员核实是否已以那条记录申领。',
        'Another register record was merged into this one; an officer looks whether that one was claimed for already.',
        {
          inputs: [...(found.inputs ?? []), registered('recordsMergedIntoThis', mergedFrom.length, source)],
          values: found.values,
        },
      );

const registration = (worker: WorkerRecord, on: IsoDate, relocatedToo: boolean): Finding => {
  const poor = isPoorOn(worker, on);
  const inputs = [registered('registeredPoor', poor, worker.source), claimed('eventDate', on)];
  if (!poor && relocatedToo && worker.relocated)
    return pass('为易地搬迁劳动力。', 'A relocated worker; these need not be poor.', {
      inputs: [...inputs, registered('relocated', true, worker.source)],
    });
  return poor
    ? pass(`${on} 当日为建档立卡贫困劳动力。`, `A registered poor worker on ${on}.`, { inputs })
    : fail(
        'NOT_REGISTERED_POOR',
        `${on} 当日不在建档立卡贫困劳动力范围内。`,
        `Not a registered poor worker on ${on}.`,
        { inputs },
      );
};

const age = (worker: WorkerRecord, on: IsoDate, rules: RuleSet): Finding => {
  const years = ageOn(worker.birthDate, on);
  const minimum = rules.values.minimumAge;
  const inputs = [registered('ageOnEventDate', years, worker.source), claimed('eventDate', on)];
  const values = [used(rules, 'minimumAge', minimum)];
  return years < minimum
    ? fail(
        'UNDER_AGE',
        `${on} 当日年龄 ${years} 周岁，未满 ${minimum} 周岁。`,
        `${years} years old on ${on}; ${minimum} are needed.`,
        { inputs, values },
      )
    : pass(`${on} 当日年龄 ${years} 周岁。`, `${years} years old on ${on}.`, { inputs, values });
};

/** 有劳动能力: a part of it is enough (POLICY section 2). */
export const ableToWork = (worker: Lookup<WorkerRecord>): Finding => {
  if (!isKnown(worker)) return needsWorker;
  const inputs = [registered('workCapacity', worker.workCapacity, worker.source)];
  if (worker.workCapacity === 'LOST' || worker.workCapacity === 'NONE')
    return fail('NOT_ABLE_TO_WORK', '登记为无劳动能力。', 'Registered as not able to work.', { inputs });
  return pass('有劳动能力。', 'Able to work.', { inputs });
};

const openToAll = (rules: RuleSet): Finding =>
  pass('本县规则对所有劳动者开放。', 'The county’s rule is open to every worker.', {
    values: [used(rules, 'placement.targetGroup', rules.values.placement.targetGroup)],
  });

type Basis = {
  readonly clause: string;
  readonly on: IsoDate;
  readonly statusMatters: boolean;
  /** 易地搬迁劳动力 count beside the poor (三.2). */
  readonly relocatedToo?: boolean;
};

const standing = (
  worker: WorkerRecord,
  { on, statusMatters, relocatedToo = false }: Basis,
  rules: RuleSet,
): Finding => {
  if (worker.mergedInto !== undefined) return mergedElsewhere(worker);
  const found = statusMatters ? registration(worker, on, relocatedToo) : openToAll(rules);
  return besideMerged(found, worker);
};

/**
 * Whether the worker is a registered poor worker on the event date: in the register, of age, able to work
 * (POLICY section 2). A later exit from the list cancels nothing. There is no upper age limit.
 */
export const poorWorkerChecks = (worker: Lookup<WorkerRecord>, basis: Basis, rules: RuleSet): Check[] => {
  const { clause, on } = basis;
  if (!isKnown(worker))
    return [
      checkOf('worker-registered', clause, workerNotKnown(worker)),
      checkOf('worker-of-age', clause, needsWorker),
      checkOf('worker-able', clause, needsWorker),
    ];
  return [
    checkOf('worker-registered', clause, standing(worker, basis, rules)),
    checkOf('worker-of-age', clause, age(worker, on, rules)),
    checkOf('worker-able', clause, ableToWork(worker)),
  ];
};

/** Where the county of the claim and the register's home county differ, a person looks. */
export const handledAtHome = (worker: Lookup<WorkerRecord>, division: string | undefined): Finding => {
  if (!isKnown(worker)) return needsWorker;
  if (division === undefined)
    return notApplicable('未注明受理县。', 'The claim does not say which county handles it.');
  const inputs = [
    registered('homeDivision', worker.homeDivision, worker.source),
    claimed('division', division),
  ];
  return worker.homeDivision === division
    ? pass('由户籍县受理。', 'The home county handles the claim.', { inputs })
    : caveat(
        'REGISTER_DIFFERS',
        '登记的户籍县与受理县不一致，由工作人员核实。',
        'The register names another home county than the one that handles the claim.',
        { inputs },
      );
};
