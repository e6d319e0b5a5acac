import * as z from 'zod';
import { both } from './both.ts';

const calendarDate = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`; it must exist (2020-02-30 does not). */
export const isoDate = z
  .string()
  .regex(
    calendarDate,
    both('write the date as YYYY-MM-DD, for example 2020-03-16', '日期请写成 YYYY-MM-DD，例如 2020-03-16'),
  )
  .pipe(z.iso.date(both('this date does not exist', '没有这一天，请核对日期')));
export type IsoDate = z.infer<typeof isoDate>;

/** A calendar month, `YYYY-MM`. */
export const isoMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, both('write the month as YYYY-MM', '月份请写成 YYYY-MM'));
export type IsoMonth = z.infer<typeof isoMonth>;

/** An instant in UTC, `2020-03-16T02:00:00.000Z`. */
export const instant = z.iso.datetime();
export type Instant = z.infer<typeof instant>;

/** Money in whole fen; 100 fen are one yuan. Never negative: a recovery is a kind, not a sign. */
export const fen = z
  .int(both('an amount is a whole number of fen (1 yuan = 100 fen)', '金额须为整数分（1元=100分）'))
  .min(0, both('an amount in fen cannot be negative', '金额不能为负'))
  .max(
    1_000_000_000_00,
    both('an amount of more than a billion yuan cannot be right', '金额超过十亿元，请核对'),
  );
export type Fen = z.infer<typeof fen>;

/** A sentence for a person, in Chinese and English. */
export const sentence = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Sentence = z.infer<typeof sentence>;
