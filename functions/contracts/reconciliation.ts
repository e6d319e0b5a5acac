import * as z from 'zod';

/** What two records of the desk say differently. Every one is a fault that somebody has to look at. */
export const differenceFindings = [
  'FUND_MISSING',
  'FUND_ARITHMETIC',
  'RESERVED_DIFFERS',
  'PAID_DIFFERS',
  'LEDGER_DIFFERS',
  'WAIT_ROW_DIFFERS',
  'PAYOUT_DIFFERS',
  'OUTBOX_OLD',
  'STUCK',
  'TOO_MANY',
] as const;
/** What waits for longer than it should. No fault of the desk; somebody has to work. */
export const lateFindings = ['TASK_PAST_DUE', 'PAYOUT_PAST_DUE', 'NOTICE_PAST_END'] as const;
export const findingCodes = [...differenceFindings, ...lateFindings] as const;

/** Ids and figures only. `isFen` and `shouldBeFen` where two sums differ. */
export const finding = z.object({
  code: z.enum(findingCodes),
  division: z.string(),
  applicationId: z.string().optional(),
  what: z.string(),
  isFen: z.int().optional(),
  shouldBeFen: z.int().optional(),
});
export type Finding = z.infer<typeof finding>;

const late: ReadonlySet<string> = new Set(lateFindings);
export const isDifference = ({ code }: Finding): boolean => !late.has(code);
