import type { TaskKind } from '../contracts/queue.ts';
import type { IsoDate } from '../contracts/scalars.ts';
import type { RuleValues } from '../contracts/rule-values.ts';
import { addWorkingDays } from './calendar/working-days.ts';

const deadlineOf = {
  VERIFY: 'verification',
  CORRECT: 'correction',
  CORRECT_PAYEE: 'correction',
  REEXAMINE: 'reexamination',
  FACTS_CHANGED: 'reexamination',
  APPROVE: 'approval',
  SECOND_APPROVE: 'approval',
  CONFIGURE: 'configuration',
  OPERATE: 'configuration',
  PAY: 'payment',
} as const satisfies Record<TaskKind | 'PAY', keyof RuleValues['deadlines']>;

/** The day a task is due: the county's working days from the day it was opened, which is not counted. */
export const dueOn = (kind: TaskKind | 'PAY', day: IsoDate, { deadlines }: RuleValues): IsoDate =>
  addWorkingDays(day, deadlines[deadlineOf[kind]]);
