import * as z from 'zod';
import type { Role } from '../actor.ts';
import { both } from '../both.ts';
import { creditCode } from '../credit-code.ts';
import { handlingCounty } from '../divisions.ts';
import { remark } from '../plain-text.ts';
import { recognitionChanges, recognitionVersion } from '../recognition-change.ts';
import { recognitionKind, recognitionRecord, recognitionStatuses } from '../registers/organisation.ts';
import { instant, isoDate } from '../scalars.ts';
import { overseers } from './divisions.ts';
import type { Operation } from './operation.ts';
import { noBody, nothing, pageOf, pageQuery } from './parts.ts';

const tag = 'Recognitions';

const ofRecognition = z.strictObject({ organisationId: creditCode, kind: recognitionKind });
const status = z.enum([...recognitionStatuses, 'NOT_YET']);
const change = z.enum(recognitionChanges);

export const recognitionFlags = ['HEAD_COUNT_LOW', 'UNDER_REVIEW', 'CHANGE_PROPOSED'] as const;

/** A recognition as it stands today. Changing it names `version`. */
export const recognitionView = z.object({
  ...recognitionRecord.pick({
    recognitionNo: true,
    organisationId: true,
    kind: true,
    level: true,
    division: true,
    acceptedOn: true,
    recognisedOn: true,
    history: true,
    headCount: true,
    countedOn: true,
  }).shape,
  organisation: z.string().describe('Its name in the register of organisations'),
  status,
  version: recognitionVersion,
  flags: z.array(z.enum(recognitionFlags)),
  needed: z.int().optional().describe('Poor workers asked for; absent while the county has set no number'),
  workingDays: z.int().optional().describe('From acceptance to recognition'),
  review: z.object({ openedOn: isoDate, headCount: z.int(), needed: z.int() }).optional(),
  proposal: z.object({ change, reason: z.string(), at: instant, yours: z.boolean() }).optional(),
  changes: z.array(change).describe('What may be proposed now'),
});
export type RecognitionView = z.infer<typeof recognitionView>;

export const listRecognitionsOperation = {
  operationId: 'listRecognitions',
  method: 'GET',
  path: '/divisions/{division}/recognitions',
  tag,
  access: overseers,
  summary: {
    zh: '查看一个县的认定（扶贫车间、基地）',
    en: 'List a county’s recognitions of workshops and bases',
  },
  params: z.strictObject({ division: handlingCounty }),
  query: pageQuery,
  body: noBody,
  status: 200,
  response: pageOf(recognitionView),
  problems: ['OTHER_COUNTY', 'INVALID_CURSOR'],
} as const satisfies Operation;

const receipt = z.object({ recognitionNo: z.string(), status, version: recognitionVersion });
const changes = {
  tag,
  method: 'POST',
  params: ofRecognition,
  query: nothing,
  status: 200,
  response: receipt,
} as const;
const reason = remark(2, both('give the reason', '请写明理由'));
const moved = ['NOT_FOUND', 'VERSION_STALE'] as const;

export const countHeadsOperation = {
  ...changes,
  operationId: 'countHeads',
  path: '/recognitions/{organisationId}/{kind}/head-counts',
  access: ['COUNTY_VERIFIER', 'COUNTY_REVIEWER'] as const satisfies readonly Role[],
  summary: {
    zh: '登记新的在岗贫困劳动力人数（不足时进入复查）',
    en: 'Enter a new head-count; too few open a review',
  },
  body: z.strictObject({
    version: recognitionVersion,
    headCount: z.int().min(0).max(100_000),
    countedOn: isoDate,
  }),
  problems: [...moved, 'DAY_IN_FUTURE'],
} as const satisfies Operation;

export const proposeRecognitionChangeOperation = {
  ...changes,
  operationId: 'proposeRecognitionChange',
  path: '/recognitions/{organisationId}/{kind}/proposals',
  access: ['COUNTY_VERIFIER', 'COUNTY_REVIEWER', 'COUNTY_APPROVER'] as const satisfies readonly Role[],
  summary: {
    zh: '提出暂停、恢复、撤销或维持认定（须另一人确认）',
    en: 'Propose to suspend, resume, revoke or keep a recognition; another person confirms',
  },
  body: z.strictObject({ version: recognitionVersion, change, reason }),
  problems: [...moved, 'CHANGE_NOT_POSSIBLE', 'PROPOSAL_OPEN'],
} as const satisfies Operation;

export const decideRecognitionChangeOperation = {
  ...changes,
  operationId: 'decideRecognitionChange',
  path: '/recognitions/{organisationId}/{kind}/decisions',
  access: ['COUNTY_APPROVER'] as const satisfies readonly Role[],
  summary: {
    zh: '确认或不同意对认定的变更（提出人本人不能确认）',
    en: 'Confirm or decline what somebody else proposed for a recognition',
  },
  body: z.strictObject({
    version: recognitionVersion,
    decision: z.enum(['CONFIRM', 'DECLINE']),
    reason,
  }),
  problems: [...moved, 'FOUR_EYES', 'NO_PROPOSAL', 'CHANGE_NOT_POSSIBLE'],
} as const satisfies Operation;
