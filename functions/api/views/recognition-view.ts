import type { Actor } from '../../contracts/actor.ts';
import type { RecognitionView } from '../../contracts/api/recognitions.ts';
import type { RecognitionRecord } from '../../contracts/registers/organisation.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { workingDaysBetween } from '../../rules/calendar/working-days-between.ts';
import { standingOn } from '../../rules/recognition.ts';
import type { NamedRecognition } from '../../store/recognitions/list-recognitions.ts';
import { changesOf } from '../../store/recognitions/propose-change.ts';
import { versionOf } from '../../store/recognitions/read-recognition.ts';
import { neededWorkers } from '../../store/recognitions/threshold.ts';

const workingDaysOf = ({ acceptedOn, recognisedOn }: RecognitionRecord) =>
  acceptedOn === undefined ? {} : { workingDays: workingDaysBetween(acceptedOn, recognisedOn) };

const isLow = ({ headCount }: RecognitionRecord, needed: number | null): boolean =>
  headCount !== undefined && needed !== null && headCount < needed;

const flagsOf = ({ record, life }: NamedRecognition, needed: number | null): RecognitionView['flags'] => [
  ...(isLow(record, needed) ? (['HEAD_COUNT_LOW'] as const) : []),
  ...(life?.review ? (['UNDER_REVIEW'] as const) : []),
  ...(life?.proposal ? (['CHANGE_PROPOSED'] as const) : []),
];

/** Staff see that somebody proposed a change and whether it was they, not who it was. */
const proposalOf = ({ life }: NamedRecognition, actor: Actor): Pick<RecognitionView, 'proposal'> => {
  if (life?.proposal === undefined) return {};
  const { by, ...rest } = life.proposal;
  return { proposal: { ...rest, yours: by === actor.id } };
};

/** A recognition as it stands today, for the staff of its county and those above. */
export const recognitionViewOf = (
  recognition: NamedRecognition,
  actor: Actor,
  today: IsoDate,
  values: RuleValues,
): RecognitionView => {
  const { record, life, name } = recognition;
  const needed = neededWorkers(record, values);
  return {
    ...record,
    organisation: name,
    status: standingOn(record, today),
    version: versionOf(recognition),
    flags: flagsOf(recognition, needed),
    ...(needed !== null && { needed }),
    ...workingDaysOf(record),
    ...(life?.review && { review: life.review }),
    ...proposalOf(recognition, actor),
    changes: life?.proposal ? [] : changesOf(recognition, today),
  };
};
