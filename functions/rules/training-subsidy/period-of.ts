import type { TrainingClaim } from './claim.ts';

/** One subsidy of a type for each person and year, by the year in which the course began; otherwise one of a course. */
export const periodOf = ({ courseType, startsOn, courseId }: TrainingClaim, oncePerYear: boolean): string =>
  `${startsOn.slice(0, 4)}#${courseType}${oncePerYear ? '' : `#${courseId}`}`;
