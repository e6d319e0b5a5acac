import * as z from 'zod';
import { isoDate } from '../scalars.ts';
import { recordSource } from './record-source.ts';

export const courseTypes = ['BASIC_SKILL', 'SKILL_UPGRADE', 'START_UP'] as const;

/** A course as its provider filed it: the plan that attendance is measured against, in minutes. */
export const courseRecord = z.strictObject({
  courseId: z.string().min(1),
  providerCode: z.string().min(1),
  occupationCode: z.string().min(1),
  courseType: z.enum(courseTypes),
  totalMinutes: z.int().min(1),
  trainingDays: z.int().min(1),
  startsOn: isoDate,
  endsOn: isoDate,
  /** 「中国职业培训在线」 and the like: online theory on another platform is not recognised. */
  platforms: z.array(z.string()),
  lessons: z.array(
    z.strictObject({
      lessonId: z.string().min(1),
      kind: z.enum(['THEORY', 'PRACTICE']),
      minutes: z.int().min(1),
    }),
  ),
  source: recordSource,
});
export type CourseRecord = z.infer<typeof courseRecord>;
