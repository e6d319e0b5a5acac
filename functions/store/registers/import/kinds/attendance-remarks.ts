import type { Remark } from '../../cells/import-issue.ts';

export const courseUnknown: Remark = {
  code: 'COURSE_UNKNOWN',
  problem: {
    zh: '培训课程计划中没有此课程。',
    en: 'The register of course plans does not know this course.',
  },
  mend: { zh: '请先导入课程计划。', en: 'Import the course plan first.' },
};
export const lessonUnknown: Remark = {
  code: 'LESSON_UNKNOWN',
  problem: { zh: '课程计划中没有这一课节。', en: 'The course has no such lesson.' },
  mend: { zh: '请核对课节编号。', en: 'Check the lesson.' },
};
export const kindDiffers: Remark = {
  code: 'LESSON_KIND_DIFFERS',
  problem: {
    zh: '学习方式与计划的课节类型（理论、实训）不符。',
    en: 'The plan has this lesson as theory where the row says practice, or the other way round.',
  },
  mend: { zh: '请核对学习方式。', en: 'Check the kind.' },
};
export const minutesAbove = (earlier: number, planned: number): Remark => ({
  code: 'MINUTES_ABOVE_LESSON',
  problem: {
    zh: `超过该课节的 ${planned} 分钟（其他日期已记 ${earlier} 分钟）。`,
    en: `This is more than the lesson's ${planned} minutes (${earlier} on other days).`,
  },
  mend: { zh: '请核对学习分钟。', en: 'Check the minutes.' },
});
export const platformUnknown: Remark = {
  code: 'PLATFORM_UNKNOWN',
  problem: { zh: '不是计划所列的线上平台。', en: 'The plan does not name this platform.' },
  mend: { zh: '不在所列平台上的学时不予认可；请核对。', en: 'Its hours are not recognised; have a look.' },
};
