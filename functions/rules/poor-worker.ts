import type { Check } from '../contracts/assessment.ts';
import type { WorkerRecord } from '../contracts/registers.ts';
import type { IsoDate } from '../contracts/scalars.ts';
import { ageOn } from './calendar/days.ts';
import {
  caveat,
  checkOf,
  claimed,
  fail,
  pass,
  registered,
  unavailable,
  used,
  type Finding,
} from './check.ts';
import { isKnown, type Lookup, type RuleSet } from './facts.ts';

const notKnown = (lookup: 'UNKNOWN' | 'UNAVAILABLE'): Finding =>
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

const statusOn = ({ povertyStatuses }: WorkerRecord, on: IsoDate) =>
  povertyStatuses.findLast(({ startsOn, endsOn }) => startsOn <= on && (endsOn === undefined || on <= endsOn))
    ?.status ?? 'NONE';

const registration = (worker: WorkerRecord, on: IsoDate): Finding => {
  const status = statusOn(worker, on);
  const inputs = [registered('povertyStatus', status, worker.source), claimed('eventDate', on)];
  return status === 'NONE'
    ? fail(
        'NOT_REGISTERED_POOR',
        `${on} 当日不在建档立卡贫困劳动力范围内。`,
        `Not a registered poor worker on ${on}.`,
        { inputs },
      )
    : pass(`${on} 当日为建档立卡贫困劳动力。`, `A registered poor worker on ${on}.`, { inputs });
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
        {
          inputs,
          values,
        },
      )
    : pass(`${on} 当日年龄 ${years} 周岁。`, `${years} years old on ${on}.`, { inputs, values });
};

const capacity = (worker: WorkerRecord): Finding => {
  const inputs = [registered('workCapacity', worker.workCapacity, worker.source)];
  if (worker.workCapacity === 'LOST' || worker.workCapacity === 'NONE')
    return fail('NOT_ABLE_TO_WORK', '登记为无劳动能力。', 'Registered as not able to work.', { inputs });
  return pass('有劳动能力。', 'Able to work.', { inputs });
};

type Basis = { readonly clause: string; readonly on: IsoDate; readonly statusMatters: boolean };

/**
 * Whether the worker is a registered poor worker on the event date: in the register, of age, able to work
 * (POLICY section 2). A later exit from the list cancels nothing. There is no upper age limit.
 */
export const poorWorkerChecks = (
  worker: Lookup<WorkerRecord>,
  { clause, on, statusMatters }: Basis,
  rules: RuleSet,
): Check[] => {
  if (!isKnown(worker)) return [checkOf('worker-registered', clause, notKnown(worker))];
  const status = statusMatters
    ? registration(worker, on)
    : pass('本县规则对所有劳动者开放。', 'The county’s rule is open to every worker.', {
        values: [used(rules, 'placement.targetGroup', rules.values.placement.targetGroup)],
      });
  return [
    checkOf('worker-registered', clause, status),
    checkOf('worker-of-age', clause, age(worker, on, rules)),
    checkOf('worker-able', clause, capacity(worker)),
  ];
};

/** Where the county of the claim and the register's home county differ, a person looks. */
export const homeCountyCheck = (
  worker: Lookup<WorkerRecord>,
  division: string | undefined,
  clause: string,
): Check[] => {
  if (!isKnown(worker) || division === undefined || worker.homeDivision === division) return [];
  const inputs = [
    registered('homeDivision', worker.homeDivision, worker.source),
    claimed('division', division),
  ];
  return [
    checkOf(
      'handled-by-home-county',
      clause,
      caveat(
        'REGISTER_DIFFERS',
        '登记的户籍县与受理县不一致，由工作人员核实。',
        'The register names another home county than the one that handles the claim.',
        { inputs },
      ),
    ),
  ];
};
