import type { ClaimedSpell } from './claim.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { addDays, ageOn } from '../calendar/days.ts';
import { claimed, fail, pass, registered, used, type Finding } from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import type { RetentionFacts } from './facts.ts';
import { besideMerged, mergedElsewhere, needsWorker, workerNotKnown } from '../poor-worker.ts';
import { isPoorOn } from '../poverty-status.ts';
import type { Work } from './work-days.ts';

/** The days on which the list may say something new. */
const turningDays = ({ povertyStatuses }: WorkerRecord): IsoDate[] =>
  povertyStatuses.flatMap(({ startsOn, endsOn }) =>
    endsOn === undefined ? startsOn : [startsOn, addDays(endsOn, 1)],
  );

const wasPoorDuring = (worker: WorkerRecord, { startsOn, endsOn }: ClaimedSpell): boolean =>
  isPoorOn(worker, startsOn) ||
  turningDays(worker).some((day) => startsOn < day && day <= endsOn && isPoorOn(worker, day));

/** Where no claimed day counts, every claimed day stands for the event: one as a poor worker is enough. */
const isPoorAtWork = (worker: WorkerRecord, { days }: Work, facts: RetentionFacts): boolean =>
  days.worked > 0 ? days.poor > 0 : facts.claim.spells.some((spell) => wasPoorDuring(worker, spell));

const registration = (worker: WorkerRecord, work: Work, facts: RetentionFacts): Finding => {
  const { worked, poor } = work.days;
  const inputs = [claimed('daysWorked', worked), registered('daysRegisteredPoor', poor, worker.source)];
  if (!isPoorAtWork(worker, work, facts))
    return fail(
      'NOT_REGISTERED_POOR',
      '务工期间不在建档立卡贫困劳动力范围内。',
      'Not a registered poor worker while working.',
      { inputs },
    );
  return poor === worked
    ? pass('务工期间为建档立卡贫困劳动力。', 'A registered poor worker while working.', { inputs })
    : pass(
        `务工 ${worked} 天中有 ${poor} 天为建档立卡贫困劳动力，只计这些天。`,
        `A registered poor worker on ${poor} of ${worked} days; only these count.`,
        { inputs },
      );
};

/**
 * A registered poor worker on the days worked: each day is an event of its own, so that entering or leaving the list
 * within the window neither adds nor cancels other days.
 */
export const registeredPoor = (work: Work, facts: RetentionFacts): Finding => {
  const { worker } = facts;
  if (!isKnown(worker)) return workerNotKnown(worker);
  if (worker.mergedInto !== undefined) return mergedElsewhere(worker);
  return besideMerged(registration(worker, work, facts), worker);
};

const isOfAgeAtWork = (
  worker: WorkerRecord,
  { days }: Work,
  facts: RetentionFacts,
  minimum: number,
): boolean =>
  days.worked > 0
    ? days.ofAge > 0
    : facts.claim.spells.some(({ endsOn }) => ageOn(worker.birthDate, endsOn) >= minimum);

/** Days count from the sixteenth birthday on; all of the work before it is a refusal. */
export const ofAge = (work: Work, facts: RetentionFacts, rules: RuleSet): Finding => {
  const { worker } = facts;
  if (!isKnown(worker)) return needsWorker;
  const minimum = rules.values.minimumAge;
  const { worked, ofAge: days } = work.days;
  const inputs = [claimed('daysWorked', worked), registered('daysOfAge', days, worker.source)];
  const values = [used(rules, 'minimumAge', minimum)];
  if (!isOfAgeAtWork(worker, work, facts, minimum))
    return fail(
      'UNDER_AGE',
      `务工期间未满 ${minimum} 周岁。`,
      `The worker was not ${minimum} years old while working.`,
      { inputs, values },
    );
  return days === worked
    ? pass(`务工期间已满 ${minimum} 周岁。`, `${minimum} or older while working.`, { inputs, values })
    : pass(
        `自年满 ${minimum} 周岁之日起计 ${days} 天。`,
        `${days} days count, from the birthday at ${minimum} on.`,
        { inputs, values },
      );
};
