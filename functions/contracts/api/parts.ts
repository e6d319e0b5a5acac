import * as z from 'zod';
import type { Role } from '../actor.ts';
import { applicationId, applicationState, version } from '../application.ts';
import { reasonCode } from '../reasons.ts';
import { both } from '../both.ts';
import { sentence } from '../scalars.ts';

/** An operation without parameters, or without a body. */
export const nothing = z.strictObject({});
export const noBody = z.undefined();

export const applicants = [
  'APPLICANT',
  'VILLAGE_ASSISTANT',
  'INTERMEDIARY',
  'EMPLOYER',
  'TRAINING_PROVIDER',
] as const satisfies readonly Role[];

export const staff = [
  'COUNTY_VERIFIER',
  'COUNTY_REVIEWER',
  'COUNTY_APPROVER',
  'FINANCE_OFFICER',
  'PREFECTURE_SUPERVISOR',
  'PROVINCE_SUPERVISOR',
  'RULE_ADMIN',
  'OPERATOR',
  'AUDITOR',
] as const satisfies readonly Role[];

export const lineNumber = z.coerce
  .number<string>(both('a line number is a whole number', '行号须为整数'))
  .int(both('a line number is a whole number', '行号须为整数'))
  .min(1, both('lines are counted from 1', '行号从1开始'))
  .max(5000, both('an application has at most 5000 lines', '一份申请最多5000行'));

export const ofApplication = z.strictObject({ applicationId });
export const ofLine = z.strictObject({ applicationId, lineNo: lineNumber });

/** Every list is read page by page. A page may be shorter than its limit and yet have a next one. */
export const paging = {
  limit: z.coerce
    .number<string>(both('the limit is a whole number', 'limit 须为整数'))
    .int(both('the limit is a whole number', 'limit 须为整数'))
    .min(1, both('a page has at least 1 entry', '每页至少1条'))
    .max(100, both('a page has at most 100 entries', '每页最多100条'))
    .default(25)
    .describe('How many entries at most, 1 to 100'),
  cursor: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .describe('nextCursor of the page before; leave it out for the first page'),
};
export const pageQuery = z.strictObject(paging);

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });

/** The answer to a change: where the application stands now, and the version for the next change. */
export const receipt = z.object({
  applicationId,
  state: applicationState,
  version,
  id: z
    .string()
    .optional()
    .describe('The number of what was made or changed, where it is not the application'),
});

export const explainedReason = z.object({ code: reasonCode, sentence });
