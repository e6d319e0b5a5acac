import * as z from 'zod';
import type { Role } from '../actor.ts';
import { both } from '../both.ts';
import { divisionCode } from '../divisions.ts';
import { remark } from '../plain-text.ts';
import { department, difference, differenceDecisions, differenceStates } from '../registers/difference.ts';
import { isoDate, sentence } from '../scalars.ts';
import type { Operation } from './operation.ts';
import { noBody, nothing, pageOf, paging } from './parts.ts';

const tag = 'Differences';

const deciders = [
  'COUNTY_VERIFIER',
  'COUNTY_REVIEWER',
  'POVERTY_OFFICE_CHECKER',
  'PROVINCE_SUPERVISOR',
] as const satisfies readonly Role[];
const readers = [...deciders, 'PREFECTURE_SUPERVISOR', 'AUDITOR'] as const satisfies readonly Role[];

const differenceId = z
  .string()
  .regex(
    /^[0-9A-Za-z_-]{16,64}$/,
    both('give the number that the list shows', '请填写差异清单中的编号（differenceId）'),
  );
const ofDifference = z.strictObject({ differenceId });

const differenceVersion = z
  .string()
  .regex(
    /^\d{1,9}\.(none|\d{1,9}-[0-9a-f]{32})$/,
    both('send back the version you were given with the difference', '请原样提交读取差异时得到的 version'),
  );

const kept = difference.shape;

/** A difference as it may be listed: personal values are masked. Deciding it names `version`. */
export const differenceView = z.object({
  differenceId,
  register: kept.register,
  registerName: sentence,
  label: kept.label,
  entry: kept.entry,
  field: kept.field,
  fieldName: kept.fieldName,
  ours: z
    .object({ value: z.string().optional(), asOf: isoDate })
    .describe('What the register says now; without a value the field is empty'),
  theirs: z.object({
    value: z.string().optional(),
    asOf: isoDate,
    department,
    sheet: z.string().optional(),
    row: z.int(),
  }),
  owner: kept.owner,
  division: kept.division,
  state: kept.state,
  openedAt: kept.openedAt,
  version: differenceVersion,
  yours: z.boolean().describe('You imported the file; another person decides'),
  decisions: z.array(z.enum(differenceDecisions)).describe('What you may decide now'),
});
export type DifferenceView = z.infer<typeof differenceView>;

export const listDifferencesOperation = {
  operationId: 'listDifferences',
  method: 'GET',
  path: '/differences',
  tag,
  access: readers,
  summary: {
    zh: '查看两部门台账之间的差异（最早的在前）',
    en: 'List the open differences between the two departments’ registers, the oldest first',
  },
  params: nothing,
  query: z.strictObject({
    ...paging,
    department: department.optional().describe('Whose fields; your own department’s unless told'),
    division: divisionCode
      .optional()
      .describe('Your own unless told; 140000 holds what no county of Shanxi can be found for'),
  }),
  body: noBody,
  status: 200,
  response: pageOf(differenceView),
  problems: ['OTHER_COUNTY', 'INVALID_CURSOR'],
} as const satisfies Operation;

export const getDifferenceOperation = {
  operationId: 'getDifference',
  method: 'GET',
  path: '/differences/{differenceId}',
  tag,
  access: readers,
  summary: { zh: '查看一条差异', en: 'Read a difference, and what may be decided' },
  params: ofDifference,
  query: nothing,
  body: noBody,
  status: 200,
  response: differenceView,
  problems: ['NOT_FOUND'],
} as const satisfies Operation;

export const decideDifferenceOperation = {
  operationId: 'decideDifference',
  method: 'POST',
  path: '/differences/{differenceId}/decision',
  tag,
  access: deciders,
  summary: {
    zh: '处理一条差异：保留系统的值，或采用文件的值（导入人本人不能处理）',
    en: 'Decide a difference: keep our value, or take the file’s; never by who imported it',
  },
  params: ofDifference,
  query: nothing,
  body: z.strictObject({
    version: differenceVersion,
    decision: z.enum(differenceDecisions),
    reason: remark(2, both('give the reason', '请写明理由')),
  }),
  status: 200,
  response: z.object({ differenceId, state: z.enum(differenceStates), version: differenceVersion }),
  problems: [
    'NOT_FOUND',
    'OTHER_COUNTY',
    'FOUR_EYES',
    'VERSION_STALE',
    'DIFFERENCE_CLOSED',
    'NOT_TAKEN_OVER',
    'REGISTER_REFUSES',
  ],
} as const satisfies Operation;
