import * as z from 'zod';
import { both } from '../../contracts/both.ts';
import { divisionCode } from '../../contracts/divisions.ts';
import { plainText } from '../../contracts/plain-text.ts';
import { courseTypes } from '../../contracts/registers/course.ts';
import { isoDate } from '../../contracts/scalars.ts';
import { daysInclusive } from '../calendar/days.ts';

const minutes = z
  .int(both('minutes are whole numbers', '分钟数须为整数'))
  .min(0, both('minutes cannot be negative', '分钟数不能为负'))
  .max(300_000, both('so many minutes cannot be one course', '一门课程没有这么多分钟，请核对'));

/** One trainee's course as the provider files it; the registers' plan and attendance decide (notice 三.2; POLICY 3.4). */
export const trainingClaim = z
  .strictObject({
    courseId: plainText(60),
    courseType: z.enum(courseTypes),
    /** Where the practice is held. */
    place: divisionCode,
    startsOn: isoDate,
    endsOn: isoDate,
    trainingDays: z.int().min(1, both('a course has at least one day', '培训至少一天')).max(366),
    onlineTheoryMinutes: minutes,
    classroomTheoryMinutes: minutes.default(0),
    practiceMinutes: minutes,
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ['endsOn'],
    message: both('the course ends before it starts', '培训结束日期早于开始日期'),
  })
  .refine(
    ({ startsOn, endsOn, trainingDays }) =>
      endsOn < startsOn || trainingDays <= daysInclusive(startsOn, endsOn),
    {
      path: ['trainingDays'],
      message: both('more training days than the course has days', '培训天数多于课程起止天数'),
    },
  );
export type TrainingClaim = z.infer<typeof trainingClaim>;
