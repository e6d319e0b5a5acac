import * as z from 'zod';
import { both } from '../../contracts/both.ts';
import { divisionCode } from '../../contracts/divisions.ts';
import { remark } from '../../contracts/plain-text.ts';
import { isoDate, isoMonth } from '../../contracts/scalars.ts';
import { addMonths, daysInMonth, monthOf } from '../calendar/days.ts';
import { eachMonth, type Stretch } from '../grid/stretch.ts';

const monthInPost = z
  .strictObject({ month: isoMonth, attendanceDays: z.int().min(0).max(31) })
  .refine(({ month, attendanceDays }) => attendanceDays <= daysInMonth(month), {
    path: ['attendanceDays'],
    message: both('the month has fewer days', '天数超过当月天数'),
  });

export const unableReasons = ['HEALTH', 'CARE', 'EPIDEMIC_CONTROL', 'OTHER', 'NONE'] as const;

/** 财社〔2017〕164号, of regular posts: at most three years. */
const longestMonths = 36;

/** One worker's months in a post (notice 六.3; POLICY 3.11). 临时: the agreement has an end. */
export const postClaim = z
  .strictObject({
    postId: z.string().trim().min(1).max(60),
    county: divisionCode,
    /** Which of the approved places the worker has: 1 to the quota. */
    placeNo: z.int().min(1).max(100_000),
    agreedFrom: isoDate,
    agreedTo: isoDate,
    /** 无法外出: the worker's own reason, and whether the village confirms it. */
    unableToLeave: z.strictObject({
      reason: z.enum(unableReasons),
      note: remark().optional(),
      villageConfirmed: z.boolean(),
    }),
    months: z
      .array(monthInPost)
      .min(1, both('name at least one month', '至少填写一个月份'))
      .max(37)
      .refine((months) => new Set(months.map(({ month }) => month)).size === months.length, {
        message: both('a month is named twice', '同一月份重复填写'),
      }),
  })
  .refine(({ agreedFrom, agreedTo }) => agreedTo >= agreedFrom, {
    path: ['agreedTo'],
    message: both('the agreement ends before it starts', '协议结束日期早于开始日期'),
  })
  .refine(({ agreedFrom, agreedTo }) => agreedTo < addMonths(agreedFrom, longestMonths), {
    path: ['agreedTo'],
    message: both('a post lasts three years at most', '公益岗位期限最长三年'),
  })
  .refine(
    ({ agreedFrom, agreedTo, months }) =>
      months.every(({ month }) => monthOf(agreedFrom) <= month && month <= monthOf(agreedTo)),
    {
      path: ['months'],
      message: both('a month lies outside the agreement', '有月份不在协议期内'),
    },
  );
export type PostClaim = z.infer<typeof postClaim>;

/** The months in the post. */
export const postMonths = ({ months }: PostClaim): Stretch[] => eachMonth(months.map(({ month }) => month));
