import * as z from 'zod';
import type { Role } from '../actor.ts';
import { applicationState, waitKinds } from '../application.ts';
import { reasonCode } from '../reasons.ts';
import { both } from '../both.ts';
import { handlingCounty } from '../divisions.ts';
import { instrument } from '../instruments.ts';
import { fen, sentence } from '../scalars.ts';
import type { Operation } from './operation.ts';
import { noBody, nothing, pageOf, pageQuery } from './parts.ts';
import { applicationSummary } from './views.ts';

const tag = 'Supervision';

/** Supervisors and auditors see their division and those below it; a county’s staff see their county. */
export const overseers = [
  'PREFECTURE_SUPERVISOR',
  'PROVINCE_SUPERVISOR',
  'AUDITOR',
  'COUNTY_VERIFIER',
  'COUNTY_REVIEWER',
  'COUNTY_APPROVER',
  'FINANCE_OFFICER',
] as const satisfies readonly Role[];

const ofDivision = z.strictObject({
  division: z
    .string()
    .regex(
      /^14\d{4}$/,
      both('a division of Shanxi has six digits and begins with 14', '山西省的行政区划代码为6位，以14开头'),
    ),
});
const common = {
  tag,
  method: 'GET',
  access: overseers,
  params: ofDivision,
  body: noBody,
  status: 200,
} as const;

export const listDivisionApplicationsOperation = {
  ...common,
  params: z.strictObject({ division: handlingCounty }),
  operationId: 'listDivisionApplications',
  path: '/divisions/{division}/applications',
  summary: { zh: '查看一个县的申请', en: 'List a county’s applications, the newest first' },
  query: pageQuery,
  response: pageOf(applicationSummary.extend({ sentence })),
  problems: ['OTHER_COUNTY', 'INVALID_CURSOR'],
} as const satisfies Operation;

const counted = { applications: z.int(), lines: z.int(), amountFen: fen };

export const divisionSummary = z.object({
  division: z.string(),
  byState: z.array(z.object({ instrument, state: applicationState, ...counted })),
  byReason: z.array(z.object({ reason: reasonCode, applications: z.int() })),
  fund: z
    .object({ sanctionedFen: fen, reservedFen: fen, paidFen: fen, availableFen: z.int() })
    .optional()
    .describe('Absent while the division has no fund'),
  queues: z.array(
    z.object({
      kind: z.enum([...waitKinds, 'FACTS_CHANGED']),
      open: z.int(),
      overdue: z.int(),
      oldestDays: z.int().describe('Age of the oldest'),
    }),
  ),
});
export type DivisionSummary = z.infer<typeof divisionSummary>;

export const getDivisionSummaryOperation = {
  ...common,
  operationId: 'getDivisionSummary',
  path: '/divisions/{division}/summary',
  summary: { zh: '一个县的办理与资金汇总', en: 'Count a county’s applications, money and queues' },
  query: nothing,
  response: divisionSummary,
  problems: ['OTHER_COUNTY', 'NOT_FOUND'],
} as const satisfies Operation;
