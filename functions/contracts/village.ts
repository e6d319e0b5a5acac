import * as z from 'zod';
import { both } from './both.ts';
import { divisionCode } from './divisions.ts';

/**
 * A village by its statistical code (统计用区划代码): the county's six digits, three of the township (GB/T 10114), three
 * of the village (POLICY section 8). The list of villages changes every year and is not kept; the county must exist.
 */
export const villageCode = z
  .string()
  .trim()
  .regex(/^\d{12}$/, both('a village’s code has 12 digits', '村（居）代码为12位数字'))
  .refine((code) => divisionCode.safeParse(code.slice(0, 6)).success, {
    message: both('its first six digits are no division', '村代码前6位不是行政区划代码'),
  });
