import * as z from 'zod';
import type { Role } from '../actor.ts';
import { markedField, proxyConsent, version } from '../application.ts';
import { both } from '../both.ts';
import { remark } from '../plain-text.ts';
import { decision, lineDecision, taskId, taskKind, taskKinds } from '../queue.ts';
import { runDifference } from '../run-difference.ts';
import { valueKinds } from '../rule-value.ts';
import { instant, isoDate, sentence } from '../scalars.ts';
import { watchedChange } from '../watched-change.ts';
import type { Operation } from './operation.ts';
import { lineNumber, noBody, nothing, pageOf, pageQuery, paging, receipt } from './parts.ts';
import { applicationSummary, lineTally, lineView } from './views.ts';

const tag = 'Tasks';

/** The roles that have a queue. */
export const queueRoles = [
  'COUNTY_VERIFIER',
  'COUNTY_REVIEWER',
  'COUNTY_APPROVER',
  'RULE_ADMIN',
  'OPERATOR',
] as const satisfies readonly Role[];

const ofTask = z.strictObject({ taskId });
const reads = { tag, method: 'GET', access: queueRoles, body: noBody, status: 200 } as const;
const changes = {
  tag,
  method: 'POST',
  access: queueRoles,
  params: ofTask,
  query: nothing,
  status: 200,
  response: receipt,
} as const;
const movedOn = ['NOT_FOUND', 'VERSION_STALE', 'TASK_CLAIMED_BY_OTHER', 'TASK_MOVED_ON'] as const;

export const taskView = z.object({
  taskId,
  kind: taskKind,
  division: z.string(),
  status: z.enum(['OPEN', 'DONE']),
  openedAt: instant,
  ageDays: z.int().describe('Calendar days since it was opened'),
  dueOn: isoDate,
  overdue: z.boolean(),
  claimedBy: z.object({ name: z.string(), since: instant, you: z.boolean() }).optional(),
  application: applicationSummary,
});
export type TaskView = z.infer<typeof taskView>;

export const taskStatuses = ['ANY', 'UNCLAIMED', 'MINE', 'OVERDUE'] as const;

export const listTasksOperation = {
  ...reads,
  operationId: 'listTasks',
  path: '/tasks',
  summary: {
    zh: '查看待办（本县、本岗位）',
    en: 'List the open tasks of one’s county and roles, the most urgent first',
  },
  params: nothing,
  query: z.strictObject({
    ...paging,
    kind: z.enum(taskKinds).optional(),
    status: z.enum(taskStatuses).default('ANY'),
  }),
  response: pageOf(taskView),
  problems: ['INVALID_CURSOR'],
} as const satisfies Operation;

/** An objection as the re-examiner who holds the task reads it. */
export const objectionView = z.object({
  objectionId: z.string(),
  lineNo: z.int().optional(),
  text: z.string(),
  contact: z.string().optional(),
  raisedAt: instant,
});

export type ObjectionView = z.infer<typeof objectionView>;

export const taskDetail = taskView.extend({
  decisions: z.array(decision).describe('What may be decided here'),
  mayDecide: z.object({ allowed: z.boolean(), sentence: sentence.optional() }),
  payee: z
    .object({ masked: z.string(), kind: z.string() })
    .optional()
    .describe('Absent where nobody is paid'),
  proxy: proxyConsent.optional(),
  tally: lineTally.optional(),
  marked: z.array(markedField).optional(),
  changes: z.array(watchedChange).optional().describe('What a register says otherwise now'),
  differences: z
    .array(runDifference)
    .optional()
    .describe('Old beside new, for the re-examiner who holds a case of changed facts'),
  missing: z
    .array(
      z.object({
        ruleId: z.string(),
        meaning: sentence,
        kind: z.enum(valueKinds),
        division: z.string(),
        on: isoDate.describe('The day of the event whose value is asked for'),
      }),
    )
    .optional()
    .describe('For the rule administrator: the values it waits for'),
  objections: z.array(objectionView).optional().describe('For the re-examiner who holds the task'),
});
export type TaskDetail = z.infer<typeof taskDetail>;

export const getTaskOperation = {
  ...reads,
  operationId: 'getTask',
  path: '/tasks/{taskId}',
  summary: { zh: '查看任务、申请及可作的决定', en: 'Read a task, its application, and what may be decided' },
  params: ofTask,
  query: nothing,
  response: taskDetail,
  problems: ['NOT_FOUND'],
} as const satisfies Operation;

export const listTaskLinesOperation = {
  ...reads,
  operationId: 'listTaskLines',
  path: '/tasks/{taskId}/lines',
  summary: { zh: '查看任务的人员明细（脱敏）', en: 'List the lines of a task’s application, masked' },
  params: ofTask,
  query: pageQuery,
  response: pageOf(lineView),
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
} as const satisfies Operation;

export const getIdentityOperation = {
  ...reads,
  operationId: 'getIdentity',
  path: '/tasks/{taskId}/lines/{lineNo}/identity',
  summary: {
    zh: '查看一人的完整身份信息（须已领取任务，查看留痕）',
    en: 'Read one worker’s full identity; for the holder of the task, and the reading is recorded',
  },
  params: z.strictObject({ taskId, lineNo: lineNumber }),
  query: z.strictObject({
    member: lineNumber
      .optional()
      .describe('Where on the roster, counted from 1; for a line about an organisation'),
  }),
  response: z.object({
    lineNo: z.int(),
    name: z.string(),
    citizenId: z.string(),
    phone: z.string().optional(),
  }),
  problems: ['NOT_FOUND', 'TASK_NOT_CLAIMED', 'TASK_CLAIMED_BY_OTHER', 'TASK_MOVED_ON', 'NO_SUCH_LINE'],
} as const satisfies Operation;

export const claimTaskOperation = {
  ...changes,
  operationId: 'claimTask',
  path: '/tasks/{taskId}/claim',
  summary: { zh: '领取任务', en: 'Take a task out of the common queue' },
  body: z.strictObject({ version }),
  problems: [...movedOn, 'FOUR_EYES'],
} as const satisfies Operation;

export const releaseTaskOperation = {
  ...changes,
  operationId: 'releaseTask',
  path: '/tasks/{taskId}/release',
  summary: { zh: '退回任务到公共待办', en: 'Put a task back for others' },
  body: z.strictObject({ version }),
  problems: [...movedOn, 'TASK_NOT_CLAIMED'],
} as const satisfies Operation;

export const decideTaskOperation = {
  ...changes,
  operationId: 'decideTask',
  path: '/tasks/{taskId}/decide',
  summary: { zh: '作出决定（须写明理由）', en: 'Decide a task; a reason is compulsory' },
  body: z.strictObject({
    version,
    decision,
    reason: remark(2, both('give the reason for the decision', '请写明决定的理由')),
    lines: z.array(lineDecision).max(5000).optional(),
    marked: z.array(markedField).max(100).optional(),
  }),
  problems: [
    ...movedOn,
    'FOUR_EYES',
    'TASK_NOT_CLAIMED',
    'APPLICANTS_TASK',
    'DECISION_NOT_ALLOWED',
    'FIELDS_NOT_MARKED',
    'LINES_UNDECIDED',
    'NO_SUCH_LINE',
    'RULE_REFUSES',
    'NOTHING_TO_PAY',
    'ENTITLEMENT_HELD',
    'MONEY_APPROVED',
    'FUND_EXHAUSTED',
    'FUND_NOT_CONFIGURED',
  ],
} as const satisfies Operation;
