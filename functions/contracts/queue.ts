import * as z from 'zod';
import { role, type Role } from './actor.ts';
import { applicationId, markedField } from './application.ts';
import { both } from './both.ts';
import { remark } from './plain-text.ts';
import { instant, isoDate } from './scalars.ts';
import { watchedChange } from './watched-change.ts';

/** Work for a person: each kind goes to one role's queue. The applicant's own tasks are in no queue. */
export const taskKinds = [
  'VERIFY',
  'REEXAMINE',
  'APPROVE',
  'SECOND_APPROVE',
  'CONFIGURE',
  'OPERATE',
  'FACTS_CHANGED',
] as const;
export const applicantTaskKinds = ['CORRECT', 'CORRECT_PAYEE'] as const;
export const allTaskKinds = [...taskKinds, ...applicantTaskKinds] as const;
export const taskKind = z.enum(allTaskKinds);
export type TaskKind = z.infer<typeof taskKind>;
/** What the machine opens and waits for; a case of changed facts stands beside it. */
export const machineTaskKind = taskKind.exclude(['FACTS_CHANGED']);
export type MachineTaskKind = z.infer<typeof machineTaskKind>;

export const roleOf = {
  VERIFY: 'COUNTY_VERIFIER',
  REEXAMINE: 'COUNTY_REVIEWER',
  APPROVE: 'COUNTY_APPROVER',
  SECOND_APPROVE: 'COUNTY_APPROVER',
  CONFIGURE: 'RULE_ADMIN',
  OPERATE: 'OPERATOR',
  FACTS_CHANGED: 'COUNTY_REVIEWER',
  CORRECT: 'APPLICANT',
  CORRECT_PAYEE: 'APPLICANT',
} as const satisfies Record<TaskKind, Role>;

/** `A20200316-7K3M9QW2ZD.VERIFY.7`: the application, the kind, and the event that opened it. */
export const taskId = z
  .string()
  .regex(
    /^A\d{8}-[0-9A-Z]{10}\.[A-Z_]+\.\d+$/,
    both(
      'a task number looks like A20200316-7K3M9QW2ZD.VERIFY.7',
      '任务编号形如 A20200316-7K3M9QW2ZD.VERIFY.7',
    ),
  )
  .brand<'TaskId'>();
export type TaskId = z.infer<typeof taskId>;

/** What a person may decide. Which of them a kind of task allows: `decisionsOf`. */
export const decisions = [
  'APPROVE',
  'REFUSE',
  'RETURN',
  'DISMISS',
  'UPHOLD',
  'RECHECK',
  'ABANDON',
  'REASSESS',
  'LEAVE',
] as const;
export const decision = z.enum(decisions);
export type Decision = z.infer<typeof decision>;

export const decisionsOf: Record<TaskKind, readonly Decision[]> = {
  VERIFY: ['APPROVE', 'REFUSE', 'RETURN'],
  REEXAMINE: ['DISMISS', 'UPHOLD', 'RETURN'],
  APPROVE: ['APPROVE', 'REFUSE', 'RETURN'],
  SECOND_APPROVE: ['APPROVE', 'REFUSE', 'RETURN'],
  CONFIGURE: ['RECHECK', 'REFUSE'],
  OPERATE: ['RECHECK', 'ABANDON'],
  FACTS_CHANGED: ['REASSESS', 'RECHECK', 'LEAVE'],
  CORRECT: [],
  CORRECT_PAYEE: [],
};

export const taskRow = z.object({
  taskId,
  applicationId,
  kind: taskKind,
  role,
  division: z.string(),
  status: z.enum(['OPEN', 'DONE']),
  openedAt: instant,
  dueOn: isoDate,
  token: z.string(),
  claimedBy: z.string().optional(),
  claimedByName: z.string().optional(),
  claimedAt: instant.optional(),
  decidedBy: z.string().optional(),
  decision: decision.optional(),
  reason: z.string().optional(),
  marked: z.array(markedField).optional(),
  /** What a register says otherwise now. */
  changes: z.array(watchedChange).optional(),
});
export type TaskRow = z.infer<typeof taskRow>;

/** A verifier's word on one line. */
export const lineDecision = z.strictObject({
  lineNo: z.int().min(1),
  outcome: z.enum(['APPROVE', 'REFUSE']),
  reason: remark().optional(),
});
export type LineDecision = z.infer<typeof lineDecision>;
