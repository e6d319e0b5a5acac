import * as z from 'zod';
import { draft, maxLinesPerChunk, payee, version } from '../application.ts';
import { numberedLine, replacedLine } from '../numbered-line.ts';
import { both } from '../both.ts';
import { remark } from '../plain-text.ts';
import type { Operation } from './operation.ts';
import { applicants, nothing, ofApplication, ofLine, receipt } from './parts.ts';

const tag = 'Applications';
const common = { tag, access: applicants, query: nothing, response: receipt } as const;

export const createApplicationOperation = {
  ...common,
  operationId: 'createApplication',
  method: 'POST',
  path: '/applications',
  summary: { zh: '新建申请（草稿）', en: 'Begin an application, as a draft' },
  params: nothing,
  body: draft,
  status: 201,
  problems: ['PROXY_CONSENT_MISSING', 'ORGANISATION_MISSING', 'INSTRUMENT_NOT_YOURS'],
} as const satisfies Operation;

const lines = z
  .array(numberedLine)
  .min(1, both('send at least one line', '至少提交一行'))
  .max(
    maxLinesPerChunk,
    both(
      `send at most ${maxLinesPerChunk} lines in one request, and the rest in further requests`,
      `一次最多提交 ${maxLinesPerChunk} 行，其余请分批提交`,
    ),
  )
  .refine((sent) => new Set(sent.map(({ lineNo }) => lineNo)).size === sent.length, {
    message: both('each line number may come once', '行号不能重复'),
  })
  .refine((sent) => new Set(sent.map(({ content }) => content.instrument)).size <= 1, {
    message: both('all lines of an application are for the same subsidy', '一份申请的各行须为同一补贴项目'),
  });

export const addLinesOperation = {
  ...common,
  operationId: 'addLines',
  method: 'POST',
  path: '/applications/{applicationId}/lines',
  summary: { zh: '添加人员明细（整批成功或整批不成功）', en: 'Add lines to a draft, all of them or none' },
  params: ofApplication,
  body: z.strictObject({ version, lines }),
  status: 201,
  problems: [
    'NOT_FOUND',
    'VERSION_STALE',
    'STATE_DOES_NOT_ALLOW',
    'LINE_EXISTS',
    'TOO_MANY_LINES',
    'OTHER_INSTRUMENT',
  ],
} as const satisfies Operation;

export const changeLineOperation = {
  ...common,
  operationId: 'changeLine',
  method: 'PUT',
  path: '/applications/{applicationId}/lines/{lineNo}',
  summary: { zh: '修改一行人员明细', en: 'Change one line of a draft or of a returned application' },
  params: ofLine,
  body: replacedLine,
  status: 200,
  problems: ['NOT_FOUND', 'VERSION_STALE', 'STATE_DOES_NOT_ALLOW', 'NO_SUCH_LINE', 'OTHER_INSTRUMENT'],
} as const satisfies Operation;

export const changePayeeOperation = {
  ...common,
  operationId: 'changePayee',
  method: 'PUT',
  path: '/applications/{applicationId}/payee',
  summary: { zh: '修改收款账户', en: 'Change who is paid, and into which account' },
  params: ofApplication,
  body: z.strictObject({ version, payee }),
  status: 200,
  problems: ['NOT_FOUND', 'VERSION_STALE', 'STATE_DOES_NOT_ALLOW', 'NOBODY_IS_PAID', 'PAYEE_DIFFERS'],
} as const satisfies Operation;

export const submitApplicationOperation = {
  ...common,
  operationId: 'submitApplication',
  method: 'POST',
  path: '/applications/{applicationId}/submit',
  summary: { zh: '提交申请，或补正后重新提交', en: 'Submit a draft, or send a corrected application again' },
  params: ofApplication,
  body: z.strictObject({ version }),
  status: 200,
  problems: ['NOT_FOUND', 'VERSION_STALE', 'STATE_DOES_NOT_ALLOW', 'NO_LINES'],
} as const satisfies Operation;

export const withdrawApplicationOperation = {
  ...common,
  operationId: 'withdrawApplication',
  method: 'POST',
  path: '/applications/{applicationId}/withdraw',
  summary: { zh: '撤回申请（资金批准之前）', en: 'Withdraw an application, until money has been approved' },
  params: ofApplication,
  body: z.strictObject({ version, reason: remark() }),
  status: 200,
  problems: ['NOT_FOUND', 'VERSION_STALE', 'STATE_DOES_NOT_ALLOW'],
} as const satisfies Operation;
