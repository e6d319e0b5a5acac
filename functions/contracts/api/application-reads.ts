import * as z from 'zod';
import { applicationId, markedField } from '../application.ts';
import { lineAssessment } from '../assessment.ts';
import { both } from '../both.ts';
import { instrument } from '../instruments.ts';
import { fen, instant, isoDate, isoMonth, sentence } from '../scalars.ts';
import { spellKind } from '../work.ts';
import type { Operation } from './operation.ts';
import {
  applicants,
  explainedReason,
  noBody,
  nothing,
  ofApplication,
  ofLine,
  pageOf,
  pageQuery,
  staff,
} from './parts.ts';
import { applicationSummary, lineTally, lineView, nextStep } from './views.ts';

const tag = 'Applications';
/** Applicants read their own; staff read those of their division. */
const readers = [...applicants, ...staff] as const;
const common = { tag, method: 'GET', access: readers, body: noBody, status: 200 } as const;

export const listApplicationsOperation = {
  ...common,
  access: applicants,
  operationId: 'listApplications',
  path: '/applications',
  summary: { zh: '查看本人（本机构）的申请', en: 'List one’s own applications, the newest first' },
  params: nothing,
  query: pageQuery,
  response: pageOf(applicationSummary.extend({ sentence })),
  problems: ['INVALID_CURSOR'],
} as const satisfies Operation;

export const applicationDetail = applicationSummary.extend({
  next: nextStep,
  payee: z
    .object({ masked: z.string(), kind: z.string() })
    .optional()
    .describe('Absent where nobody is paid'),
  tally: lineTally.optional(),
  reasons: z.array(explainedReason),
  marked: z.array(markedField).optional().describe('What the verifier asks to be corrected'),
  endReason: z.string().optional(),
  noticeId: z.string().optional(),
  noticeEndsOn: isoDate.optional(),
});
export type ApplicationDetail = z.input<typeof applicationDetail>;

export const getApplicationOperation = {
  ...common,
  operationId: 'getApplication',
  path: '/applications/{applicationId}',
  summary: { zh: '查看一份申请及下一步', en: 'Read an application, and what happens next' },
  params: ofApplication,
  query: nothing,
  response: applicationDetail,
  problems: ['NOT_FOUND'],
} as const satisfies Operation;

export const listLinesOperation = {
  ...common,
  operationId: 'listLines',
  path: '/applications/{applicationId}/lines',
  summary: { zh: '查看人员明细（脱敏）', en: 'List an application’s lines, masked' },
  params: ofApplication,
  query: pageQuery,
  response: pageOf(lineView),
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
} as const satisfies Operation;

/** A clause of the notice in its own words. */
const quotedClause = z.object({ clause: z.string(), title: sentence, quote: z.string() });

/** What tells one assessment from every other, and lets anybody prove that it was not changed. */
const recordHeader = z.object({
  at: instant,
  hash: z.string().describe('SHA-256 over the whole record: facts, values, checks and answer'),
  applicationVersion: z.string().describe('Of the application when the rules looked at it'),
  rulesVersion: z.string(),
  valuesHash: z.string().describe('Of the set of rule values that was used'),
});

export const getAssessmentOperation = {
  ...common,
  operationId: 'getAssessment',
  path: '/applications/{applicationId}/lines/{lineNo}/assessment',
  summary: {
    zh: '查看一行的核验结果及依据',
    en: 'Read why a line came out as it did: every check with its clause',
  },
  params: ofLine,
  query: nothing,
  response: z.object({
    lineNo: z.int(),
    run: z.int(),
    ...lineAssessment.shape,
    clauses: z.array(quotedClause).describe('The words of the notice behind each clause that a check names'),
    record: recordHeader,
  }),
  problems: ['NOT_FOUND'],
} as const satisfies Operation;

const grantedInMonth = z.object({
  instrument,
  applicationId,
  lineNo: z.int(),
  thisLine: z.boolean().describe('It is what the line asked for itself'),
  period: z.string().describe('A month, a year, or ONCE'),
  amountFen: fen.describe('The full value of the entitlement, however many months it covers'),
  division: z.string(),
  from: isoMonth
    .optional()
    .describe('The first month of the job it rests on, where it is not paid by the month'),
  to: isoMonth.optional(),
});

const personMonth = z.object({
  month: isoMonth,
  jobs: z.array(
    z.object({
      kind: spellKind,
      employerName: z.string(),
      employerCode: z.string().optional(),
      workplace: z.string(),
      startsOn: isoDate,
      endsOn: isoDate.optional(),
    }),
  ),
  wagesFen: fen.describe('What banks transferred as wages for the month'),
  insuredBy: z.array(z.string()).describe('Employers that paid insurance for the month'),
  granted: z.array(grantedInMonth),
});

export const getPersonMonthsOperation = {
  ...common,
  access: staff,
  operationId: 'getPersonMonths',
  path: '/applications/{applicationId}/lines/{lineNo}/months',
  summary: {
    zh: '查看该劳动力一年中各月的务工地、用人单位和已享受的全部补贴',
    en: 'Read one worker’s months: where they worked, for whom, and what every instrument granted',
  },
  params: ofLine,
  query: z.strictObject({
    year: z
      .string()
      .regex(/^20\d{2}$/, both('a year has four digits, for example 2020', '年份为四位数字，例如 2020'))
      .optional()
      .describe('The claim’s own year unless told'),
  }),
  response: z.object({
    lineNo: z.int(),
    year: z.string(),
    knownToRegister: z.boolean(),
    months: z.array(personMonth),
  }),
  problems: ['NOT_FOUND'],
} as const satisfies Operation;

/** Something that happened. An applicant sees the office, never which officer. */
export const timelineEntry = z.object({
  at: instant,
  what: z.string().describe('The kind of event, for programs'),
  sentence,
  office: sentence,
  by: z
    .string()
    .optional()
    .describe('The person’s id at the sign-in service; for supervisors and auditors only'),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const getHistoryOperation = {
  ...common,
  operationId: 'getHistory',
  path: '/applications/{applicationId}/history',
  summary: { zh: '查看办理经过', en: 'Read what has happened to an application, step by step' },
  params: ofApplication,
  query: pageQuery,
  response: pageOf(timelineEntry),
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
} as const satisfies Operation;
